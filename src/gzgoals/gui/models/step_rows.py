"""What the list of steps before the print shows: concern and number, project, what is wrong, what to do."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from gzgoals.core.checks import Checked, Step
from gzgoals.core.checks.reports.whereabouts import Whereabouts
from gzgoals.gui.models.cells import Badge, Cell
from gzgoals.gui.models.rows_model import Column

_TOLD = 12
"""How many findings a tooltip tells."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with the names of what it speaks of; `messages` say its findings, each with its place."""

    step: Step
    owner: str
    messages: tuple[str, ...]

    @property
    def key(self) -> Hashable:
        """There is one step for each concern in a project."""
        return self.step.concern, self.step.place

    @property
    def summary(self) -> str:
        """The first finding, and how many there are."""
        count = len(self.messages)
        return f"{self.messages[0]}　等 {count} 处" if count > 1 else self.messages[0]

    @property
    def details(self) -> str:
        """The findings, one a line."""
        rest = len(self.messages) - _TOLD
        return "\n".join((*self.messages[:_TOLD], *([f"……另有 {rest} 处"] if rest > 0 else [])))


def step_rows(checked: Checked, steps: Iterable[Step]) -> tuple[StepRow, ...]:
    """Return a row a step, in their order."""
    where = Whereabouts(checked.table)
    return tuple(
        StepRow(
            step,
            where.owner(step.place),
            tuple("：".join(filter(None, (where.cell(each), each.message))) for each in step.findings),
        )
        for step in steps
    )


def _badge(row: StepRow) -> Badge:
    return Badge(row.step.concern.severity, len(row.messages), row.step.concern.value)


COLUMNS = (
    Column[StepRow]("concern", "事项", lambda row: Cell(badge=_badge(row))),
    Column[StepRow]("owner", "项目", lambda row: Cell(row.owner, tip=row.owner)),
    Column[StepRow]("findings", "问题", lambda row: Cell(row.summary, tip=row.details)),
    Column[StepRow]("way_out", "怎么办", lambda row: Cell(row.step.concern.way_out, muted=True)),
)
