"""What becomes of a table that was read: rolled forward or not, a new table or brought into the open one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years.bringing import Bringing, Way, bringings, brought_in
from gzgoals.core.years.rolling import Amounts, Mention, RollPlan, rolled, year_mentions


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user has chosen; what is not in `ways` and `years` goes as proposed.

    `left_out` are ids of projects, `ways` go by such ids, `years` tell of a text's place whether it is advanced,
    `settled` are the numbers of doubts that were ticked.
    """

    into_open: bool = False
    rolls: bool = False
    year: int = 0
    amounts: Amounts = Amounts.KEEP
    left_out: frozenset[str] = frozenset()
    ways: Mapping[str, Way] = field(default_factory=dict)
    years: Mapping[Place, bool] = field(default_factory=dict)
    settled: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """What the choices come to: the table as it will come in whole, the years in its texts, and each project's way."""

    table: GoalTable
    mentions: tuple[Mention, ...]
    advanced: frozenset[Place]
    bringings: tuple[Bringing, ...]

    @property
    def coming(self) -> int:
        """How many projects come in."""
        return sum(bringing.way is not Way.SKIP for bringing in self.bringings)

    def bringing(self, project_id: str) -> Bringing:
        """Return how the project with this id comes in."""
        return next(each for each in self.bringings if each.source.project == project_id)


def plan_of(table: GoalTable, choices: Choices, open_table: GoalTable | None) -> Plan:
    """Return what the choices come to for the table that was read, as it is corrected now."""
    return chosen(proposed(table, choices, open_table), choices)


def proposed(table: GoalTable, choices: Choices, open_table: GoalTable | None) -> Plan:
    """Return the plan before the user has said of any project how it comes in: the slower part of it."""
    mentions = year_mentions(table, choices.year) if choices.rolls else ()
    advanced = frozenset(at(mention) for mention in mentions if is_advanced(mention, choices.years))
    coming = rolled(table, RollPlan(choices.year, choices.amounts, advanced)) if choices.rolls else table
    usual = bringings(open_table, coming) if choices.into_open and open_table else _all_new(coming)
    return Plan(coming, mentions, advanced, tuple(usual))


def chosen(plan: Plan, choices: Choices) -> Plan:
    """Return a plan as it was `proposed` with each project's way as the user wants it."""
    return replaced(plan, bringings=tuple(_chosen(each, choices) for each in plan.bringings))


def outcome(table: GoalTable, plan: Plan, choices: Choices, open_table: GoalTable | None) -> GoalTable:
    """Return the table that the plan makes of the one that was read."""
    if choices.into_open and open_table:
        return brought_in(open_table, plan.table, plan.bringings)
    dropped = frozenset(each.source.project for each in plan.bringings if each.way is Way.SKIP)
    if choices.rolls:
        return rolled(table, RollPlan(choices.year, choices.amounts, plan.advanced, dropped))
    return _without(table, dropped)


def at(mention: Mention) -> Place:
    """Return the place of the text that a mention is about."""
    return mention.place.at(mention.field)


def is_advanced(mention: Mention, years: Mapping[Place, bool]) -> bool:
    """Tell whether the years in a text are to be advanced: as the user says, else where that is usual."""
    return years.get(at(mention), mention.usual)


def ways_of(bringing: Bringing) -> tuple[Way, ...]:
    """Return the ways in which a project can come into the open table."""
    return (Way.REPLACE, Way.ADD, Way.SKIP) if bringing.target else (Way.ADD, Way.SKIP)


def natural_way(bringing: Bringing) -> Way:
    """Return the way in which a project comes in once it is ticked."""
    return Way.REPLACE if bringing.target else Way.ADD


def _all_new(table: GoalTable) -> Sequence[Bringing]:
    return [
        Bringing(Place(unit.id, project.id), None, Way.ADD, same=False)
        for unit in table.units
        for project in unit.projects
    ]


def _chosen(usual: Bringing, choices: Choices) -> Bringing:
    project = usual.source.project
    way = choices.ways.get(project, usual.way)
    if way not in ways_of(usual):
        way = natural_way(usual)
    return replaced(usual, way=Way.SKIP if project in choices.left_out else way)


def _without(table: GoalTable, dropped: frozenset[str]) -> GoalTable:
    """Return the table without some projects and the units that they leave empty.

    What the source printed as 合计 is then no longer comparable.
    """
    if not dropped:
        return table
    units = []
    for unit in table.units:
        kept = tuple(project for project in unit.projects if project.id not in dropped)
        if len(kept) == len(unit.projects):
            units.append(unit)
        elif kept:
            units.append(replaced(unit, projects=kept, stated=None))
    return replaced(table, units=tuple(units), stated=None)
