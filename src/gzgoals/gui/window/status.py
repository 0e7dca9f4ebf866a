"""The status bar: whether the work is saved and where, what is wrong, and the year."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStatusBar

from gzgoals.core.checks import Severity
from gzgoals.core.visible import visible_line
from gzgoals.gui.models.tips import tip
from gzgoals.gui.session import Session

_A_WHILE = 8000
"""Milliseconds that a message stays."""

_EXPORTED = 15_000
"""Milliseconds for which it is told where an export went."""


def say(window: QMainWindow, text: str, milliseconds: int = _A_WHILE) -> None:
    """Say in the window's status bar, and to a screen reader, what was done or what is to be done, for a while."""
    bar = window.statusBar()
    bar.showMessage(text, milliseconds)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(bar, text))


def say_exported(window: QMainWindow, path: Path) -> None:
    """Say in the status bar where an export went."""
    say(window, f"已导出：{visible_line(str(path))}", _EXPORTED)


class Status(QStatusBar):
    """Tells at a glance how things stand."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.saved, self.file, self.counts, self.year = QLabel(), QLabel(), QLabel(), QLabel()
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(self.saved)
        self.addWidget(self.file, 1)
        self.addPermanentWidget(self.counts)
        self.addPermanentWidget(self.year)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.history_changed.connect(self.refresh)
        session.checking_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        session = self._session
        self.saved.setText("● 有未保存的修改" if session.modified else "✓ 已保存" if session.path else "新表")
        self.file.setText(visible_line(session.path.name) if session.path else "")
        self.file.setToolTip(tip(str(session.path or "")))
        counts = session.checked.counts
        told = " · ".join(f"{each.word} {counts[each]}" for each in sorted(Severity)[::-1])
        self.counts.setText("正在检查…" if session.checking else told)
        self.year.setText(f"{session.table.year} 年度")

    def show_rules(self, text: str) -> None:
        """Tell in the counts' tooltip by which rules is checked."""
        self.counts.setToolTip(tip(text))
