"""The tab 版面预览: the official pages as they will print, following every key; a click in them goes to the field."""

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.checks import Severity
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.background import Background
from gzgoals.gui.paper.columns import widths_with
from gzgoals.gui.paper.fonts import font_told
from gzgoals.gui.paper.live import AtMost, LivePages, live_pages
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page
from gzgoals.gui.paper.picture import page_picture, page_size
from gzgoals.gui.paper.setup import UNITS_PER_POINT
from gzgoals.gui.paper.where import areas_of, place_at
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.pages_view import Outline
from gzgoals.gui.widgets.preview_bar import PreviewBar
from gzgoals.gui.widgets.preview_pages import PreviewPages

_AT_ONCE = AtMost(rows=60, pages=40)
"""What is done between two keys; what takes more is done in the background."""
_PAUSE = 250
"""Milliseconds without an edit after which it is done there: two things at once would be felt at the keys."""
_COMING = "正在排版…"


class MarksOf(Protocol):
    """Tells what pages bear beside the table today."""

    def __call__(self, setup: PageSetup, *, errors: bool) -> Marks:
        """Return it for a setup, of a table that has errors or has none."""


def _numbered(setup: PageSetup, *, errors: bool) -> Marks:  # noqa: ARG001
    return Marks(setup.numbered)


class PreviewPanel(QWidget):
    """The pages of the open table, kept up to date while they are in sight; the row that is edited is marked.

    Signals
    -------
    print_wanted()
        The user wants to print.
    setup_wanted()
        The user wants to set up the pages.
    setup_chosen(PageSetup)
        The user has changed the widths of the columns.
    """

    print_wanted = Signal()
    setup_wanted = Signal()
    setup_chosen = Signal(object)

    def __init__(
        self, session: Session, setup: PageSetup, marks: MarksOf = _numbered, parent: QWidget | None = None
    ) -> None:
        """Show the pages as `setup` makes them; `marks` tells what they bear, of a table with errors or without."""
        super().__init__(parent)
        self._session = session
        self._setup = setup
        self._marks_of = marks
        self._live: LivePages | None = None
        self._laid: GoalTable | None = None
        self._drawn: dict[int, Page] = {}
        self._spot = session.place
        self._marked = Place()
        self._is_late = False
        self._background = Background(self)
        self._background.done.connect(self._on_laid_out)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._follow)
        self.view = PreviewPages(self._draw, self)
        self.bar = PreviewBar(self)
        self.message = QLabel(_COMING, self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.message)
        self._pages.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._pages, 1)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.shown.connect(self._on_spot)
        session.located.connect(self._on_spot)
        self.view.clicked.connect(self._on_clicked)
        self.view.scrolled.connect(self._on_scrolled)
        self.view.rule_moved.connect(self._on_rule_moved)
        self.bar.page_chosen.connect(self.view.show_page)
        self.bar.stepped.connect(self._on_stepped)
        self.bar.zoomed.connect(self.view.zoom)
        self.bar.fit_wanted.connect(self.view.fit)
        self.bar.whole_wanted.connect(self.view.fit_page)
        self.bar.setup_wanted.connect(self.setup_wanted)
        self.bar.print_wanted.connect(self.print_wanted)

    def set_setup(self, setup: PageSetup) -> None:
        """Show the pages as another setup makes them."""
        self._setup = setup
        self._wake()

    def drawn_page(self, number: int) -> Page | None:
        """Return a page as it was drawn last, None where it was not yet."""
        return self._drawn.get(number)

    def enter(self) -> None:
        """Give the pages the keyboard."""
        self.view.setFocus()

    def _on_opened(self) -> None:
        self._live, self._laid, self._drawn = None, None, {}
        self._is_late = False
        self._spot = self._session.place
        self._background.drop()
        self._pages.setCurrentWidget(self.message)
        self.message.setText(_COMING)
        self.view.set_pages((), ())
        self._wake()

    def _on_changed(self, change: Change) -> None:
        if change.old is not change.new:
            self._spot = self._session.history.now.place
        self._wake()

    def _on_spot(self, place: Place) -> None:
        self._spot = place
        self._wake()

    def _wake(self) -> None:
        """Follow once what is being done now is done, where anyone can see it."""
        if self.isVisible():
            self._timer.start(_PAUSE if self._is_late else 0)

    def _follow(self) -> None:
        table, setup, former = self._session.table, self._setup, self._live
        marks = self._marks_of(setup, errors=bool(self._session.checked.counts[Severity.ERROR]))
        if self._laid is table and former and (former.setup, former.form.marks) == (setup, marks):
            self._mark()
            return
        if self._background.busy:
            return  # what comes is followed to what is open by then
        if not self._is_late:
            try:
                live = live_pages(table, setup, former, _AT_ONCE, marks)
            except GzgoalsError as error:
                self._tell(str(error))
                return
            if live:
                self._show(table, live)
                return
            if former:
                self._is_late = True
                self._timer.start(_PAUSE)
                return
        self._background.ask(lambda: _laid_out(table, setup, former, marks))

    def _on_laid_out(self, outcome: tuple[GoalTable, LivePages] | str) -> None:
        self._is_late = False
        if isinstance(outcome, str):
            self._tell(outcome)
            return
        table, live = outcome
        if live.setup == self._setup:
            self._show(table, live)
        if table is not self._session.table or live.setup != self._setup:
            self._wake()

    def _show(self, table: GoalTable, live: LivePages) -> None:
        former, self._live, self._laid = self._live, live, table
        known = former and _beside(former) == _beside(live)
        drawn = self.view.pictured
        stale = [page for page in drawn if not known or live.page(page) != self._drawn.get(page)]
        self._drawn = {page: shown for page, shown in self._drawn.items() if page in drawn}
        self.view.set_pages((page_size(live.setup),) * live.page_count, stale)
        self._pages.setCurrentWidget(self.view)
        self.bar.set_count(live.page_count)
        self.view.set_rules([column.right / UNITS_PER_POINT for column in live.form.columns[:-1]])
        self.bar.told.set_text(font_told(live.setup.font))
        self._mark()

    def _mark(self) -> None:
        """Mark the row and the field that are edited, and bring them into view where they are others than before."""
        if self._live is None:
            return
        thing = self._spot.thing
        row = [Outline(*area, soft=True) for area in areas_of(self._live, Place(thing.unit, thing.project))]
        exact = [Outline(*area) for area in areas_of(self._live, self._spot)] if self._spot != thing.at("") else []
        if thing.indicator and not exact:
            exact = [Outline(*area) for area in areas_of(self._live, thing)]
        self.view.outline([*exact, *row], follow=self._spot != self._marked)
        self._marked = self._spot

    def _tell(self, message: str) -> None:
        self.message.setText(message)
        self._pages.setCurrentWidget(self.message)

    def _draw(self, number: int, scale: float) -> QImage | None:
        if self._live is None:
            return None
        page = self._drawn[number] = self._live.page(number)
        return page_picture(page, self._live.form, self._live.page_count, page_size(self._live.setup), scale)

    def _on_clicked(self, page: int, x: float, y: float) -> None:
        if self._live is not None and (place := place_at(self._live, page, x, y)):
            self._marked = place  # what was clicked is in sight
            self._session.go(place)

    def _on_rule_moved(self, rule: int, x: float) -> None:
        """Let the columns on both sides of a rule share their room otherwise."""
        if self._live is not None:
            self.setup_chosen.emit(self._setup.replaced(widths=widths_with(self._live.form.columns, rule, x)))

    def _on_scrolled(self, page: int, _scale: float) -> None:
        if self._live is not None:
            self.bar.show_page(page)

    def _on_stepped(self, by: int) -> None:
        self.view.show_page(self.view.page + by)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wake()


def _beside(live: LivePages) -> tuple[object, ...]:
    """Return what every page shows beside its rows."""
    return live.page_count, live.setup, live.form.marks


def _laid_out(
    table: GoalTable, setup: PageSetup, former: LivePages | None, marks: Marks
) -> tuple[GoalTable, LivePages] | str:
    try:
        live = live_pages(table, setup, former, marks=marks)
    except GzgoalsError as error:
        return str(error)
    return (table, live) if live else ""
