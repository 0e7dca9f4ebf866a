"""Paper from the window: preview, printer, PDF and text export, with progress that can be cancelled."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMainWindow

from gzgoals.core.checks import Severity
from gzgoals.core.edits import part_of
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import write_text
from gzgoals.core.files import replace_file
from gzgoals.core.naming import Export
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.dialogs.messages import ask_print_with_errors, tell
from gzgoals.gui.dialogs.preview import PreviewDialog
from gzgoals.gui.paper import (
    Listing,
    Marks,
    Papers,
    Report,
    document_title,
    indicator_listing,
    prepare_printer,
    preview_table,
    print_listing,
    print_table,
)
from gzgoals.gui.session import Session
from gzgoals.gui.window.checked_now import checked_now
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.status import say_exported
from gzgoals.gui.window.waiting import with_progress


class PrintCommands:
    """What prints and exports do."""

    def __init__(self, window: QMainWindow, session: Session, files: FileCommands, commit: Callable[[], None]) -> None:
        self.setup = PageSetup()
        self._window = window
        self._session = session
        self.files = files
        self.commit = commit

    @staticmethod
    def marks(setup: PageSetup, *, errors: bool) -> Marks:
        """Return what each page bears beside the table today."""
        return Papers(setup, errors).marks

    def papers(self) -> Papers:
        """Return how papers are made today, of the table as it is."""
        return Papers(self.setup, bool(checked_now(self._session).counts[Severity.ERROR]))

    def print_part(self, places: Sequence[Place]) -> None:
        """Ask for a printer and print the units and projects at `places`, with the sums of those alone."""
        self._print(part_of(self._session.table, places))

    def preview(self) -> None:
        """Show the pages as they will print."""
        self.commit()
        if PreviewDialog.ask(self._printer(document_title(self._session.table)), self._paint, self._window):
            self.print()

    def print(self) -> None:
        """Ask for a printer and print."""
        self.commit()
        self._print(self._session.table)

    def _print(self, table: GoalTable) -> None:
        if self.errors_accepted():
            papers = self.papers()
            self.on_printer(
                self._printer(document_title(table)),
                lambda printer, report: print_table(table, printer, papers.setup, report, papers.marks),
            )

    def print_listing(self, listing: Listing) -> None:
        """Ask for a printer and print a list in the hand of the official table."""
        papers = Papers(self.setup)
        self.on_printer(
            self._printer(listing.title),
            lambda printer, report: print_listing(listing, printer, papers.setup, report, papers.list_marks),
        )

    def print_indicators(self) -> None:
        """Ask for a printer and print the list of all indicators."""
        self.commit()
        self.print_listing(indicator_listing(self._session.table))

    def export_indicators(self) -> None:
        """Ask for a file and write the list of all indicators as PDF."""
        self.commit()
        suggestion = self.files.suggestion(".pdf", Export.INDICATORS)
        path = ask_save(self._window, suggestion, "导出指标清单 PDF", "PDF 文件 (*.pdf)")
        if path:
            self.export_listing(indicator_listing(self._session.table), path)

    def export_listing(self, listing: Listing, path: Path) -> None:
        """Write a list as PDF."""
        papers = Papers(self.setup)
        self.export(path, lambda report: papers.listing(listing, report))

    def on_printer(self, printer: QPrinter, work: Callable[[QPrinter, Report], None]) -> None:
        """Ask for a printer, `printer` being how it is set up at first, and have it print."""
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("打印")
        if accepted(dialog):
            with_progress(self._window, "正在打印…", lambda report: work(printer, report))

    def export_pdf(self) -> None:
        """Ask for a file and write the official table as PDF."""
        self.commit()
        if not self.errors_accepted():
            return
        path = ask_save(self._window, self.files.suggestion(".pdf"), "导出 PDF", "PDF 文件 (*.pdf)")
        if path:
            papers, table = self.papers(), self._session.table
            self.export(path, lambda report: papers.table(table, report))

    def export_text(self) -> None:
        """Ask for a file and write the table as text."""
        self.commit()
        path = ask_save(self._window, self.files.suggestion(".txt"), "导出文本", "文本文件 (*.txt)")
        if path:
            self.export(path, lambda _: write_text(self._session.table).encode())

    def _paint(self, printer: QPrinter) -> None:
        try:
            papers = self.papers()
            preview_table(self._session.table, printer, papers.setup, papers.marks)
        except GzgoalsError as error:
            tell(self._window, str(error))

    def _printer(self, title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare_printer(printer, title, self.setup)
        return printer

    def errors_accepted(self) -> bool:
        """Tell whether there are no errors, or the user wants the paper in spite of them."""
        errors = checked_now(self._session).counts[Severity.ERROR]
        return not errors or ask_print_with_errors(self._window, errors)

    def export(self, path: Path, made: Callable[[Report], bytes]) -> None:
        """Write what is made into a file, and say where it is."""
        text = f"正在导出“{visible_line(path.name)}”…"
        if with_progress(self._window, text, lambda report: replace_file(path, made(report))):
            say_exported(self._window, path)
