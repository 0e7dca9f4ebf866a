"""The library of indicators at work: suggestions while a name is typed, and the list to choose several from."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.edits import add_indicators, find_indicator, find_project, put_values
from gzgoals.core.library import Entry, Wanted, starter_usual, starter_values, taken
from gzgoals.core.settings import Settings
from gzgoals.core.table import GoalTable, Indicator, catalogue_of, is_number
from gzgoals.gui.dialogs.files import ask_folder
from gzgoals.gui.dialogs.library import LibraryDialog, LibraryState
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.models.library_rows import COMPOSED, LibraryRow, composed_rows, library_rows, suggested_rows
from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.suggestions import MOST
from gzgoals.gui.window.actions import ActionSpec
from gzgoals.gui.window.file_commands import FileCommands, Remember
from gzgoals.gui.window.library_shelf import LibraryShelf

LIBRARY_MENU = ("library",)

LABEL = "选用指标"

_LISTED = 500
"""Entries that the list shows at most; what is typed finds the others."""


class LibraryCommands(QObject):
    """Answers the grid and the list, and brings what is chosen into the table."""

    def __init__(
        self, window: QWidget, session: Session, grid: GridPanel, files: FileCommands, settings: Callable[[], Settings],
        remember: Remember,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._session = session
        self._grid = grid
        self._files = files
        self._remember = remember
        self.library = LibraryShelf(session, lambda: settings().library_folder, self)
        self._dialog: LibraryDialog | None = None
        self.library.changed.connect(self._on_library_changed)
        grid.view.cells.suggest = self._suggest
        grid.view.cells.taken.connect(self._on_taken)

    def can_open(self) -> bool:
        """Tell whether there is a project to add indicators to."""
        return bool(self._session.place.project)

    def open(self) -> None:
        """Let the user choose indicators and add them to the project shown."""
        dialog = LibraryDialog(self._listed, catalogue_of(self._session.table.scheme), self._window)
        self._dialog = dialog
        dialog.folder_wanted.connect(self._on_folder_wanted)
        dialog.no_folder_wanted.connect(partial(self._use, ""))
        dialog.stop_wanted.connect(self._on_stop_wanted)
        self.library.look_again()
        dialog.show_state(self._state())
        try:
            chosen = dialog.ask()
        finally:
            self._dialog = None
            dialog.deleteLater()
        if chosen:
            self._add(chosen)

    def _add(self, entries: Sequence[Entry]) -> None:
        project = self._session.place
        fresh = [taken(Indicator(), entry) for entry in entries]
        there = replace(project, indicator=fresh[0].id)
        self._session.apply(LABEL, lambda table: add_indicators(table, project, fresh), there)
        self._session.go(there)

    def _suggest(self, key: object, column: str, typed: str) -> Sequence[LibraryRow]:
        place = self._session.place
        own = Indicator() if key == NEW else find_indicator(self._session.table, replace(place, indicator=str(key)))
        if column != "name":
            return self._suggested_values(own, column, typed)
        wanted = self._wanted(own.category, str(key))
        known = self.library.known
        hits, composed = known.find(typed, wanted, MOST), known.wording.completed(typed, MOST)
        return suggested_rows(hits, composed, MOST, catalogue_of(self._session.table.scheme))

    def _suggested_values(self, own: Indicator, column: str, typed: str) -> Sequence[LibraryRow]:
        """Return what a value could be: a figure with sign and measure, where there are none yet, or words."""
        if not is_number(typed):
            return composed_rows(starter_values().completed(typed, MOST), COMPOSED)
        target = own.cycle if column.startswith("cycle") else own.annual
        if target.operator or target.measure:
            return ()
        return composed_rows(starter_usual().targets(own.name, typed))

    def _listed(self, typed: str, category: str) -> Sequence[LibraryRow]:
        hits = self.library.shelf.find(typed, self._wanted("", ""), _LISTED, category=category)
        return library_rows(hits, catalogue_of(self._session.table.scheme))

    def _wanted(self, category: str, but: str) -> Wanted:
        """Return what is asked for; the row `but` does not count as one that uses its name."""
        project = find_project(self._session.table, self._session.place)
        used = frozenset(name_key(each.name) for each in project.indicators if each.id != but)
        return Wanted(category, project.name, used)

    def _on_taken(self, key: str, entry: Entry) -> None:
        project = self._session.place
        if key == NEW:
            fresh = taken(Indicator(), entry)
            there = replace(project, indicator=fresh.id)
            self._session.apply(LABEL, lambda table: add_indicators(table, project, (fresh,)), there)
            self._grid.view.carry_to(self._grid.model.index_of(fresh.id, "name"))
            return
        place = replace(project, indicator=key)
        new = taken(find_indicator(self._session.table, place), entry)

        def edit(table: GoalTable) -> GoalTable:
            return put_values(table, [(place.at(field), getattr(new, field)) for field in _FIELDS])

        self._session.apply(LABEL, edit, place.at("name"))

    def _state(self) -> LibraryState:
        library = self.library
        return LibraryState(
            Path(library.folder).name or library.folder, library.tables, library.skipped, library.progress
        )

    def _on_library_changed(self) -> None:
        if self._dialog:
            self._dialog.show_state(self._state())

    def _on_folder_wanted(self) -> None:
        start = Path(self.library.folder) if self.library.folder else self._files.folder()
        if self._dialog and (folder := ask_folder(self._dialog, start, "选择放有绩效目标表的文件夹")):
            self._use(str(folder))

    def _on_stop_wanted(self) -> None:
        self.library.stop()
        self._on_library_changed()

    def _use(self, folder: str) -> None:
        self._remember(lambda settings: settings.replaced(library_folder=folder))
        self.library.follow()


_FIELDS = ("name", "category", "cycle", "annual")


def library_actions(commands: LibraryCommands) -> tuple[ActionSpec, ...]:
    """Return the actions of the library."""
    return (
        ActionSpec(
            "library", "指标库…", commands.open, ["Ctrl+L"], commands.can_open,
            tip="从本表、上年、其他表和常用指标中选用指标",
        ),
    )  # fmt: skip
