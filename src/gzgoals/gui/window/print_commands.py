"""Paper from the window: preview, printer, PDF and text export, with progress that can be cancelled."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMainWindow, QProgressDialog, QWidget

from gzgoals.core.checks import Severity
from gzgoals.core.edits import part_of
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import write_text
from gzgoals.core.files import replace_file
from gzgoals.core.naming import Export
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.dialogs.messages import ask_print_with_errors, tell
from gzgoals.gui.dialogs.preview import PreviewDialog
from gzgoals.gui.paper import (
    CancelledError,
    Listing,
    Marks,
    Report,
    document_title,
    indicator_list_pdf,
    indicator_listing,
    pdf_bytes,
    prepare_printer,
    preview_table,
    print_listing,
    print_table,
)
from gzgoals.gui.session import Session
from gzgoals.gui.window.checked_now import checked_now
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.status import say_exported


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
        return Marks.of(setup, dt.datetime.now(tz=dt.UTC).astimezone().date(), errors=errors)

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
            marks = self.marks_now()
            self.on_printer(
                self._printer(document_title(table)),
                lambda printer, report: print_table(table, printer, self.setup, report, marks),
            )

    def print_listing(self, listing: Listing) -> None:
        """Ask for a printer and print a list in the hand of the official table."""
        marks = self.marks(self.setup, errors=False)
        self.on_printer(
            self._printer(listing.title),
            lambda printer, report: print_listing(listing, printer, self.setup, report, marks),
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
            table = self._session.table
            self.export(
                "正在生成 PDF…",
                lambda report: replace_file(path, indicator_list_pdf(table, self.setup, report)),
                path,
            )

    def on_printer(self, printer: QPrinter, work: Callable[[QPrinter, Report], None]) -> None:
        """Ask for a printer, `printer` being how it is set up at first, and have it print."""
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("打印")
        if accepted(dialog):
            self._with_progress("正在打印…", lambda report: work(printer, report))

    def export_pdf(self) -> None:
        """Ask for a file and write the official table as PDF."""
        self.commit()
        if not self.errors_accepted():
            return
        path = ask_save(self._window, self.files.suggestion(".pdf"), "导出 PDF", "PDF 文件 (*.pdf)")
        if path:
            self.export("正在生成 PDF…", lambda report: self._write_pdf(path, report), path)

    def export_text(self) -> None:
        """Ask for a file and write the table as text."""
        self.commit()
        path = ask_save(self._window, self.files.suggestion(".txt"), "导出文本", "文本文件 (*.txt)")
        if path:
            self.export("正在写入…", lambda _: replace_file(path, write_text(self._session.table).encode()), path)

    def _write_pdf(self, path: Path, report: Report) -> None:
        replace_file(path, pdf_bytes(self._session.table, self.setup, report, self.marks_now()))

    def _paint(self, printer: QPrinter) -> None:
        try:
            preview_table(self._session.table, printer, self.setup, self.marks_now())
        except GzgoalsError as error:
            tell(self._window, str(error))

    def _printer(self, title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare_printer(printer, title, self.setup)
        return printer

    def marks_now(self) -> Marks:
        """Return what each page bears today, of the table as it is."""
        return self.marks(self.setup, errors=bool(checked_now(self._session).counts[Severity.ERROR]))

    def errors_accepted(self) -> bool:
        """Tell whether there are no errors, or the user wants the paper in spite of them."""
        errors = checked_now(self._session).counts[Severity.ERROR]
        return not errors or ask_print_with_errors(self._window, errors)

    def _with_progress(self, text: str, work: Callable[[Report], None]) -> bool:
        return with_progress(self._window, text, work)

    def export(self, text: str, work: Callable[[Report], None], path: Path) -> None:
        """Write a file, and say where it is."""
        if self._with_progress(text, work):
            say_exported(self._window, path)


def with_progress(window: QWidget, text: str, work: Callable[[Report], None]) -> bool:
    """Do some work that can be cancelled, showing how far it is where it takes long; where it fails, tell why.

    Tell whether it was done.
    """
    dialog = QProgressDialog(text, "取消", 0, 1, window)
    dialog.setWindowTitle("绩效目标表")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(400)

    def report(done: int, of: int) -> bool:
        dialog.setMaximum(of)
        dialog.setValue(done)
        return not dialog.wasCanceled()

    try:
        work(report)
    except CancelledError:
        return False
    except GzgoalsError as error:
        tell(window, str(error))
        return False
    else:
        return True
    finally:
        dialog.reset()
        dialog.deleteLater()
