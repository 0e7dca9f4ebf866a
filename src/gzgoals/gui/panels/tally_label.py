"""How many problems of each severity the table has, as badges beside the tabs."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gzgoals.core.checks import Severity
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.badge import BadgeLabel


class TallyLabel(QWidget):
    """A badge for each severity that occurs, the gravest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.badges = {severity: BadgeLabel(self) for severity in sorted(Severity, reverse=True)}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 10)
        line.setSpacing(6)
        for badge in self.badges.values():
            line.addWidget(badge)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the counts as they are now."""
        counts = self._session.checked.counts
        for severity, label in self.badges.items():
            label.set_badge(Badge(severity, counts[severity]) if counts[severity] else Badge())
