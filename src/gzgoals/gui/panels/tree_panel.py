"""The project tree with its filter and the sums below."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gzgoals.core.checks import Renewed
from gzgoals.core.edits import find_project, find_unit, place_of
from gzgoals.core.table import TABLE, Place
from gzgoals.core.years import Comparison
from gzgoals.gui.models.project_filter import OF_PROBLEMS, OF_YEARS, News, Sieve, news_of
from gzgoals.gui.models.project_rows import ROOT, TreeRow, project_tree, renewed_rows
from gzgoals.gui.models.tree_model import TreeModel
from gzgoals.gui.panels.sums_label import SumsLabel
from gzgoals.gui.panels.tree_choice import choose_in, chosen_in
from gzgoals.gui.panels.tree_drops import drop_indicators, drop_things
from gzgoals.gui.panels.tree_filter import TreeFilter
from gzgoals.gui.panels.tree_returns import TreeReturns
from gzgoals.gui.panels.tree_turns import TreeTurns
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.tree_view import TreeView

_PAUSE = 200
"""Milliseconds."""
_ALL_OPEN = 1000
"""The number of projects up to which all units are opened at first."""


class TreePanel(QWidget):
    """Department, units and projects with amounts and badges.

    Signals
    -------
    menu_wanted(position)
        The user asks for the menu of the current row; the position is a global one.
    told(text)
        What was done, in a sentence for the status bar.
    """

    menu_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._refreshing = False
        self._turns = TreeTurns(self)
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self.filtering = TreeFilter(self)
        self.filter = self.filtering.field
        self._sieve: Sieve | None = None
        self._news = News()
        self._compared: Comparison | None = None
        self._held = ""
        self._chosen: tuple[Place, ...] | None = None
        self.model = TreeModel(self)
        self.view = TreeView(self.model, self)
        self.sums = SumsLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(6)
        for part in (self.filtering, self.view, self.sums):
            layout.addWidget(part)
        TreeReturns(session, self.chosen, self.choose, self)
        self._connect()
        self._on_opened()

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.shown.connect(self._on_shown)
        self._session.located.connect(self._on_located)
        self._session.compared.connect(self._on_compared)
        self.filtering.edited.connect(self._on_filter_edited)
        self._typing.timeout.connect(self._show_filtered)
        self.filtering.left_down.connect(self.view.setFocus)
        self._turns.come.connect(self._on_turn_come)
        self._leaving.timeout.connect(self._refresh)
        self.view.selectionModel().selectionChanged.connect(self._forget_chosen)
        self.view.selectionModel().currentChanged.connect(self._forget_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.dragged.connect(self._on_dragged)
        self.model.indicators_dropped.connect(self._on_indicators_dropped)
        self.model.rowsInserted.connect(self._on_rows_inserted)

    def _on_opened(self) -> None:
        self.filtering.clear()
        self._set_tree()
        self._expand()
        self._on_shown(self._session.place)
        self.view.scrollTo(self.view.currentIndex())
        self.view.setFocus()

    def _refresh(self) -> None:
        self._set_tree()
        self._on_shown(self._session.place)

    def _set_tree(self) -> None:
        self._turns.end()
        self.filtering.set_last_year(self._session.table.last_year is not None)
        checked = self._session.checked
        self._sieve = self._new_sieve()
        tree = project_tree(self._session.table, checked, self._sieve, self._held)
        self._refreshing = True  # Qt moves on from a removed row by itself; what is shown is the session's to say
        self.model.set_tree(tree)
        self._refreshing = False
        self._forget_chosen()
        self.view.fit_amounts(row.amount for row in _every_row(tree))
        self.sums.set_figures(checked.figures)
        self.filtering.set_counts(sum(len(unit.children) for unit in tree.children), checked.figures.projects)

    def _new_sieve(self) -> Sieve | None:
        """Return what keeps the projects that are to be seen, by what is known now; None where all are."""
        session, wanted = self._session, self.filtering.wanted
        if wanted.is_all:
            return None
        if wanted.marks & OF_YEARS and self._compared is not session.known_comparison:
            self._compared = session.known_comparison
            self._news = news_of(self._compared)
        return Sieve(wanted, None if session.checking else session.checked, self._news)

    def _expand(self) -> None:
        """Open all units, or of very many projects those of the unit that is shown: each row costs its time."""
        if self._session.checked.figures.projects <= _ALL_OPEN or self._sieve:
            self.view.expandAll()
            return
        self.view.expand(self.model.index_of(ROOT))
        if unit := self._session.place.unit:
            self.view.expand(self.model.index_of(unit))

    def _on_changed(self, change: Change) -> None:
        """Show what one edit has changed: a few rows, where none have come, gone or moved."""
        renewed = change.renewed
        if self._sieve:
            self._hold()
        if renewed is None and change.old is change.new and not self._by_problems:
            self._renew_badges()
            return
        if renewed is None or not self._filters_alike(change, renewed):
            self._refresh()
            return
        self._show_renewed(renewed)
        self.sums.set_figures(change.checked.figures)

    def _hold(self) -> None:
        """Keep what is being edited in sight until another thing is shown, whatever becomes of it."""
        shown = _key(self._session.place)
        self._held = shown if self.model.index_of(shown).isValid() else ""

    @property
    def _by_problems(self) -> bool:
        return bool(self.filtering.wanted.marks & OF_PROBLEMS)

    def _filters_alike(self, change: Change, renewed: Renewed) -> bool:
        """Tell whether the filter keeps the same rows as before, of which these are renewed."""
        old_news, units = self._news, change.new.units
        sieve = self._sieve and self._new_sieve()
        if not sieve:
            return True
        if self._news != old_news or any(change.old.units[row].name != units[row].name for row in renewed.units):
            return False
        return all(
            self.model.index_of(project.id).isValid() == (project.id == self._held or sieve.keeps(unit, project))
            for unit, project in ((units[row], units[row].projects[place]) for row, place in renewed.projects)
        )

    def _on_compared(self) -> None:
        if self.filtering.wanted.marks & OF_YEARS:
            self._refresh()

    def _renew_badges(self) -> None:
        """Show the findings of all units at once, of all projects turn by turn."""
        units = self._session.table.units
        self._show_renewed(Renewed((), tuple(range(len(units)))))
        self._turns.begin([(row, place) for row in range(len(units)) for place in range(len(units[row].projects))])

    def _on_turn_come(self, places: tuple[tuple[int, int], ...]) -> None:
        self._show_renewed(Renewed(places, ()))

    def _show_renewed(self, renewed: Renewed) -> None:
        rows = tuple(renewed_rows(self._session.table, self._session.checked, renewed))
        self.model.renew(rows)
        self.view.fit_amounts((row.amount for row in rows), known=True)

    def _on_filter_edited(self) -> None:
        """Show what is wanted now, of very many projects when the typing pauses: no key is to wait for them."""
        self._held = ""
        if self._session.checked.figures.projects > _ALL_OPEN:
            self._typing.start()
        else:
            self._show_filtered()

    def _show_filtered(self) -> None:
        if self._session.checked.figures.projects > _ALL_OPEN:
            self.view.collapseAll()  # else the view would look at all its rows again at each that comes or goes
        self._refresh()
        self._expand()

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if last - first > _ALL_OPEN or self._session.checked.figures.projects > _ALL_OPEN:
            return
        self.view.expand(parent)
        for row in range(first, last + 1):
            self.view.expand(self.model.index(row, 0, parent))

    def _on_shown(self, place: Place) -> None:
        if self._held and _key(place) != self._held:
            self._held = ""
            self._leaving.start()  # not at once: it is the tree itself that may be going on to another row
        index = self.model.index_of(_key(place))
        if index == self.view.currentIndex().siblingAtColumn(0):
            return
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, rows)  # none where the filter hides what is shown
        self.view.scrollTo(index)

    def _on_located(self, place: Place) -> None:
        shown = self.model.index_of(_key(place))
        if not shown.isValid():
            self._held = _key(place)  # it lies outside what the filter shows
            self._refresh()
        if not place.field and not place.indicator:
            self.view.setFocus()

    def _on_current_changed(self, index: QModelIndex) -> None:
        key = self.model.key(index)
        if not key or self._refreshing:
            return
        above = self.model.key(index.parent())
        place = TABLE if key == ROOT else Place(key) if above == ROOT else Place(above, key)
        self._session.show(place)

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(position))

    def chosen(self) -> tuple[Place, ...]:
        """The units and projects that are selected, in their order; a unit stands for its projects too.

        The table where the department's row alone is selected, all units where more than that row is.
        """
        if self._refreshing:  # half the rows are those of the table before
            return (self._session.place,)
        if self._chosen is None:
            self._chosen = chosen_in(self.view, self.model, self._session.table)
        return self._chosen

    def _forget_chosen(self) -> None:
        """Ask the view again when it is next wanted: all actions want it at every key, and many may be selected."""
        self._chosen = None

    @property
    def has_several(self) -> bool:
        """Whether more than one row is selected."""
        return len(self.view.selectionModel().selectedRows()) > 1

    def choose(self, keys: Iterable[str]) -> None:
        """Select these units and projects; what is current stays so."""
        choose_in(self.view, self.model, keys)

    def _on_dragged(self, keys: Sequence[str], target: str, row: int, copied: bool) -> None:
        """Move or copy things to where they were dropped: between rows, or onto a unit or project."""
        row = self._row_in_table(target, row) if row >= 0 else row
        onto = TABLE if target == ROOT else place_of(self._session.table, target)
        if dropped := drop_things(self._session, keys, onto, row, copied=copied):
            self.choose(dropped)
            self.told.emit(f"已{self._session.history.undo_label}，按 Ctrl+Z 可撤销。")

    def _on_indicators_dropped(self, keys: Sequence[str], target: str, copied: bool) -> None:
        onto = place_of(self._session.table, target)
        if count := drop_indicators(self._session, keys, onto, copied=copied):
            name = find_project(self._session.table, onto).name or "（未填项目名称）"
            self.told.emit(f"已把 {count} 项指标{'复制' if copied else '移动'}到“{name}”，按 Ctrl+Z 可撤销。")

    def _row_in_table(self, target: str, row: int) -> int:
        """Return where in the table the tree's row stands: a filter hides some between; -1 behind the last."""
        key = self.model.key(self.model.index(row, 0, self.model.index_of(target)))
        table = self._session.table
        place = place_of(table, key) if key else TABLE
        if place.project:
            return find_unit(table, place).projects.index(find_project(table, place))
        return table.units.index(find_unit(table, place)) if place.unit else -1


def _key(place: Place) -> str:
    return place.project or place.unit or ROOT


def _every_row(top: TreeRow) -> Iterable[TreeRow]:
    yield top
    for row in top.children:
        yield from _every_row(row)
