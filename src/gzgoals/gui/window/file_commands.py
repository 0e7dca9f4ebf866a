"""Files from the window: new, open, save, save as, and asking before unsaved work is closed."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files import SUFFIX, SUFFIXES
from gzgoals.core.opening import open_source
from gzgoals.core.settings import Settings
from gzgoals.core.table import GoalTable, Unit
from gzgoals.gui.dialogs.doubts import tell_doubts
from gzgoals.gui.dialogs.files import TABLES, ask_open, ask_save, ask_sources
from gzgoals.gui.dialogs.merge import ask_merge
from gzgoals.gui.dialogs.messages import Unsaved, ask_unsaved, tell
from gzgoals.gui.session import Session

Remember = Callable[[Callable[[Settings], Settings]], None]


class FileCommands:
    """What the file menu does; `commit` brings half-typed cells into the table, `remember` changes the settings."""

    def __init__(self, window: QWidget, session: Session, commit: Callable[[], None], remember: Remember) -> None:
        self._window = window
        self._session = session
        self._commit = commit
        self._remember = remember

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
        if path := ask_open(self._window, self._folder()):
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open the file at `path`, once unsaved work is settled; tell whether it is open now.

        A table goes on in its own file; what was read from another kind of file is a new table, not saved yet.
        """
        if not self.may_close():
            return False
        try:
            draft = open_source(path, None)
        except GzgoalsError as error:
            tell(self._window, str(error))
            return False
        own = path.suffix.lower() in SUFFIXES
        self._session.open(draft.table, path if own else None, saved=own)
        self._remember(lambda settings: settings.with_recent(path))
        if draft.doubts:
            tell_doubts(self._window, _summary(draft.table), [doubt.text for doubt in draft.doubts])
        return True

    def merge(self) -> None:
        """Ask for several files and open the one table that they become, once unsaved work is settled."""
        paths = ask_sources(self._window, self._folder(), "合并多个表")
        if len(paths) == 1:
            tell(self._window, "请选择两个或更多的文件。", "在文件列表中按住 Ctrl 或 Shift 可以多选。")
        if len(paths) < 2 or not self.may_close():
            return
        try:
            drafts = [open_source(path, None) for path in paths]
        except GzgoalsError as error:
            tell(self._window, str(error))
            return
        names = [path.name for path in paths]
        doubts = [f"{name}：{doubt.text}" for name, draft in zip(names, drafts, strict=True) for doubt in draft.doubts]
        table = ask_merge(self._window, [draft.table for draft in drafts], names, doubts)
        if table is not None:
            self._session.open(table, saved=False)

    def save(self) -> bool:
        """Save into the table's file, asking for one where there is none; tell whether it is saved now."""
        return self._save_to(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file, save into it and go on with it; tell whether it is saved now."""
        path = ask_save(self._window, self._suggestion(), "另存为", TABLES)
        return self._save_to(path) if path else False

    def may_close(self) -> bool:
        """Settle unsaved work: save it, drop it, or stay; tell whether the table may be closed."""
        self._commit()
        if not self._session.modified:
            return True
        match ask_unsaved(self._window, self.name):
            case Unsaved.SAVE:
                return self.save()
            case Unsaved.DISCARD:
                return True
        return False

    def _save_to(self, path: Path) -> bool:
        self._commit()
        try:
            self._session.save(path)
        except GzgoalsError as error:
            tell(self._window, str(error), "您的修改仍在窗口中，可用“另存为”保存到别处。")
            return False
        self._remember(lambda settings: settings.with_recent(path))
        return True

    def suggestion(self, suffix: str) -> Path:
        """Return where an export would go: beside the table's file, or in the user's own folder."""
        return self._suggestion().with_suffix(suffix)

    def _suggestion(self) -> Path:
        table = self._session.table
        if self._session.path:
            return self._session.path
        name = "".join(letter for letter in table.department.strip() if letter not in '\\/:*?"<>|\n')
        return self._folder() / f"{name or '绩效目标表'}-{table.year}{SUFFIX}"

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()


def empty_table() -> GoalTable:
    """Return a table with one empty unit for the coming budget year: budgets are made in the year before."""
    return GoalTable(year=dt.datetime.now(tz=dt.UTC).astimezone().year + 1, units=(Unit(),))


def _summary(table: GoalTable) -> str:
    projects = [project for unit in table.units for project in unit.projects]
    indicators = sum(len(project.indicators) for project in projects)
    return f"已读入 {len(projects)} 个项目、{indicators} 项指标，作为新表打开，尚未保存。"
