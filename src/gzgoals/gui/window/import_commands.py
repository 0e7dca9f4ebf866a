"""What comes into the window from elsewhere: last year's file, another table, the clipboard, and the year before."""

from PySide6.QtWidgets import QApplication, QWidget

from gzgoals.core.worker import Reading
from gzgoals.gui.dialogs.files import SOURCES, TABLES, ask_open
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

    def roll(self) -> None:
        """Make the open table next year's start, once unsaved work is settled; it is a new table, not saved yet."""
        self._files.commit()
        new = ask_roll(self._window, self._session.table)
        if new is not None and self._files.may_close():
            self._session.open(new, saved=False)

    def _bring_in(self, title: str, kinds: str) -> None:
        self._files.commit()
        path = ask_open(self._window, self._files.folder(), title, kinds)
        if path and (draft := self._files.read(path)):
            self._files.take_in(draft, path.name, into_open=True)
