"""The badges of very many projects renewed some after some, so that no key has to wait for them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

_AT_ONCE = 40
"""The number of projects whose badges are renewed before the keys have their turn again."""

RowAndPlace = tuple[int, int]
"""A project by the row of its unit and its place there."""


class TreeTurns(QObject):
    """Gives projects their turn, some at once, the first of them now.

    Signals
    -------
    come(projects)
        It is the turn of these.
    """

    come = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._coming: list[tuple[RowAndPlace, ...]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self, projects: Sequence[RowAndPlace]) -> None:
        """Give all these their turn; who still waited before is forgotten."""
        self._coming = [tuple(projects[first : first + _AT_ONCE]) for first in range(0, len(projects), _AT_ONCE)][::-1]
        self._on_timeout()
        if self._coming:
            self._timer.start()

    def end(self) -> None:
        """Forget who still waits."""
        self._coming = []
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._coming:
            self.come.emit(self._coming.pop())
        if not self._coming:
            self._timer.stop()
