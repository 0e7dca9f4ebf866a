"""The doubts about an import: each to be corrected where it stands, or ticked as it is."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gzgoals.core.exchange import Doubt
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.import_review.corrections import answer_of, kind_of
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.models.doubt_rows import COLUMNS, DoubtRow
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView

_WIDTHS = {"kind": 84, "where": 176, "answer": 160, "settled": 84}
_GIVE = {"kind": 68, "where": 112, "answer": 112, "settled": 68}
_LINES = 3
_MOST = 4  # rows that the panel would like to show at once


class DoubtsPanel(QFrame):
    """A row a doubt."""

    def __init__(self, state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._state = state
        self.model: RowsModel[DoubtRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self, _LINES, grow=True, give=_GIVE)
        self.view.setAccessibleName("待核对的内容")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.model.wished.connect(self._on_wished)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        state.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how the doubts stand now."""
        self.model.set_rows(doubt_rows(self._state))

    def wanted_height(self) -> int:
        """Return how many pixels the panel would like to have: its header and a few rows."""
        self.view.resizeRowsToContents()
        rows = range(min(len(self.model.rows), _MOST))
        header = self.view.horizontalHeader().sizeHint().height()
        return header + sum(self.view.rowHeight(row) for row in rows) + 4

    def settle_all(self) -> None:
        """Tick every doubt."""
        self._state.settle(range(len(self.model.rows)), settled=True)

    def _on_wished(self, number: int, column: str, text: str) -> None:
        if column == "settled":
            self._state.settle((number,), settled=bool(text))
        else:
            self._state.correct(number, text)

    def _on_row_changed(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self._state.draft.doubts):
            doubt = self._state.draft.doubts[row]
            self._state.look_at(doubt.place, doubt.spot)


def doubt_rows(state: ReviewState) -> tuple[DoubtRow, ...]:
    """Return a row a doubt, in the order of the source."""
    return tuple(_row(state, number, doubt) for number, doubt in enumerate(state.draft.doubts))


def _row(state: ReviewState, number: int, doubt: Doubt) -> DoubtRow:
    return DoubtRow(
        key=number,
        kind=kind_of(doubt),
        where=_where(state.table, doubt),
        answer=answer_of(state.draft.table, state.table, doubt),
        why=doubt.why,
        told=doubt.text,
        settled=number in state.choices.settled,
        corrected=state.is_corrected(number),
    )


def _where(table: GoalTable, doubt: Doubt) -> str:
    """Return the project or unit that a doubt is about, and where it stands in the source."""
    return "\n".join(part for part in (_owner(table, doubt.place), doubt.spot.text) if part) or "整张表"


def _owner(table: GoalTable, place: Place) -> str:
    for unit in table.units:
        if unit.id == place.unit:
            project = next((each for each in unit.projects if each.id == place.project), None)
            if project is None:
                return unit.name
            ids = [indicator.id for indicator in project.indicators]
            number = f" · 指标 {ids.index(place.indicator) + 1}" if place.indicator in ids else ""
            return f"{project.name}{number}"
    return ""
