"""Checking from the window: the report of the check as a file."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gzgoals.core.checks import CheckReport, check_report
from gzgoals.core.checks.reports.sheet import check_sheet
from gzgoals.core.naming import Export
from gzgoals.core.today import today
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.paper import check_listing
from gzgoals.gui.session import Session
from gzgoals.gui.window.checked_now import checked_now
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.office_commands import OfficeCommands
from gzgoals.gui.window.print_commands import PrintCommands

_KINDS = "PDF 文件 (*.pdf);;Excel 工作簿 (*.xlsx)"


class CheckCommands:
    """What the menu of checks does beyond going from finding to finding; `commit` brings in what is half typed."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        files: FileCommands,
        office: OfficeCommands,
        prints: PrintCommands,
        commit: Callable[[], None],
    ) -> None:
        self._window = window
        self._session = session
        self._files = files
        self._office = office
        self._prints = prints
        self._commit = commit

    def export_report(self) -> None:
        """Ask for a file, PDF or workbook, and write the report of the check."""
        self._commit()
        suggestion = self._files.suggestion(".pdf", Export.CHECK)
        path = ask_save(self._window, suggestion, "导出检查报告", _KINDS)
        if path is None:
            return
        check = self._report()
        if path.suffix.lower() == ".xlsx":
            self._prints.export(path, lambda _: check_sheet(check))
        else:
            self._prints.export_listing(check_listing(check), path)

    def print_report(self) -> None:
        """Ask for a printer and print the report of the check."""
        self._commit()
        self._prints.print_listing(check_listing(self._report()))

    def _report(self) -> CheckReport:
        rules = self._office.state.path
        return check_report(checked_now(self._session), today(), self._files.name, rules.name if rules else "")
