"""The office's rules in the window: found for each table, read anew when their file has changed, chosen here."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from gzgoals.core.checks.offices.office_file import OFFICE_FILE, example_office_file, office_file_for, read_office
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files import replace_file
from gzgoals.core.settings import Settings
from gzgoals.gui.dialogs.files import ask_open, ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.office_rules import OfficeRulesDialog, OfficeState
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import FileCommands, Remember
from gzgoals.gui.window.status import say

_KINDS = "检查规则 (*.json *.jsonc *.txt);;所有文件 (*)"
_TOLD_FOR = 20_000
"""Milliseconds that the status bar tells of complaints."""

_Stamp = tuple[int, int] | None


class OfficeCommands(QObject):
    """Sees that the session checks by the rules that count for the open table.

    Signals
    -------
    changed()
        `state` is another.
    """

    changed = Signal()

    def __init__(
        self, window: QMainWindow, session: Session, files: FileCommands, settings: Settings, remember: Remember
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._files = files
        self._remember = remember
        self._chosen = settings.office_rules
        self._table: Path | None = None
        self._stamp: _Stamp = None
        self._dialog: OfficeRulesDialog | None = None
        self.state = OfficeState(self._chosen)
        session.opened.connect(self.refresh)
        session.history_changed.connect(self._on_history_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application_changed)

    def refresh(self) -> None:
        """Check by the rules that count now; their file is read only where it is another or has changed."""
        self._table = self._session.path
        path = office_file_for(self._chosen, self._table)
        stamp = _stamp(path)
        if (self.state.chosen, self.state.path, self._stamp) == (self._chosen, path, stamp):
            return
        self._stamp = stamp
        rules = read_office(path) if path else None
        self.state = OfficeState(self._chosen, path, rules.complaints if rules else (), rules.used if rules else 0)
        self._session.set_office(rules.office if rules and rules.used else None)
        self.changed.emit()
        if self._dialog:
            self._dialog.show_state(self.state)
        elif self.state.complaints:
            # Not before the window is shown, or the message would stand over what the bar shows otherwise.
            QTimer.singleShot(0, self, self._tell_complaints)

    def _tell_complaints(self) -> None:
        say(self._window, f"{self.state.text}，见“检查 → 本单位检查规则…”。", _TOLD_FOR)

    def choose(self, chosen: str) -> None:
        """Go by another choice from now on, as the settings keep it."""
        self._chosen = chosen
        self._remember(lambda settings: settings.replaced(office_rules=chosen))
        self.refresh()

    def open_dialog(self) -> None:
        """Show which rules count, and let the user choose others."""
        self._dialog = OfficeRulesDialog(self.state, self._window)
        self._dialog.chosen.connect(self.choose)
        self._dialog.file_wanted.connect(self._choose_file)
        self._dialog.example_wanted.connect(self._write_example)
        self._dialog.edit_wanted.connect(self._edit)
        self._dialog.exec()
        self._dialog.deleteLater()
        self._dialog = None

    def _choose_file(self) -> None:
        if path := ask_open(self._window, self._files.folder(), "选择检查规则", _KINDS):
            self.choose(str(path))

    def _write_example(self) -> None:
        path = ask_save(self._window, self._files.folder() / OFFICE_FILE, "写一个示例", _KINDS)
        if path is None:
            return
        try:
            replace_file(path, example_office_file().encode())
        except GzgoalsError as error:
            tell(self._window, str(error))
            return
        beside = self._session.path and path == self._session.path.parent / OFFICE_FILE
        self.choose("" if beside else str(path))

    def _edit(self) -> None:
        path = self.state.path
        if path and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            tell(self._window, f"没有找到能打开“{path.name}”的程序。", f"请用文本编辑器打开 {path}，保存后即生效。")

    def _on_history_changed(self) -> None:
        if self._session.path != self._table:  # saved elsewhere: other rules may stand there
            self.refresh()

    def _on_application_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.refresh()  # the user comes back, perhaps from editing the file


def _stamp(path: Path | None) -> _Stamp:
    """Return what tells one version of a file from another; None where there is none."""
    try:
        status = path.stat() if path else None
    except (OSError, ValueError):
        return None
    return (status.st_mtime_ns, status.st_size) if status else None
