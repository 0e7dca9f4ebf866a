"""What is under review: the draft, its corrections with their history, and the choices; it tells of changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gzgoals.core.edits import History, Step, place_of, put_value, replaced, without_settled
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.source import Spot
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years.bringing import Way
from gzgoals.core.years.coming import coming_year
from gzgoals.gui.dialogs.import_review.corrections import corrected, is_corrected
from gzgoals.gui.dialogs.import_review.plan import Choices, at, chosen, natural_way, outcome, proposed


class ReviewState(QObject):
    """One import while it is looked over.

    Signals
    -------
    changed()
        The table, the choices or both are others now.
    spotted(tuple of Spot)
        These places of the source are what the user looks at.
    """

    changed = Signal()
    spotted = Signal(object)

    def __init__(self, draft: Draft, open_table: GoalTable | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.open_table = open_table
        self.history = History.of(draft.table)
        self.choices = _first_choices(draft.table, open_table)
        self._proposed = proposed(draft.table, self.choices, open_table)
        self.plan = chosen(self._proposed, self.choices)

    @property
    def table(self) -> GoalTable:
        """The table that was read, as it is corrected now."""
        return self.history.now.table

    @property
    def result(self) -> GoalTable:
        """The table that comes of it all."""
        return outcome(self.table, self.plan, self.choices, self.open_table)

    @property
    def open_doubts(self) -> int:
        """How many doubts are neither ticked nor corrected."""
        return sum(not self.is_settled(number) for number in range(len(self.draft.doubts)))

    def is_settled(self, number: int) -> bool:
        """Tell whether a doubt is ticked, or what it is about was corrected."""
        return number in self.choices.settled or self.is_corrected(number)

    def is_corrected(self, number: int) -> bool:
        """Tell whether what a doubt is about was changed here."""
        return is_corrected(self.draft.table, self.table, self.draft.doubts[number])

    def correct(self, number: int, text: str) -> None:
        """Take `text` for what stands where a doubt is."""
        doubt = self.draft.doubts[number]
        self._edit("更正", corrected(self.draft.table, self.table, doubt, text), doubt.place)

    def rename(self, project_id: str, name: str) -> None:
        """Give a project another name."""
        place = place_of(self.table, project_id).at("name")
        self._edit("修改项目名称", put_value(self.table, place, name), place)

    def settle(self, numbers: Sequence[int], *, settled: bool) -> None:
        """Tick doubts, or take their ticks away."""
        now = self.choices.settled
        self.choose(settled=now | set(numbers) if settled else now - set(numbers))

    def bring(self, project_ids: Sequence[str], *, comes: bool) -> None:
        """Tick projects, so that they come in, or take their ticks away; one that would be skipped takes its way."""
        left_out, ways = self.choices.left_out, dict(self.choices.ways)
        if not comes:
            self.choose(left_out=left_out | set(project_ids))
            return
        for bringing in self.plan.bringings:
            if bringing.source.project in project_ids and bringing.way is Way.SKIP:
                ways.setdefault(bringing.source.project, natural_way(bringing))
        self.choose(left_out=left_out - set(project_ids), ways=ways)

    def send(self, project_id: str, way: Way) -> None:
        """Have a project come in some way."""
        left_out = self.choices.left_out - {project_id}
        if way is Way.SKIP:
            self.choose(left_out=left_out | {project_id})
        else:
            self.choose(left_out=left_out, ways={**self.choices.ways, project_id: way})

    def advance(self, places: Sequence[Place], *, advanced: bool) -> None:
        """Have the years in the texts at `places` advanced, or left as they are."""
        self.choose(years={**self.choices.years, **dict.fromkeys(places, advanced)})

    def advance_project(self, project_id: str, *, advanced: bool) -> None:
        """Have all years in a project's texts advanced, or left as they are."""
        places = [at(mention) for mention in self.plan.mentions if mention.place.project == project_id]
        self.advance(places, advanced=advanced)

    def go_into_open(self, *, into_open: bool) -> None:
        """Have the projects come into the open table, whose year they then take, or begin a table of their own."""
        year = self.open_table.year if into_open and self.open_table else self.choices.year
        self.choose(into_open=into_open, year=year, rolls=self.table.year < year)

    def roll(self, *, rolls: bool) -> None:
        """Take the table for one of an earlier year, to be rolled forward, or for what it is."""
        self.choose(rolls=rolls, year=max(self.choices.year, self.table.year + rolls))

    def roll_to(self, year: int) -> None:
        """Choose the year to roll forward to, which comes after the table's own."""
        self.choose(year=max(year, self.table.year + 1))

    @property
    def may_roll(self) -> bool:
        """Whether the table can be rolled forward to where it goes: not into an open one of its own year."""
        into = self.open_table if self.choices.into_open else None
        return into is None or self.table.year < into.year

    def choose(self, **changes: object) -> None:
        """Change some of the choices."""
        self.choices = replaced(self.choices, **changes)
        self._tell(anew=not changes.keys() <= {"settled", "left_out", "ways"})

    def undo(self) -> None:
        """Take back the last correction."""
        self._become(self.history.undone())

    def redo(self) -> None:
        """Do the last undone correction again."""
        self._become(self.history.redone())

    def look_at(self, place: Place, spot: Spot | None = None) -> None:
        """Show in the source where something stands: at `spot`, else where its project or unit was read."""
        known = self.draft.origins.get(place.project) or self.draft.origins.get(place.unit) or ()
        near = spot is not None and bool(spot.line or spot.page or spot.row)
        self.spotted.emit((spot,) if near and spot not in known else known)

    def _edit(self, label: str, table: GoalTable, place: Place) -> None:
        if table is self.table:
            self.changed.emit()  # what was typed makes no sense there: the cell shows again what holds
            return
        self._become(self.history.applied(Step(without_settled(table, place), label, place)))

    def _become(self, history: History) -> None:
        if history is self.history:
            return
        year, self.history = self.table.year, history
        if self.table.year != year:  # which may tell that it is no table of an earlier year
            self.choices = replaced(self.choices, rolls=self.table.year < self.choices.year)
        self._tell(anew=True)

    def _tell(self, *, anew: bool) -> None:
        """Tell of a change; what is proposed is worked out `anew` where the change may touch it."""
        if anew:
            self._proposed = proposed(self.table, self.choices, self.open_table)
        self.plan = chosen(self._proposed, self.choices)
        self.changed.emit()


def _first_choices(table: GoalTable, open_table: GoalTable | None) -> Choices:
    """Return the choices that fit most imports: an earlier year's table becomes the start of the one budgeted now."""
    year = open_table.year if open_table else coming_year()
    return Choices(rolls=table.year < year, year=max(year, table.year))
