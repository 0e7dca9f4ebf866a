"""The page of a project: its name, which always stays in sight, and below it the form and the grid."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QToolButton, QVBoxLayout, QWidget

from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.panels.project_form import ProjectForm
from gzgoals.gui.widgets.scrolling_page import ScrollingPage
from gzgoals.gui.widgets.type_size import follow_type, scaled

_LEAST_GRID = 180
"""Pixels that the grid is high at least where all of the page is seen, for some rows below its titles."""
_LOWEST_GRID = 110
"""The same where the page scrolls, and the grid alone fills it."""
_GAP = 8


class ProjectPage(QWidget):
    """Shows form and grid above each other, or in little height one of them, and a button that goes to the other.

    A scroll bar beside that of the grid would leave one in doubt which of them is which.
    """

    def __init__(self, form: ProjectForm, grid: GridPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._grid = grid
        self.turn = QToolButton(self)
        self.turn.setProperty("framed", True)
        self.turn.hide()
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(form)
        self._parts.addWidget(grid)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([140, 420])
        self._view = ScrollingPage(self._parts, self)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        follow_type(self, self._fit)
        self._view.viewport().installEventFilter(self)
        bar = self._view.verticalScrollBar()
        bar.valueChanged.connect(self._name_turn)
        bar.rangeChanged.connect(self._on_range_changed)
        self.turn.clicked.connect(self._on_turned)

    def _lay_out(self) -> None:
        self._form.heading_line.addWidget(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._form.heading)
        column.addWidget(self._view, 1)
        QWidget.setTabOrder(self._form.name, self.turn)
        QWidget.setTabOrder(self.turn, next(iter(self._form.amounts.values())))

    def bring(self, part: QWidget) -> None:
        """Bring a field into sight with what it is called, or all of the grid for a part of it."""
        if part is self._grid or self._grid.isAncestorOf(part):
            self._view.bring(self._grid, around=0)
        elif (around := part.parentWidget()) and self._view.isAncestorOf(around):
            self._view.bring(around)

    def least_height(self) -> int:
        """Return how high the page must be not to scroll."""
        return self._form.heading.sizeHint().height() + _GAP + self._least_parts()

    def _least_parts(self) -> int:
        grid = scaled(self, _LEAST_GRID)
        return self._form.minimumSizeHint().height() + self._parts.handleWidth() + grid

    def _fit(self) -> None:
        """Give the grid all that is seen, where form and grid are not both seen."""
        room = self._view.viewport().height()
        low = room < self._least_parts()
        lowest, usual = scaled(self, _LOWEST_GRID), scaled(self, _LEAST_GRID)
        self._grid.setMinimumHeight(max(room, lowest) if low else usual)

    def _at_grid(self) -> bool:
        bar = self._view.verticalScrollBar()
        return bar.value() * 2 > bar.maximum()

    def _name_turn(self) -> None:
        self.turn.setVisible(self._view.verticalScrollBar().maximum() > 0)
        self.turn.setText("↑ 资金和目标" if self._at_grid() else "↓ 指标")

    def _on_range_changed(self) -> None:
        self._name_turn()
        if hand := QApplication.focusWidget():
            self.bring(hand)  # what had come into sight in the room of before

    def _on_turned(self) -> None:
        to = next(iter(self._form.amounts.values())) if self._at_grid() else self._grid.view
        to.setFocus(Qt.FocusReason.TabFocusReason)  # as Tab comes to it: to a cell that can be edited

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._view.viewport():
            self._fit()
        return super().eventFilter(watched, event)
