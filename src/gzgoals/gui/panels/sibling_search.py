"""The groups of siblings of the open table, which follow it: at once where that is quick, else after a pause, apart."""

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.siblings import find_siblings
from gzgoals.core.siblings.finding import Found
from gzgoals.gui.background import Background
from gzgoals.gui.session import LARGE, Session

_PAUSE = 400
"""Milliseconds without an edit after which the groups of a large table are looked for."""


class SiblingSearch(QObject):
    """Looks for groups when it is asked to.

    Signals
    -------
    found()
        What is `known` has caught up with the table.
    """

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.known: Found | None = None
        """The groups as they were found last, None before the first look at a table."""
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        session.opened.connect(self._on_opened)

    def look(self) -> bool:
        """Look for the groups of the table as it is now; tell whether that is done."""
        if self._session.checked.figures.indicators > LARGE:
            self._timer.start(_PAUSE if self.known else 0)
            return False
        self.known = find_siblings(self._session.table, self.known)
        self.found.emit()
        return True

    def _on_opened(self) -> None:
        self.known = None
        self._timer.stop()
        self._background.drop()

    def _on_timeout(self) -> None:
        table, known = self._session.table, self.known
        self._background.ask(lambda: find_siblings(table, known))

    def _on_done(self, found: Found) -> None:
        self.known = found
        self.found.emit()
