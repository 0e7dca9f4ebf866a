"""A list of things to go to: a click or Enter on a row goes there, once."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from gzgoals.gui.models.rows_model import R, RowsModel
from gzgoals.gui.widgets.cell_delegate import CellDelegate
from gzgoals.gui.widgets.column_widths import ColumnWidths, show_whole_rows
from gzgoals.gui.widgets.group_header import GroupHeader
from gzgoals.gui.widgets.typing_view import is_enter


class GoingView(QTableView):
    """Shows a model of rows; `widths` are pixels by column key in the usual type, columns without one share the rest.

    Signals
    -------
    chosen(index)
        The user wants to go to what this row speaks of. Qt's own `activated` comes along with a click on some desktops,
        and without one on others.
    """

    chosen = Signal(QModelIndex)

    def __init__(
        self, model: RowsModel[R], widths: Mapping[str, int], parent: QWidget | None = None, name: str = ""
    ) -> None:
        """Show `model`; `name` is by what the widths that the user drags are remembered."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(parent=self))
        show_whole_rows(self)
        self.setWordWrap(False)
        self.setHorizontalHeader(GroupHeader([""] * len(model.columns), self))
        self.widths = ColumnWidths(self, [column.key for column in model.columns], widths, name)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if is_enter(event) and here.isValid():
            self.chosen.emit(here)
        else:
            super().keyPressEvent(event)
