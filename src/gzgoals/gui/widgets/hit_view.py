"""The list of hits: ticked with the space bar, gone to with a click or Enter."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gzgoals.gui.models.rows_model import R, RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.typing_view import is_enter


class HitView(ChoosingView):
    """Shows a model of rows that are both ticked and gone to.

    Signals
    -------
    chosen(index)
        The user wants to go to what this row speaks of.
    left_up()
        The user wants to go back to what stands above the list.
    """

    chosen = Signal(QModelIndex)
    left_up = Signal()

    def __init__(self, model: RowsModel[R], widths: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(model, widths, parent)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if is_enter(event) and here.isValid():
            self.chosen.emit(here)
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and here.row() == 0):
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self.chosen.emit(index)
