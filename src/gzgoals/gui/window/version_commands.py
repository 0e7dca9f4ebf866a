"""Former saves from the window: looked at, one gone back to as a step that can be undone, or written elsewhere."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files import replace_file
from gzgoals.core.files.versions import Version, versions_of
from gzgoals.core.table import TABLE
from gzgoals.gui.dialogs.files import TABLES, ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.versions import ask_version
from gzgoals.gui.session import Session
from gzgoals.gui.window.status import say


class VersionCommands:
    """What the file menu does with former saves of the open file."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self._window = window
        self._session = session

    def may_show(self) -> bool:
        """Tell whether the table has a file, of which there may be former saves."""
        return self._session.path is not None

    def show(self) -> None:
        """Show the former saves of the open file, and go back to one: nothing is lost, for it is one step of many."""
        path = self._session.path
        if path is None:
            return
        restored = ask_version(self._window, path.name, versions_of(path), self._session.table, self._save_elsewhere)
        if restored is not None:
            self._session.apply(f"恢复{restored.when}的版本", lambda _: restored.table, TABLE)
            say(self._window, f"已恢复{restored.when}的版本，按 Ctrl+Z 可撤销。")

    def _save_elsewhere(self, over: QWidget, version: Version) -> None:
        """Ask for another file and write a version to it as it was saved."""
        own = self._session.path or Path.home() / "旧版本.gzgoals"
        suggestion = own.with_name(f"{own.stem}-{version.when:%Y%m%d-%H%M}{own.suffix}")
        path = ask_save(over, suggestion, "旧版本另存为", TABLES)
        if path is None:
            return
        if _is_same(path, own):
            tell(over, "这是正在编辑的文件，请另选一个文件名，或使用“恢复此版本”。")
            return
        try:
            replace_file(path, version.data())
        except GzgoalsError as error:
            tell(over, str(error))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
