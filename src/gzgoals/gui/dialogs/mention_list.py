"""The years in a table's texts, before and after, to be ticked one by one or all at once."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from gzgoals.core.edits import find_project
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years.rolling import Mention
from gzgoals.gui.models.mention_rows import COLUMNS, MentionRow
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView

_WIDTHS = {"ticked": 36, "owner": 150, "where": 84}


class MentionList(QWidget):
    """A row a text with a year in it.

    Signals
    -------
    ticked(places, bool)
        The user wants the years in the texts at these places advanced, or not.
    chosen(place)
        The user is at this text now.
    """

    ticked = Signal(object, bool)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[MentionRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self, lines=2)
        self.view.setAccessibleName("文字中的年份")
        self._none = QLabel("文字中没有需要顺延的年份。", self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setObjectName("caption")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._none)
        self.model.wished.connect(self._on_wished)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def show_mentions(self, table: GoalTable, mentions: Sequence[Mention], advanced: Collection[Place]) -> None:
        """Show the mentions in `table`; those whose texts are `advanced` are ticked."""
        self.model.set_rows(mention_rows(table, mentions, advanced))
        self._pages.setCurrentWidget(self.view if mentions else self._none)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every row, or none."""
        self.ticked.emit(tuple(row.key for row in self.model.rows), ticked)

    def _on_wished(self, place: Place, _column: str, text: str) -> None:
        self.ticked.emit((place,), bool(text))

    def _on_row_changed(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.chosen.emit(self.model.rows[row].key)


def mention_rows(table: GoalTable, mentions: Sequence[Mention], advanced: Collection[Place]) -> tuple[MentionRow, ...]:
    """Return a row a mention."""
    return tuple(_row(table, mention, advanced) for mention in mentions)


def _row(table: GoalTable, mention: Mention, advanced: Collection[Place]) -> MentionRow:
    place = mention.place.at(mention.field)
    owner, where = _owner(table, place), _where(table, place)
    return MentionRow(place, owner, where, mention.before, mention.after, place in advanced, mention.usual)


def _owner(table: GoalTable, place: Place) -> str:
    if place.project:
        return find_project(table, place).name or "（未填项目名称）"
    return next((unit.name for unit in table.units if unit.id == place.unit), table.department)


def _where(table: GoalTable, place: Place) -> str:
    word = _FIELDS.get(place.field) or _FIELDS.get(place.field.partition(".")[0], "")
    if not place.indicator:
        return word
    try:
        ids = [each.id for each in find_project(table, replace(place, indicator="")).indicators]
    except PlaceGoneError:
        return word
    return f"指标 {ids.index(place.indicator) + 1} · {word}" if place.indicator in ids else word


_FIELDS = {"name": "名称", "objective": "绩效目标", "cycle": "周期值", "annual": "年度值", "department": "部门名称"}
