"""All that sees to it that nothing is lost: the journal, care for the open file, and what an earlier fall has left."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gzgoals.gui.session import Session
from gzgoals.gui.widgets.notice_bar import Notice, NoticeBar
from gzgoals.gui.window.compare_commands import TellDifference
from gzgoals.gui.window.file_care import FileCare
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.keeping import Keeper
from gzgoals.gui.window.recovery import Recovery

_FALTERS = "falters"


class Safekeeping(QObject):
    """Puts the parts together for one window, and lets go of everything when it closes."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        files: FileCommands,
        bar: NoticeBar,
        tell_difference: TellDifference,
    ) -> None:
        super().__init__(window)
        self._ended = False
        self._bar = bar
        self._save_as = files.save_as
        self.keeper = Keeper(session, lambda: files.name, self)
        self.care = FileCare(window, session, bar, tell_difference, files.save_as)
        self.recovery = Recovery(window, session, bar, tell_difference, files.may_close, self.keeper.flush)
        files.is_held = lambda: self.care.holder is not None
        files.look = self.care.look
        self.keeper.faltered.connect(self._on_faltered)
        bar.answered.connect(self._on_answered)

    def begin(self) -> None:
        """Offer what an earlier session has left."""
        self.recovery.look()

    def end(self) -> None:
        """Let go of everything: the work is saved, or the user has let it go. A window may be closed twice."""
        if self._ended:
            return
        self._ended = True
        self.recovery.release()
        self.care.release()
        self.keeper.end()

    def _on_faltered(self, reason: str) -> None:
        if reason:
            self._bar.tell(Notice(_FALTERS, reason, (("save_as", "另存为…"),)))
        else:
            self._bar.withdraw(_FALTERS)

    def _on_answered(self, key: str, answer: str) -> None:
        if key == _FALTERS and answer == "save_as":
            self._save_as()
