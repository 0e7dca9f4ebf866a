"""Exports for office programs from the window: made beside it, with progress that can be cancelled."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.formats import FORMATS, Format
from gzgoals.core.files import replace_file
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.job import Job, Note
from gzgoals.gui.window.status import say_exported
from gzgoals.gui.window.waiting import awaited


class ExportCommands:
    """What the exports as Excel, Word, csv and template do."""

    def __init__(self, window: QMainWindow, session: Session, files: FileCommands, commit: Callable[[], None]) -> None:
        self._window = window
        self._session = session
        self._files = files
        self._commit = commit

    def export(self, key: str) -> None:
        """Ask for a file and write the table as one of the `FORMATS`."""
        self._commit()
        kind = FORMATS[key]
        suggestion = self._files.suggestion(kind.suffix, kind.export)
        path = ask_save(self._window, suggestion, f"导出{kind.word}", f"{kind.word} (*{kind.suffix})")
        if path is None:
            return
        table, words = self._session.table, f"正在导出“{visible_line(path.name)}”…"
        try:
            data: bytes | None = awaited(self._window, words, lambda parent: export_job(table, kind, parent))
            if data is not None:
                replace_file(path, data)
                say_exported(self._window, path)
        except GzgoalsError as error:
            tell(self._window, str(error))


def export_job(table: GoalTable, kind: Format, parent: QObject) -> Job:
    """Begin to make the bytes of a file of this kind; nothing is written anywhere yet."""

    def work(note: Note) -> bytes:
        def report(done: int, of: int) -> bool:
            note(done, of)
            return True

        return kind.write(table, report)

    return Job(work, f"{kind.word}没有导出，程序出了错，已记录。请重试。", parent)
