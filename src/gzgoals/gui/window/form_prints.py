"""The forms of projects from the window: preview, printer and PDF of the project, unit or table that is shown."""

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gzgoals.core.edits import part_of
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.naming import Export
from gzgoals.core.table import GoalTable
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.preview import PreviewDialog
from gzgoals.gui.paper import last_years_of, prepare_form_printer, preview_forms, print_forms
from gzgoals.gui.session import Session
from gzgoals.gui.window.print_commands import PrintCommands


class FormPrints:
    """What prints and exports of forms do; `prints` knows the pages' setup and asks about errors."""

    def __init__(self, window: QWidget, session: Session, prints: PrintCommands) -> None:
        self._window = window
        self._session = session
        self._prints = prints

    def can(self) -> bool:
        """Tell whether there is a project to print."""
        place = self._session.place
        units = (unit for unit in self._session.table.units if unit.id == place.unit or not place.unit)
        return any(unit.projects for unit in units)

    def preview(self) -> None:
        """Show the forms as they will print, then print them where that is wanted."""
        self._prints.commit()
        printer = self._printer()
        if PreviewDialog.ask(printer, self._paint, self._window, "项目申报表预览"):
            self._print(printer)

    def export(self) -> None:
        """Ask for a file and write the forms as a PDF."""
        self._prints.commit()
        if not self._prints.errors_accepted():
            return
        suggestion = self._prints.files.suggestion(".pdf", Export.FORMS)
        path = ask_save(self._window, suggestion, "导出项目申报表 PDF", "PDF 文件 (*.pdf)")
        if path:
            papers, table, place = self._prints.papers(), self._session.table, self._session.place
            self._prints.export(path, lambda report: papers.forms(table, (place,), report))

    def _print(self, printer: QPrinter) -> None:
        if self._prints.errors_accepted():
            papers, part, last = self._prints.papers(), self._part(), last_years_of(self._session.table)
            self._prints.on_printer(
                printer, lambda printer, report: print_forms(part, printer, papers.setup, report, papers.marks, last)
            )

    def _paint(self, printer: QPrinter) -> None:
        papers = self._prints.papers()
        try:
            preview_forms(self._part(), printer, papers.setup, papers.marks, last_years_of(self._session.table))
        except GzgoalsError as error:
            tell(self._window, str(error))

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare_form_printer(printer, self._part(), self._prints.setup)
        return printer

    def _part(self) -> GoalTable:
        """Return the part of the table that is shown, all of it where that is no unit."""
        return part_of(self._session.table, (self._session.place,))
