"""Room for projects side by side: on a low screen the form above the tabs becomes lower, or makes way."""

from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from gzgoals.gui.panels.matrix_panel import MatrixPanel

_LEAST_FORM = 15
"""Heights of a line that the form is left at least; where too few projects are to be seen then, it is hidden."""
_LEAST_ROWS, _MANY_ROWS = 3, 8
"""How many projects are to be seen at least, and up to how many there is to be room for."""


class MatrixRoom:
    """Divides the room between the form and the tabs below it while the matrix is shown."""

    def __init__(self, splitter: QSplitter, form: QWidget, tabs: QTabWidget, matrix: MatrixPanel) -> None:
        self._splitter = splitter
        self._form = form
        self._tabs = tabs
        self._matrix = matrix
        tabs.currentChanged.connect(self.give_back)

    def take(self) -> int:
        """Show the tab of the matrix and return how high the tabs are to be."""
        self._tabs.setCurrentWidget(self._matrix)  # it knows what it shows once it is in sight
        tabs = self._tabs.tabBar().height() + 8
        least = _LEAST_FORM * self._form.fontMetrics().height()
        room = sum(self._splitter.sizes()) - least
        self._form.setVisible(room >= tabs + self._matrix.wanted_height(_LEAST_ROWS))
        self._form.setMinimumHeight(least)
        return min(tabs + self._matrix.wanted_height(_MANY_ROWS), room)

    def give_back(self) -> None:
        """Give the form its room again, when another tab is shown or the user is taken to a field of the form."""
        if self._tabs.currentWidget() is not self._matrix or not self._matrix.stays:
            self._form.setMinimumHeight(0)
            self._form.show()
