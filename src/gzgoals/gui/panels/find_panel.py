"""The tab 查找替换: every cell that holds a text, what it would become, and one step that makes it so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.search import Found, Hit, Query, changing, find, replace
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.gui.background import Background
from gzgoals.gui.models.hit_rows import COLUMNS, HitRow, hit_rows
from gzgoals.gui.models.hit_words import told, why_nothing
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.find_bar import FindBar
from gzgoals.gui.widgets.hit_view import HitView
from gzgoals.gui.widgets.text_field import one_line

Make = Callable[[GoalTable, Sequence[Hit], str], GoalTable | None]
"""Makes the table in which a text has come in the place of all hits, None where the user would rather not wait."""

_WIDTHS = {"ticked": 46, "owner": 190, "where": 160}
"""Widths in pixels at 100 %; the texts share what is left."""

AT_ONCE = 2000
"""The number of indicators up to which a text is looked for at each key; in more of them beside the window."""

LISTED = 500
"""How many hits are listed; the others are replaced all the same."""

_ROWS = 3
"""How many rows, with the titles, are seen at least when the tab is wanted."""

_PAUSE, _REST = 120, 400
"""Milliseconds after a key, and after an edit, until a large table is looked through."""

_ALL, _UNIT, _PROJECT, _CHOSEN = "all", "unit", "project", "chosen"
_SCOPES = {_ALL: "全部项目", _UNIT: "当前单位", _PROJECT: "当前项目"}


class FindPanel(QWidget):
    """Looks for what the bar says, lists it, and follows the table without losing ticks.

    Signals
    -------
    replace_wanted(every)
        The user wants the ticked hits replaced, or every one.
    left()
        The user wants to go back to the work.
    gone(hit)
        The user has been taken to this hit.
    """

    replace_wanted = Signal(bool)
    left = Signal()
    gone = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found = Found(session.table, Query(), {}, ())
        self._hits: tuple[Hit, ...] = ()
        self._off: frozenset[Place] = frozenset()
        self._chosen: tuple[Place, ...] = ()
        self._at, self._stands = -1, False
        self._stale = False
        self.bar = FindBar(self)
        self.model: RowsModel[HitRow] = RowsModel(COLUMNS, parent=self)
        self.view = HitView(self.model, _WIDTHS, self)
        self.view.setAccessibleName("查找结果")
        self.view.setMinimumHeight(1)  # in a low window the list gives way, not the bar
        self.more = QLabel(self)
        self.more.setObjectName("caption")
        self.more.setContentsMargins(12, 4, 12, 4)
        self.more.hide()
        self._nothing = QLabel(self)
        self._nothing.setObjectName("caption")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._background = Background(self)
        self._pause = QTimer(self, singleShot=True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        layout.addWidget(self.bar)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self.more)
        self._connect()
        self._on_opened()

    def _connect(self) -> None:
        self.bar.edited.connect(self._on_edited)
        self.bar.new_edited.connect(self._show)
        self.bar.stepped.connect(self.step)
        self.bar.replace_wanted.connect(self.replace_wanted)
        self.bar.left_down.connect(self._enter_list)
        self.bar.left.connect(self.left)
        self.view.chosen.connect(self._on_chosen)
        self.view.left_up.connect(self.bar.text.setFocus)
        self.model.wished.connect(self._on_wished)
        self._pause.timeout.connect(self._on_paused)
        self._soon.timeout.connect(self._show)
        self._background.done.connect(self._on_found)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # elsewhere it fills cells
            shortcut.activated.connect(lambda: self.replace_wanted.emit(False))
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.shown.connect(self._on_shown)

    def set_chosen(self, places: Sequence[Place]) -> None:
        """Offer to look only in these units and projects, which the user has selected; and choose so."""
        self._chosen = tuple(places)
        self.bar.set_scopes(_SCOPES | ({_CHOSEN: f"选定的 {len(places)} 项"} if places else {}))
        if places:
            self.bar.scope.set_value(_CHOSEN)
        self._on_edited()

    @property
    def needs(self) -> int:
        """How high the panel must be to show the bar and some hits, in pixels."""
        return self.bar.minimumSizeHint().height() + _ROWS * self.bar.text.sizeHint().height()

    @property
    def query(self) -> Query:
        """What is looked for now."""
        here, scope = self._session.place, self.bar.scope.value()
        places = {_UNIT: (Place(here.unit),), _PROJECT: (here.thing,), _CHOSEN: self._chosen}
        return self.bar.query(places.get(str(scope), (TABLE,)))

    def step(self, by: int) -> None:
        """Go to the next hit, or the former one, round and round; begin with the project that is shown."""
        if not self.bar.text.text():
            self.bar.begin("")
            return
        self._settle()
        if not self._hits:
            return
        if self._at < 0:
            order, here = _order(self._session.table), _key(self._session.place)
            behind = (n for n, hit in enumerate(self._hits) if order.get(_key(hit.place), 0) >= order.get(here, 0))
            at = next(behind, 0) - (by < 0)
        elif self._stands:
            at = self._at + by
        else:
            at = self._at if by > 0 else self._at - 1  # the hit is gone, and the next one has come in its place
        self._go(at % len(self._hits))

    def replaced(self, *, every: bool, make: Make = replace) -> int | None:
        """Replace the ticked hits, or every one, as one step; return how many, None where `make` would rather not."""
        self._settle()
        new = self._new
        hits = tuple(hit for hit in self._changing if every or hit.place not in self._off)
        if not hits:
            return 0
        if (table := make(self._session.table, hits, new)) is None:
            return None
        self.bar.forget_typing()
        self._session.apply(f"替换 {len(hits)} 处", lambda _: table, hits[0].place)
        if not self._hits:
            done = f"已{'替换' if new else '删去'} {len(hits)} 处"
            self.bar.counts.set_text(done)
            self._nothing.setText(f"{done}，按 Ctrl+Z 可一步撤销。")
        return len(hits)

    @property
    def _new(self) -> str:
        return one_line(self.bar.new.text())

    @property
    def _changing(self) -> Sequence[Hit]:
        return changing(self._hits, self._found.query, self._new)

    @property
    def _is_large(self) -> bool:
        return self._session.checked.figures.indicators > AT_ONCE

    def _settle(self) -> None:
        """Know the hits in the table as it is now, at once: they are going to be used."""
        query = self.query
        if self._found.query != query or self._found.table is not self._session.table:
            self._take(find(self._session.table, query, self._found))

    def _on_edited(self) -> None:
        if self.query != self._found.query:
            self._off, self._at, self._stands = frozenset(), -1, False
        self._follow(_PAUSE)

    def _follow(self, pause: int) -> None:
        """Look for what the bar says, in a large table after a pause and beside the window."""
        self._background.drop()
        if not self._is_large or not self.bar.text.text():
            self._pause.stop()
            self._settle()
            return
        self._pause.start(pause)
        if self._found.query != self.query:
            self.bar.counts.set_text("正在查找…")

    def _on_paused(self) -> None:
        table, query, known = self._session.table, self.query, self._found
        self._background.ask(lambda: find(table, query, known))

    def _on_found(self, found: Found) -> None:
        if found.query == self.query:
            self._take(found)
        if found.query != self.query or found.table is not self._session.table:
            self._pause.start(_REST)

    def _take(self, found: Found) -> None:
        """Show other hits, and stay at the one that the user was at, or where it was."""
        at = self._hits[self._at].place if self._stands else None
        self._found, self._hits = found, tuple(found.hits)
        self._background.drop()
        if at is not None:
            now = next((number for number, hit in enumerate(self._hits) if hit.place == at), None)
            self._stands = now is not None
            self._at = self._at if now is None else now
        self.bar.counts.set_text(told(found))
        self._nothing.setText(why_nothing(found.query))
        self._show()

    def _show(self) -> None:
        """Show the hits with what they would become."""
        hits, new = self._hits, self._new
        self.model.set_rows(hit_rows(hits[:LISTED], new, self._off))
        self._pages.setCurrentWidget(self.view if hits else self._nothing)
        rest = len(hits) - LISTED
        self.more.setText(f"先列出 {LISTED} 处；还有 {rest} 处没有列出，替换时一并替换。")
        self.more.setVisible(rest > 0)
        others = self._changing
        self.bar.set_replaceable(sum(hit.place not in self._off for hit in others), len(others))

    def _go(self, at: int) -> None:
        self._at, self._stands = at, True
        hit = self._hits[at]
        if at < len(self.model.rows):
            index = self.model.index(at, 1)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self._session.go(hit.place)
        self.gone.emit(hit)

    def _enter_list(self) -> None:
        self._settle()
        if not self.model.rows:
            return
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 1))
        self.view.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        self._go(index.row())

    def _on_wished(self, place: Place, _column: str, text: str) -> None:
        self._off = self._off - {place} if text else self._off | {place}
        self._soon.start()  # many rows may be ticked at once

    def _on_opened(self) -> None:
        self._off, self._at, self._stands = frozenset(), -1, False
        with QSignalBlocker(self.bar):
            self.bar.set_scopes(_SCOPES)
        self._take(Found(self._session.table, Query(), {}, ()))
        self._follow(_PAUSE)

    def _on_changed(self, change: Change) -> None:
        if change.old is not change.new:
            self._stale = True
            if self.isVisible():
                self._catch_up()

    def _on_shown(self) -> None:
        if self.bar.scope.value() in (_UNIT, _PROJECT):
            self._on_edited()

    def _catch_up(self) -> None:
        self._stale = False
        self._follow(_REST)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._catch_up()
        super().showEvent(event)


def _key(place: Place) -> str:
    return place.project or place.unit


def _order(table: GoalTable) -> dict[str, int]:
    """Return where each unit and project stands in the table, by its id."""
    ids = [thing for unit in table.units for thing in (unit.id, *(project.id for project in unit.projects))]
    return {thing: number for number, thing in enumerate(ids, 1)}
