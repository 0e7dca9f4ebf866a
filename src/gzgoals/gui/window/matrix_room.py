"""Room for projects side by side: on a low screen the form above the tabs becomes lower, or makes way."""

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from gzgoals.gui.panels.matrix_panel import MatrixPanel

_LEAST_ROWS, _MANY_ROWS = 3, 8
"""How many projects are to be seen at least, and up to how many there is to be room for."""


class MatrixRoom:
    """Divides the room between the form and the tabs below it while the matrix is shown.

    `least` tells how high the form must be to show rows of its grid: where there is less, it makes way altogether, for
    a strip of it that scrolls would be of no use.
    """

    def __init__(
        self, splitter: QSplitter, form: QWidget, tabs: QTabWidget, matrix: MatrixPanel, least: Callable[[], int]
    ) -> None:
        self._splitter = splitter
        self._form = form
        self._tabs = tabs
        self._matrix = matrix
        self._least = least
        self._before: list[int] = []
        """How the room was divided before."""
        tabs.currentChanged.connect(self.give_back)

    def take(self) -> int:
        """Show the tab of the matrix and return how high the tabs are to be; 0 where no projects stand there."""
        self._tabs.setCurrentWidget(self._matrix)  # it knows what it shows once it is in sight
        if not self._matrix.model.rowCount():
            self.give_back()
            return 0
        self._before = self._before or self._splitter.sizes()
        tabs = self._tabs.tabBar().height() + 8
        room = sum(self._splitter.sizes()) - self._least()
        self._form.setVisible(room >= tabs + self._matrix.wanted_height(_LEAST_ROWS))
        return min(tabs + self._matrix.wanted_height(_MANY_ROWS), room)

    def give_back(self) -> None:
        """Give the form its room again, when another tab is shown or the user is taken to a field of the form."""
        if self._tabs.currentWidget() is self._matrix and self._matrix.stays:
            return
        self._form.show()
        if self._before:
            self._splitter.setSizes(self._before)
            self._before = []
