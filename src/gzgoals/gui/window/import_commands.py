"""What comes into the window from elsewhere: last year's file, another table, the clipboard, and the year before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from gzgoals.core.exchange import Draft
from gzgoals.core.worker import Reading
from gzgoals.gui.dialogs.files import SOURCES, TABLES, ask_open, ask_sources
from gzgoals.gui.dialogs.merge import ask_merge
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.roll import ask_roll
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import FileCommands

CLIPBOARD = "剪贴板"


class ImportCommands:
    """Each reads something, has it looked over, and then opens it or brings it into the open table."""

    def __init__(self, window: QWidget, session: Session, files: FileCommands) -> None:
        self._window = window
        self._session = session
        self._files = files

    def import_file(self) -> None:
        """Ask for last year's file, in whatever form it survives, and bring in what it holds."""
        self._bring_in("导入上年文件", SOURCES)

    def import_table(self) -> None:
        """Ask for another table of our own and bring in its projects."""
        self._bring_in("带入其他表的项目", TABLES)

    def paste(self) -> None:
        """Read the text on the clipboard as a table."""
        self._files.commit()
        text = QApplication.clipboard().text()
        if not text.strip():
            tell(self._window, "剪贴板中没有文字。", "请先在已公开的绩效目标表中全选并复制，再来粘贴。")
            return
        if draft := self._files.told(lambda: Reading(text.encode(), CLIPBOARD), CLIPBOARD):
            self._files.take_in(draft, CLIPBOARD)

    def may_roll(self) -> bool:
        """Tell whether there is anything to roll forward."""
        return any(unit.projects for unit in self._session.table.units)

    def merge(self) -> None:
        """Ask for several files and open the one table that they become, once unsaved work is settled."""
        paths = ask_sources(self._window, self._files.folder(), "合并多个表")
        if len(paths) == 1:
            tell(self._window, "请选择两个或更多的文件。", "在文件列表中按住 Ctrl 或 Shift 可以多选。")
        drafts = self._read_all(paths) if len(paths) > 1 else ()
        if not drafts:
            return
        names = [path.name for path in paths]
        doubts = [f"{name}：{doubt.text}" for name, draft in zip(names, drafts, strict=True) for doubt in draft.doubts]
        table = ask_merge(self._window, [draft.table for draft in drafts], names, doubts)
        if table is not None and self._files.may_close():
            self._session.open(table, saved=False)

    def roll(self) -> None:
        """Make the open table next year's start, once unsaved work is settled; it is a new table, not saved yet."""
        self._files.commit()
        new = ask_roll(self._window, self._session.table)
        if new is not None and self._files.may_close():
            self._session.open(new, saved=False)

    def _read_all(self, paths: Sequence[Path]) -> tuple[Draft, ...]:
        """Return what the files hold; nothing when one of them cannot be read, of which the user has been told."""
        drafts = []
        for path in paths:
            if (draft := self._files.read(path)) is None:
                return ()
            drafts.append(draft)
        return tuple(drafts)

    def _bring_in(self, title: str, kinds: str) -> None:
        self._files.commit()
        path = ask_open(self._window, self._files.folder(), title, kinds)
        if path and (draft := self._files.read(path)):
            self._files.take_in(draft, path.name, into_open=True)
