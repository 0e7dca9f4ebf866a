"""What the window asks about findings: the reason for leaving one as it is, and whether all of a kind are mended."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from gzgoals.core.checks import Finding, explanation_of, mended
from gzgoals.gui.dialogs.explain import ask_reason
from gzgoals.gui.dialogs.mend import ask_mending
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.panels.finding_commands import apply_to_all, can_explain, give_reason
from gzgoals.gui.panels.findings_panel import FindingsPanel
from gzgoals.gui.session import Session
from gzgoals.gui.window.status import say


class FindingCommands(QObject):
    """Opens the dialogs that the list of findings asks for; `commit` takes in what is half typed before each."""

    def __init__(self, window: QMainWindow, session: Session, panel: FindingsPanel, commit: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._panel = panel
        self._commit = commit
        panel.explain_wanted.connect(self.explain)
        panel.mending_wanted.connect(self.mend)
        panel.told.connect(self._tell)

    def explain(self, finding: Finding) -> None:
        """Ask for the reason for leaving a finding as it is, and keep it."""
        self._commit()
        if not can_explain(finding):
            tell(self._window, "错误需要改正，不能以理由代替。", f"{finding.message}\n警告和提示可以说明理由后保留。")
            return
        old = explanation_of(self._session.table, finding)
        reason = ask_reason(self._window, finding, self._panel.where(finding), old.value if old else "")
        if reason is not None:
            give_reason(self._session, finding, reason)
            self._tell("已保存理由，按 Ctrl+Z 可撤销。" if reason else "已撤回理由，按 Ctrl+Z 可撤销。")

    def mend(self, findings: Sequence[Finding], kind: str) -> None:
        """Show what a kind of fix would change at these findings, and apply it where the user wants it."""
        self._commit()
        _, mends = mended(self._session.checked, findings, kind)
        if not mends:
            tell(self._window, "没有可以一并修正的内容。", "请逐条查看修改。")
            return
        if chosen := ask_mending(self._window, self._session.table, mends, kind):
            count = apply_to_all(self._session, chosen, kind)
            self._tell(f"已修正 {count} 处，按 Ctrl+Z 可一步撤销。")

    def _tell(self, text: str) -> None:
        say(self._window, text)
