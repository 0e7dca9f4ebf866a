"""Files from the window: new, open, save, save as, and asking before unsaved work is closed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gzgoals.core.errors import ChangedOnDiskError, GzgoalsError
from gzgoals.core.exchange import Draft
from gzgoals.core.files import SUFFIX, parse_table, read_file, stamp_of_bytes
from gzgoals.core.naming import Export, export_name
from gzgoals.core.opening import begin_opening, is_own_file
from gzgoals.core.settings import Settings
from gzgoals.core.table import TABLE, GoalTable, Unit
from gzgoals.core.worker import Reading
from gzgoals.core.years.coming import coming_year
from gzgoals.gui.dialogs.files import TABLES, ask_open, ask_save
from gzgoals.gui.dialogs.messages import Unsaved, ask_save_elsewhere, ask_unsaved, tell
from gzgoals.gui.dialogs.reading import ReadingDialog
from gzgoals.gui.session import Session
from gzgoals.gui.window.job import Job
from gzgoals.gui.window.reading_job import ReadingJob

Remember = Callable[[Callable[[Settings], Settings]], None]


LARGE_FILE = 1 << 20
"""Bytes from which on reading a table would be felt: some 250 projects."""


class FileCommands:
    """What the file menu does; `commit` brings half-typed cells into the table, `remember` changes the settings."""

    def __init__(self, window: QWidget, session: Session, commit: Callable[[], None], remember: Remember) -> None:
        self._window = window
        self._session = session
        self.commit = commit
        self._remember = remember
        self.is_held: Callable[[], bool] = lambda: False
        """Tells whether someone else has the table's file open; `FileCare` knows."""
        self.look: Callable[[], None] = lambda: None
        """Tells the user of a file that has been changed by someone else; `FileCare` does."""

    @property
    def name(self) -> str:
        """What to call the open table: its file's name, or what it would be named."""
        return self._session.path.name if self._session.path else self._suggestion().stem

    def new(self) -> None:
        """Begin an empty table for the coming budget year, once unsaved work is settled."""
        if self.may_close():
            self._session.open(empty_table())

    def open(self) -> None:
        """Ask for a file and open it."""
        if path := ask_open(self._window, self.folder()):
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open the file at `path`, once unsaved work is settled; tell whether it is open now.

        A table goes on in its own file; what was read from another kind of file is looked over first.
        """
        self.commit()
        if is_own_file(path) and not self.may_close():
            return False
        if not (self._open_own(path) if is_own_file(path) else self._open_foreign(path)):
            return False
        self._remember(lambda settings: settings.with_recent(path))
        return True

    def _open_own(self, path: Path) -> bool:
        try:
            data = read_file(path)
        except GzgoalsError as error:
            tell(self._window, str(error))
            return False
        draft = self.told(lambda: _begin_own(data, path), path.name)
        if draft is not None:
            self._session.open(draft.table, path, stamp=stamp_of_bytes(data))
        return draft is not None

    def _open_foreign(self, path: Path) -> bool:
        draft = self.read(path)
        return draft is not None and self.take_in(draft, path.name)

    def read(self, path: Path) -> Draft | None:
        """Return what the file at `path` holds; None, once the user has been told why, when it cannot be read."""
        return self.told(lambda: _begin(path), path.name)

    def told(self, begin: Callable[[], Draft | Reading | Job], name: str) -> Draft | None:
        """Return the draft that `begin` gives, or that of the reading it has begun; None when it is stopped or fails.

        Where reading fails the user is told why, where it takes long she sees its progress; `name` is the source's.
        """
        try:
            begun = begin()
            if isinstance(begun, Reading):
                return ReadingDialog.read(name, ReadingJob(begun), self._window)
            if isinstance(begun, Job):
                return ReadingDialog.read(name, begun, self._window)
        except GzgoalsError as error:
            tell(self._window, str(error))
            return None
        return begun

    def take_in(self, draft: Draft, name: str, *, into_open: bool = False) -> bool:
        """Have what was read from the source called `name` looked over, and take it in; tell whether that was done.

        It becomes a new table, not saved yet, or comes into the open one, in one step; `into_open` proposes that.
        """
        from gzgoals.gui.dialogs.import_review import review_import  # large, and not needed to start

        table = self._session.table
        imported = review_import(
            self._window, draft, name, None if _is_blank(table) else table, self.name, into_open=into_open
        )
        if imported is None:
            return False
        if imported.into_open:
            self._session.apply(f"导入“{name}”", lambda _: imported.table, TABLE)
        elif self.may_close():
            self._session.open(imported.table, saved=False)
        else:
            return False
        return True

    def save(self) -> bool:
        """Save into the table's file, and tell whether it is saved now.

        Where there is none, or someone else has it, she is asked for another one.
        """
        path = self._session.path
        return self._save_to(path) if path and not self.is_held() else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file, save into it and go on with it; tell whether it is saved now."""
        path = ask_save(self._window, self._suggestion(), "另存为", TABLES)
        return self._save_to(path) if path else False

    def may_close(self) -> bool:
        """Settle unsaved work: save it, drop it, or stay; tell whether the table may be closed."""
        self.commit()
        if not self._session.modified:
            return True
        match ask_unsaved(self._window, self.name):
            case Unsaved.SAVE:
                return self.save()
            case Unsaved.DISCARD:
                return True
        return False

    def _save_to(self, path: Path) -> bool:
        self.commit()
        try:
            self._session.save(path)
        except ChangedOnDiskError:
            self.look()  # the bar says what can be done
            return False
        except GzgoalsError as error:
            return ask_save_elsewhere(self._window, str(error)) and self.save_as()
        self._remember(lambda settings: settings.with_recent(path))
        return True

    def suggestion(self, suffix: str, export: Export = Export.TABLE) -> Path:
        """Return where an export would go: beside the table's file, or in the user's own folder."""
        own = self._suggestion()
        return own.with_name(export_name(own.stem, suffix, export))

    def _suggestion(self) -> Path:
        table = self._session.table
        if self._session.path:
            return self._session.path
        name = "".join(letter for letter in table.department.strip() if letter not in '\\/:*?"<>|\n')
        return self.folder() / f"{name or '绩效目标表'}-{table.year}{SUFFIX}"

    def folder(self) -> Path:
        """Return where to look for files first: beside the table's own, or in the user's own folder."""
        return self._session.path.parent if self._session.path else Path.home()


def _begin(path: Path) -> Draft | Reading | Job:
    """Return what the file at `path` holds, or the reading of it where that would be felt."""
    return _begin_own(read_file(path), path) if is_own_file(path) else begin_opening(path)


def _begin_own(data: bytes, path: Path) -> Draft | Job:
    return table_job(data, str(path)) if len(data) > LARGE_FILE else Draft(parse_table(data, str(path)))


def table_job(data: bytes, source: str) -> Job:
    """Begin to read the bytes of a `.gzgoals` file beside the window; `source` is the file's name for messages."""
    fell = f"“{source}”没有读成，程序出了错，已记录。请重试。"
    return Job(lambda note: Draft(parse_table(data, source, note)), fell)


def empty_table() -> GoalTable:
    """Return a table with one empty unit for the coming budget year."""
    return GoalTable(year=coming_year(), units=(Unit(),))


def _is_blank(table: GoalTable) -> bool:
    """Tell a table in which nothing has been written yet: nothing can be brought into it that were not all there is."""
    return not table.department and not any(unit.name or unit.projects for unit in table.units)
