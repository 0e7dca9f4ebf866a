"""Care for the file that is open: who else has it, and whether someone has changed it on the disk meanwhile."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files import parse_table, read_file
from gzgoals.core.files.holding import BEAT, Hold, Holder, hold, take_over
from gzgoals.core.files.stamp import stamp_of, stamp_of_bytes
from gzgoals.core.files.whereabouts import machine, user
from gzgoals.core.table import TABLE
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.models.version_rows import when_text
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.notice_bar import Notice, NoticeBar
from gzgoals.gui.window.compare_commands import TellDifference

_HELD = "held"
_CHANGED = "changed"
_SETTLES = 300
"""Milliseconds for which a file must be left alone before it is looked at: whoever saves is done by then."""
_Trace = tuple[int, int, int]
"""By what a file shows, without being read, that it has not been touched: time, size and number."""


class FileCare(QObject):
    """Marks the session's file as open here, and tells of others at it in a bar, never in a box that stops the work."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        bar: NoticeBar,
        tell_difference: TellDifference,
        save_as: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bar = bar
        self._tell_difference = tell_difference
        self._save_as = save_as
        self._path: Path | None = None
        self._hold: Hold | None = None
        self.holder: Holder | None = None
        """Who else has the file; while that is so, it is not saved into."""
        self._seen: _Trace | None = None
        """What the file looked like when its content was last known to be the session's."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_stirred)
        self._watcher.directoryChanged.connect(self._on_stirred)
        self._settling = _timer(self, _SETTLES, self.look, single=True)
        self._beating = _timer(self, round(BEAT * 1000), self._beat)
        bar.answered.connect(self._on_answered)
        session.opened.connect(self._follow)
        session.saved.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._on_focus_changed)
        self._follow()

    def look(self) -> None:
        """See whether the file holds something else than was read from it or written to it, and tell of it."""
        path, known = self._session.path, self._session.stamp
        if path is None or known is None:
            return
        try:
            seen = _trace(path)
            if seen == self._seen:  # whatever else has stirred in the folder
                return
            now = stamp_of(path)
        except OSError:
            return
        if now in (known, None):
            self._seen = seen
            self._bar.withdraw(_CHANGED)
            return
        answers = (("reload", "载入新内容"), ("compare", "对比"), ("keep", "保留我的"))
        self._bar.tell(Notice(_CHANGED, f"“{path.name}”已被其他人或其他程序改动。", answers))

    def release(self) -> None:
        """Let go of the file."""
        self._beating.stop()
        if self._hold is not None:
            self._hold.release()
        self._hold = self.holder = None
        self._path = None

    def _follow(self) -> None:
        """Hold and watch the file that is the session's now."""
        path = self._session.path
        self._seen = None
        self._bar.withdraw(_CHANGED)
        if path != self._path:
            self.release()
            self._bar.withdraw(_HELD)
            self._path = path
            if path is not None:
                self._take(path)
        self._watch(path)

    def _take(self, path: Path) -> None:
        outcome = hold(path)
        if isinstance(outcome, Holder) and outcome.is_gone and (outcome.user, outcome.machine) == (user(), machine()):
            outcome = take_over(path)  # our own mark, left behind by a fall
        self._take_note(outcome)

    def _take_note(self, outcome: Hold | Holder | None) -> None:
        self._hold = outcome if isinstance(outcome, Hold) else None
        self.holder = outcome if isinstance(outcome, Holder) else None
        self._bar.withdraw(_HELD)
        if self._hold is not None:
            self._beating.start()
        elif self.holder is not None and self._path is not None:
            self._bar.tell(_held(self._path, self.holder))

    def _watch(self, path: Path | None) -> None:
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        if path is not None:
            self._watcher.addPaths([str(each) for each in (path, path.parent) if each.exists()])

    def _beat(self) -> None:
        if self._hold is not None and (other := self._hold.beat()) is not None:
            self._beating.stop()
            self._take_note(other)

    def _on_stirred(self) -> None:
        self._settling.start()

    def _on_focus_changed(self) -> None:
        if self._window.isActiveWindow():
            self._settling.start()

    def _on_answered(self, key: str, answer: str) -> None:
        path = self._session.path
        if path is None:
            return
        if key == _HELD and answer == "take":
            self._take_note(take_over(path))
        elif key == _HELD:
            self._save_as()
        elif key == _CHANGED:
            self._settle(path, answer)

    def _settle(self, path: Path, answer: str) -> None:
        try:
            data = read_file(path)
            theirs = parse_table(data, str(path)) if answer != "keep" else None
        except GzgoalsError as error:
            tell(self._window, str(error))
            return
        stamp = stamp_of_bytes(data)
        if answer == "compare" and theirs is not None:
            self._tell_difference(theirs, self._session.table, ("磁盘上", "我的"))
            return
        if theirs is None:
            self._session.accept(stamp)
        else:
            self._session.apply(f"载入“{path.name}”的新内容", lambda _: theirs, TABLE)
            self._session.accept(stamp, theirs)
        self._bar.withdraw(_CHANGED)
        self._watch(path)


def _trace(path: Path) -> _Trace:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


def _held(path: Path, holder: Holder) -> Notice:
    here = (holder.user, holder.machine) == (user(), machine())
    who = "您" if here else "其他人" if holder.user == "?" else f"{holder.user}（{holder.machine}）"
    where = "在另一个窗口" if here else ""
    since = when_text(holder.when, datetime.now(UTC).astimezone())
    text = f"“{path.name}”从 {since} 起由{who}{where}打开。为免互相覆盖，您的修改请另存为其他文件。"
    take = (("take", "仍由我编辑"),)
    if holder.is_gone:
        text = f"“{path.name}”由{who}{where}打开后没有正常关闭。确认无人在用后可以接管。"
        take = (("take", "接管"),)
    return Notice(_HELD, text, (("save_as", "另存为…"), *take))


def _timer(parent: QObject, interval: int, do: Callable[[], None], *, single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.setSingleShot(single)
    timer.timeout.connect(do)
    return timer
