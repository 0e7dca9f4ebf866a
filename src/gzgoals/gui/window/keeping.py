"""Keeping unsaved work: what is typed is in the journal within half a second, written apart from the window."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.files import FORMER_SUFFIX, table_bytes
from gzgoals.core.files.journal import Journal
from gzgoals.core.files.stamp import Stamp
from gzgoals.core.files.versions import keep_version, versions_of
from gzgoals.core.table import GoalTable
from gzgoals.gui.session import Session

log = logging.getLogger(__name__)

DELAY = 400
"""Milliseconds from the first key that is not noted yet until it is."""


Base = tuple[GoalTable, Path | None, str, Stamp | None]
"""What a journal begins with: the table as its file holds it, the file, what it is called, and the file's stamp."""


class Keeper(QObject):
    """Notes the session's table in a journal whenever it has changed, saved or not; nothing is asked of the user.

    Signals
    -------
    faltered(reason)
        Notes cannot be written, and why, as one sentence; or that they can be again, and nothing.
    """

    faltered = Signal(str)
    _failed = Signal(str)

    def __init__(self, session: Session, name: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self._scribe = ThreadPoolExecutor(1, "journal")
        self._journal: Journal | None = None  # the scribe's alone
        self._noted: GoalTable = session.table
        self._reason = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.note)
        self._failed.connect(self._on_failed)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.saved.connect(self._on_saved)

    def note(self) -> Future[None]:
        """Have the table noted as it is now."""
        self._timer.stop()
        table, base = self._session.table, self._base()
        self._noted = table
        return self._do(lambda: self._note(table, base))

    def flush(self) -> None:
        """Note the table as it is now, and wait until that is done. Raises `OSError` when the disk refuses."""
        self.note().result()

    def end(self) -> None:
        """Forget the work: it is saved, or the user has let it go. Waits until nothing is left of it."""
        self._timer.stop()
        self._failed.disconnect(self._on_failed)
        self._session.disconnect(self)
        with suppress(OSError):
            self._do(self._end).result()
        self._scribe.shutdown()

    def _base(self) -> Base:
        session = self._session
        return session.saved_table or session.table, session.path, self._name(), session.stamp

    def _on_opened(self) -> None:
        self._timer.stop()
        self._do(self._end)
        self._noted = self._session.table
        if self._session.modified:  # it is in no file yet
            self.note()

    def _on_changed(self) -> None:
        if self._session.table is not self._noted and not self._timer.isActive():
            self._timer.start()

    def _on_saved(self) -> None:
        base = self._base()
        self._noted = self._session.table
        self._timer.stop()
        self._do(lambda: self._save(base))

    def _on_failed(self, reason: str) -> None:
        if reason:
            self._noted = self._session.saved_table or self._session.table
            self._timer.start()  # perhaps the disk has room again by then
        if reason != self._reason:
            self._reason = reason
            self.faltered.emit(reason)

    def _do(self, work: Callable[[], None]) -> Future[None]:
        return self._scribe.submit(self._told, work)

    # What follows is done by the scribe, one thing after another.

    def _told(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            log.warning("journal not written: %s", error)
            self._failed.emit(f"自动保护暂时停止：{error.strerror or error}。请尽快保存。")
            raise
        else:
            self._failed.emit("")

    def _note(self, table: GoalTable, base: Base) -> None:
        if self._journal is not None and not self._journal.folder.is_dir():
            self._end()  # someone has cleared the folder away
        if self._journal is None:
            self._journal = Journal(*base)
        self._journal.note(table)

    def _save(self, base: Base) -> None:
        table, path, name, stamp = base
        if path is None or stamp is None:
            return
        try:
            if self._journal is not None:
                self._journal.saved(table, path, name, stamp)
        finally:
            _keep_former(path)
            keep_version(path, table_bytes(table))

    def _end(self) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.end()


def _keep_former(path: Path) -> None:
    """Keep what the file held before its first save here, as it came from a colleague."""
    former = path.with_name(path.name + FORMER_SUFFIX)
    with suppress(OSError):
        if not versions_of(path) and former.is_file():
            keep_version(path, former.read_bytes(), datetime.fromtimestamp(former.stat().st_mtime, UTC))
