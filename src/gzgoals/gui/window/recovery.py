"""Unsaved work of a session that fell, offered at the next start in a bar: to go on with, to compare, to leave."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gzgoals.core.files import table_bytes
from gzgoals.core.files.lost import Lost, lost_work
from gzgoals.core.files.stamp import Stamp, stamp_of, stamp_of_bytes
from gzgoals.core.table import TABLE
from gzgoals.gui.models.version_rows import when_text
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.notice_bar import Notice, NoticeBar
from gzgoals.gui.window.compare_commands import TellDifference

_LOST = "lost"


class Recovery(QObject):
    """Offers one lost session after another.

    `may_close` settles unsaved work; `flush` has the journal note what is open.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        bar: NoticeBar,
        tell_difference: TellDifference,
        may_close: Callable[[], bool],
        flush: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bar = bar
        self._tell_difference = tell_difference
        self._may_close = may_close
        self._flush = flush
        self.lost: list[Lost] = []
        bar.answered.connect(self._on_answered)

    def look(self) -> None:
        """Look for lost work and offer it."""
        for each in lost_work():
            if _is_in_its_file(each):
                each.drop()
            else:
                self.lost.append(each)
        self._offer()

    def release(self) -> None:
        """Leave what was not settled for a later start."""
        for each in self.lost:
            each.release()
        self.lost = []

    def _offer(self) -> None:
        if not self.lost:
            self._bar.withdraw(_LOST)
            return
        answers = (("recover", "恢复"), ("compare", "查看差异"), ("later", "以后再说"), ("drop", "不要了"))
        self._bar.tell(Notice(_LOST, _text(self.lost[0]), answers))

    def _on_answered(self, key: str, answer: str) -> None:
        if key != _LOST or not self.lost:
            return
        lost = self.lost[0]
        if answer == "compare":
            self._tell_difference(lost.base, lost.table, ("已保存的", "未保存的"))
            return
        if answer == "recover" and not self._recover(lost):
            return
        if answer == "later":
            lost.release()
        if answer == "drop":
            lost.set_aside()
        self.lost.remove(lost)
        self._offer()

    def _recover(self, lost: Lost) -> bool:
        """Open the work where it was left; the journal of its own has it before the old one is removed."""
        if not self._may_close():
            return False
        path = Path(lost.about.path) if lost.about.path else None
        if path is not None and lost.about.stamp is not None and _stamp(path) == lost.about.stamp:
            self._session.open(lost.base, path, stamp=lost.about.stamp)
            self._session.apply("恢复未保存的修改", lambda _: lost.table, TABLE)
        else:  # its file holds something else by now, or there is none
            self._session.open(lost.table, saved=False)
        try:
            self._flush()
        except OSError:
            lost.release()  # it stays where it is until the disk takes notes again
        else:
            lost.drop() if lost.whole else lost.set_aside()
        return True


def _text(lost: Lost) -> str:
    when = when_text(datetime.fromisoformat(lost.about.since).astimezone(), datetime.now(UTC).astimezone())
    text = f"上次没有正常退出，“{lost.about.name}”（{when} 起）有未保存的修改，已保留。"
    path = Path(lost.about.path) if lost.about.path else None
    if not lost.whole:
        text += "其中最后几处未能读出。"
    if path is not None and lost.about.stamp is not None and _stamp(path) != lost.about.stamp:
        text += "原文件此后又有改动，恢复的内容将作为新表打开。"
    return text


def _is_in_its_file(lost: Lost) -> bool:
    """Tell whether the work was saved after all, and only the word of that did not get into the journal any more."""
    return bool(lost.about.path) and _stamp(Path(lost.about.path)) == stamp_of_bytes(table_bytes(lost.table))


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None
