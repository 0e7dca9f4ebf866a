"""The tab 与上年对比: every change against the year before, with reasons that are kept in the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.years import Change, put_reason
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.compare_view import CompareView

_NO_YEAR = "这张表还没有记住上一年的数据。\n选择上年的表后，这里逐条列出改动和金额增减，并可填写理由。"
_COMING = "正在与上年对比…"
_SAME = "与上年完全相同，没有改动。"


class ComparePanel(QWidget):
    """The comparison of the open table with the year that it remembers, kept up to date while it is in sight.

    Signals
    -------
    last_year_wanted()
        The user wants to choose the table of the year before.
    """

    last_year_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.view = CompareView(self, writable=True)
        self.choose = QPushButton("选择上年的表…", self)
        self._same = _message(_SAME, self)
        self._coming = _message(_COMING, self)
        self._nothing = _empty_page(self, self.choose)
        self._pages = QStackedLayout(self)
        for page in (self.view, self._nothing, self._same, self._coming):
            self._pages.addWidget(page)
        self.choose.clicked.connect(self.last_year_wanted)
        self.view.chosen.connect(self._on_chosen)
        self.view.reason_wished.connect(self._on_reason_wished)
        session.opened.connect(self._on_changed)
        session.changed.connect(self._on_changed)
        session.compared.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the comparison as it is now."""
        self._stale = False
        comparison = self._session.known_comparison
        if comparison is None:
            self.view.clear()
            remembers = self._session.table.last_year is not None
            self._pages.setCurrentWidget(self._coming if remembers else self._nothing)
            return
        if comparison is self.view.comparison:
            return
        self.view.set_comparison(comparison)
        self._pages.setCurrentWidget(self.view if comparison.changes else self._same)

    def commit(self) -> None:
        """Bring a half-typed reason into the table."""
        self.view.view.commit()

    def enter(self) -> None:
        """Give the keyboard to the list, or to the button where there is no list yet."""
        if self._session.table.last_year is None:
            self.choose.setFocus()
            return
        table = self.view.view
        if not table.currentIndex().isValid():
            table.setCurrentIndex(self.view.model.index(0, 0))
        table.setFocus()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_chosen(self, change: Change) -> None:
        place = change.place
        self._session.go(place.thing if place.field == "unit" else place)

    def _on_reason_wished(self, change: Change, text: str) -> None:
        self._session.apply("填写变动理由", lambda table: put_reason(table, change, text), change.place)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)


def _message(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setObjectName("caption")
    return label


def _empty_page(parent: QWidget, button: QPushButton) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setSpacing(12)
    column.addStretch(1)
    column.addWidget(_message(_NO_YEAR, page))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return page
