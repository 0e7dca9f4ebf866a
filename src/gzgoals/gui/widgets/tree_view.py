"""The project tree's view: several rows can be selected, dragged and have others of this window dropped on them."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from gzgoals.core.table import money_text
from gzgoals.gui.models.project_rows import COLUMNS, ROOT
from gzgoals.gui.models.tree_model import TreeModel
from gzgoals.gui.widgets.cell_delegate import PADDING, CellDelegate
from gzgoals.gui.widgets.project_view import ProjectView
from gzgoals.gui.widgets.type_size import scaled

_AMOUNT, _BADGE = (next(n for n, column in enumerate(COLUMNS) if column.key == key) for key in ("amount", "badge"))

_SPARE = 12
"""Pixels that a column may be wider than it need be."""
_LEAST_NAME = 150
"""Pixels of the usual type that names have at least; where there is less room the amounts give way."""


class TreeView(ProjectView):
    """A tree whose rows are painted as cells; what is dragged out of another program is not taken."""

    def __init__(self, model: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = model
        self._extremes = (Decimal("0.00"), Decimal("0.00"))
        self.setModel(model)
        self.setAccessibleName("项目树")
        self.setHeaderHidden(True)
        self.setItemDelegate(CellDelegate(parent=self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (_AMOUNT, _BADGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def fit_amounts(self, amounts: Iterable[Decimal], *, known: bool = False) -> None:
        """Make room for the smallest and the largest of these amounts, and of those `known` from before.

        Qt would ask a thousand rows at every key.
        """
        every = [*(self._extremes if known else ()), *amounts]
        self._extremes = min(every), max(every)
        self._fit_columns()

    def _fit_columns(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        widest = max(QFontMetrics(bold).horizontalAdvance(money_text(amount)) for amount in self._extremes)
        badge = self.sizeHintForIndex(self._tree.index_of(ROOT, _BADGE)).width()
        narrow = self.viewport().width() < widest + PADDING + badge + scaled(self, _LEAST_NAME)
        if narrow != self.isColumnHidden(_AMOUNT):
            self.setColumnHidden(_AMOUNT, narrow)  # the form and the tooltips tell it too
        for column, width in ((_AMOUNT, widest + PADDING), (_BADGE, badge)):
            if not 0 <= self.columnWidth(column) - width <= _SPARE:  # else all rows would be painted at many a key
                self.setColumnWidth(column, width + _SPARE // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._tree.rowCount():
            self._fit_columns()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None:  # its keys would mean nothing here
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.source() is None:
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not None:
            super().dropEvent(event)
