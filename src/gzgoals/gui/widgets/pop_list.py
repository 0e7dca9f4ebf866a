"""A list that pops up below the field one types in; the field keeps the keyboard, so that input methods go on."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gzgoals.gui.models.cells import Cell, Role
from gzgoals.gui.models.rows_model import Column, R, RowsModel
from gzgoals.gui.widgets.look import look_of
from gzgoals.gui.widgets.spanned_text import paint_spanned

_MARGIN = 8
"""Pixels left and right of a text."""
_FRAME = 4
"""Pixels that the frame takes off the height and off the width."""
_NOTE_PART = 0.45
"""How much of the list a note beside the text may take, where there is not room for both."""


class PopList(QFrame, Generic[R]):
    """Rows of which one may be current; it lies over the window of `field`, below the field or above it.

    Signals
    -------
    clicked(key)
        The row with this key was clicked.
    """

    clicked = Signal(object)

    def __init__(self, field: QWidget, columns: Sequence[Column[R]], most: int) -> None:
        """Show at most so many rows at once; the others are scrolled to."""
        super().__init__(field.window())
        self.setObjectName("pop_list")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field = field
        self._most = most
        self.model: RowsModel[R] = RowsModel(columns, parent=self)
        self.view = _view(self.model, self)
        self._words = QLabel(self)
        self._words.setObjectName("caption")
        self._words.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)  # within the border of the style sheet
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._words)
        self.view.clicked.connect(self._on_clicked)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def current(self) -> R | None:
        """The row that is current, if any."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[R], current: int = -1, words: str = "") -> None:
        """Show `rows`, one of them current, and `words` below them; hide where there are neither."""
        self.model.set_rows(rows)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.view.setVisible(bool(rows))
        self.go_to(current)
        if rows or words:
            self._place()
        self.setVisible(bool(rows or words))

    def go_to(self, row: int) -> None:
        """Make a row current, none with -1."""
        self.view.setCurrentIndex(self.model.index(row, 0))
        if row >= 0:
            self.view.scrollTo(self.view.currentIndex())

    def step(self, by: int) -> None:
        """Make another row current, that many rows on; from none, the first or the last one."""
        last, here = len(self.model.rows) - 1, self.view.currentIndex().row()
        if here < 0:
            self.go_to(0 if by > 0 else last)
        else:
            self.go_to(min(max(here + by, 0), last))

    @property
    def page(self) -> int:
        """How many rows are seen at once."""
        return max(self.view.viewport().height() // self._row_height, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.Hide:
                self.hide()
            elif event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self.isVisible():
                self._place()
        return super().eventFilter(watched, event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.clicked.emit(self.model.rows[index.row()].key)

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().lineSpacing() + 10

    def _place(self) -> None:
        """Lie below the field, or above it where there is more room; never wider than the texts or the field need."""
        window, field, rows = self._field.window(), self._field, len(self.model.rows)
        self.view.verticalHeader().setDefaultSectionSize(self._row_height)
        top = field.mapTo(window, QPoint()).y()
        below, above = window.height() - top - field.height(), top
        words = self._words.sizeHint() if self._words.text() else QSize(0, 0)
        wanted = min(rows, self._most) * self._row_height + words.height() + _FRAME
        goes_below = wanted <= below or below >= above
        height = min(wanted, below if goes_below else above)
        scrolls = height < rows * self._row_height + words.height() + _FRAME
        bar = self.view.verticalScrollBar().sizeHint().width() if rows and scrolls else 0
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view.setVerticalScrollBarPolicy(policy)
        widths = [self._column_width(column) for column in range(self.model.columnCount())]
        needed = max(sum(widths) + bar, words.width())
        width = min(max(needed + _FRAME, field.width()), window.width())
        left = min(max(field.mapTo(window, QPoint()).x(), 0), window.width() - width)
        self.setGeometry(QRect(left, top + field.height() if goes_below else top - height, width, height))
        self._share(widths, width - bar - _FRAME)
        self.raise_()

    def _column_width(self, column: int) -> int:
        font = QFont(self.font())
        font.setBold(True)  # what fits is strong
        metrics = QFontMetrics(font)
        cell = self.model.columns[column].cell
        widest = max((metrics.horizontalAdvance(cell(row).display) for row in self.model.rows), default=0)
        return widest + 2 * _MARGIN if widest else 0

    def _share(self, widths: list[int], room: int) -> None:
        """Give the columns what they need; the first takes what is left, and the others at most their part."""
        notes = sum(widths[1:])
        if sum(widths) > room and notes > (most := int(room * _NOTE_PART)):
            widths = [widths[0], *(width * most // notes for width in widths[1:])]
        for column, width in enumerate((room - sum(widths[1:]), *widths[1:])):
            self.view.setColumnWidth(column, width)


def _view(model: RowsModel[R], parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setModel(model)
    view.setItemDelegate(_PopDelegate(view))
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.horizontalHeader().hide()
    view.horizontalHeader().setMinimumSectionSize(0)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(0)
    view.setAccessibleName("可选内容")
    return view


class _PopDelegate(QStyledItemDelegate):
    """Paints a line of text on the ground that the style gives, the parts that fit standing out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell, look = index.data(Role.CELL), look_of(option.palette)
        assert isinstance(cell, Cell)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        whole.state &= ~QStyle.StateFlag.State_HasFocus
        whole.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        if whole.state & QStyle.StateFlag.State_Selected and index.column() == 0:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(look.accent))
        room = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        text = QFontMetrics(option.font).elidedText(cell.display, Qt.TextElideMode.ElideRight, int(room.width()))
        spans = [(start, min(end, len(text))) for start, end in cell.spans if start < len(text)]
        own = QColor(look.muted if cell.muted else look.text)
        painter.setFont(option.font)
        paint_spanned(painter, room, text, spans, (own, QColor(look.accent)))
