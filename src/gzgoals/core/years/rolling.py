"""Rolling forward: a table of one year becomes the start of a later one, and remembers the year before."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from gzgoals.core.edits import replaced
from gzgoals.core.table import Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.core.table.year_text import YearExpression, may_tell_year, moved, year_expressions
from gzgoals.core.years.comparing import last_year_of


class Amounts(Enum):
    """What becomes of the amounts: this year starts with them, has them beside as last year's, or forgets them."""

    KEEP = "keep"
    ASIDE = "aside"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that tells a year: where it stands, and what it would become with its latest year moved.

    `before` and `after` are the whole texts, `years_before` and `years_after` the years alone, `usual` is ticked unless
    the officer says otherwise. `field` is `place.field`.
    """

    place: Place
    field: str
    before: str
    after: str
    years_before: str
    years_after: str
    usual: bool


@dataclass(frozen=True, slots=True)
class RollPlan:
    """How a table is rolled forward: to which year, the texts whose years move on, the projects that end (by id)."""

    year: int
    amounts: Amounts = Amounts.KEEP
    advanced: frozenset[Place] = frozenset()
    dropped: frozenset[str] = frozenset()


def usual_plan(table: GoalTable, year: int) -> RollPlan:
    """Return the plan that is offered first: amounts stay, years that are the table's own move on."""
    return RollPlan(year, advanced=frozenset(m.place for m in year_mentions(table, year) if m.usual))


def year_mentions(table: GoalTable, year: int) -> tuple[Mention, ...]:
    """Return all texts with a year that could move on to `year`, in the order of the table.

    Of the years in a text that are not after the table's own the latest move, together with all that end in it. The
    table's own year is usual, an earlier one is offered only, and so is one inside a code.
    """
    return tuple(_mentions(table, year, {project.id for unit in table.units for project in unit.projects}))


def rolled(table: GoalTable, plan: RollPlan) -> GoalTable:
    """Return the table of `plan.year`, which remembers the whole table as its year before.

    Ids live on. Explanations and printed totals do not carry over, nor do the projects that end. With `ASIDE` and
    `CLEAR` an amount becomes blank unless it is 0; with `CLEAR` no year before is remembered.
    """
    touched = {place.project for place in plan.advanced}
    moved_on: dict[str, dict[Place, str]] = defaultdict(dict)
    for mention in _mentions(table, plan.year, touched):
        if mention.place in plan.advanced:
            moved_on[mention.place.project][mention.place] = mention.after
    return replaced(
        table,
        year=plan.year,
        units=tuple(_rolled_unit(unit, plan, moved_on) for unit in table.units),
        stated=None,
        explanations=(),
        last_year=None if plan.amounts is Amounts.CLEAR else last_year_of(table),
    )


def _mentions(table: GoalTable, year: int, projects: Collection[str]) -> Iterator[Mention]:
    for unit in table.units:
        for project in unit.projects:
            if project.id in projects:
                for place, text in _texts(unit, project):
                    if mention := _mention(place, text, table.year, year):
                        yield mention


def _texts(unit: Unit, project: Project) -> Iterator[tuple[Place, str]]:
    """Yield the texts of a project that may tell a year, with their places."""
    for field, text in (("name", project.name), ("objective", project.objective)):
        if may_tell_year(text):
            yield Place(unit.id, project.id, field=field), text
    for indicator in project.indicators:
        words = (("cycle.value", _words(indicator.cycle)), ("annual.value", _words(indicator.annual)))
        for field, text in (("name", indicator.name), *words):
            if may_tell_year(text):
                yield Place(unit.id, project.id, indicator.id, field), text


def _words(target: Target) -> str:
    """Return a target's value where it is text; a value with a measure is a number."""
    return "" if target.measure else target.value


def _mention(place: Place, text: str, own: int, year: int) -> Mention | None:
    expressions = [each for each in year_expressions(text) if each.last <= own and _may_move(place, each)]
    last = max((each.last for each in expressions), default=year)
    moving = tuple(each for each in expressions if each.last == last)
    after = moved(text, moving, year)
    if after == text:
        return None
    before_words, after_words = _years(text, moving), _years(after, moving)
    usual = last == own and not any(each.in_code for each in moving)
    return Mention(place, place.field, text, after, before_words, after_words, usual)


def _may_move(place: Place, expression: YearExpression) -> bool:
    """Tell whether a year may move: a bare number in a target may be anything."""
    return expression.is_word or not place.field.endswith(".value")


def _years(text: str, expressions: tuple[YearExpression, ...]) -> str:
    return "、".join(dict.fromkeys(text[each.begin : each.end].strip() for each in expressions))


def _rolled_unit(unit: Unit, plan: RollPlan, moved_on: Mapping[str, Mapping[Place, str]]) -> Unit:
    staying = (each for each in unit.projects if each.id not in plan.dropped)
    projects = tuple(_rolled_project(unit, each, plan, moved_on.get(each.id, {})) for each in staying)
    return replaced(unit, projects=projects, stated=None)


def _rolled_project(unit: Unit, project: Project, plan: RollPlan, moved_on: Mapping[Place, str]) -> Project:
    place = Place(unit.id, project.id)
    project = replaced(project, funding=_rolled_funding(project.funding, plan.amounts))
    if not moved_on:
        return project
    return replaced(
        project,
        name=moved_on.get(place.at("name"), project.name),
        objective=moved_on.get(place.at("objective"), project.objective),
        indicators=tuple(
            _rolled_indicator(each, Place(unit.id, project.id, each.id), moved_on) for each in project.indicators
        ),
    )


def _rolled_indicator(indicator: Indicator, place: Place, moved_on: Mapping[Place, str]) -> Indicator:
    return replaced(
        indicator,
        name=moved_on.get(place.at("name"), indicator.name),
        cycle=replaced(indicator.cycle, value=moved_on.get(place.at("cycle.value"), indicator.cycle.value)),
        annual=replaced(indicator.annual, value=moved_on.get(place.at("annual.value"), indicator.annual.value)),
    )


def _rolled_funding(funding: Funding, amounts: Amounts) -> Funding:
    if amounts is Amounts.KEEP:
        return replaced(funding, stated_total=None)
    columns = ("appropriation", "special_account", "other")
    blank = {column: "" for column in columns if getattr(funding, column)}
    return replaced(funding, stated_total=None, **blank)
