"""What the list of doubts about an import shows: the kind, where it is, what was understood, why, and a tick."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from gzgoals.core.checks import Severity
from gzgoals.gui.models.cells import Badge, Cell, Editor
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, as text that the user can change; `choices` where it is one of a few, `lead` stands before.

    Not `open` when it cannot be changed here.
    """

    text: str
    choices: tuple[str, ...] = ()
    lead: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt by its number, with what is understood now; `settled` when ticked, `corrected` when changed here."""

    key: int
    kind: str
    where: str
    answer: Answer
    why: str
    told: str
    settled: bool
    corrected: bool


def _kind(row: DoubtRow) -> Cell:
    fine = row.settled or row.corrected
    badge = Badge(Severity.HINT if fine else Severity.WARNING, 0, row.kind)
    return Cell(badge=badge, tip=row.told, spoken=f"{'已核对' if fine else '待核对'}：{row.kind}")


def _answer(row: DoubtRow) -> Cell:
    answer = row.answer
    editor = Editor.NONE if not answer.open else Editor.CHOICE if answer.choices else Editor.TEXT
    shown = f"{answer.lead}{answer.text}" if answer.lead else ""
    prompt = "（未填）" if answer.open else ""
    return Cell(
        answer.text, tip=row.told, editor=editor, choices=answer.choices, shown=shown, prompt=prompt,
        strong=row.corrected,
    )  # fmt: skip


def _settled(row: DoubtRow) -> Cell:
    fine = row.settled or row.corrected
    state = Qt.CheckState.Checked if fine else Qt.CheckState.Unchecked
    shown = "已更正" if row.corrected else "采用"
    return Cell(shown, check=state, muted=not fine, tip="按“识别为”一栏采用（空格键）")


COLUMNS = (
    Column[DoubtRow]("kind", "待核对", _kind),
    Column[DoubtRow]("where", "位置", lambda row: Cell(row.where, tip=row.where)),
    Column[DoubtRow]("answer", "识别为", _answer),
    Column[DoubtRow]("why", "依据", lambda row: Cell(row.why, tip=row.told)),
    Column[DoubtRow]("settled", "采用", _settled),
)
