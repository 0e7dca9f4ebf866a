"""The table on a printer or in a print preview: the pages that the user asked for, on the paper that the device has."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.files import replace_file
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.document import document_title, paint_document
from gzgoals.gui.paper.layout import Layout, lay_out
from gzgoals.gui.paper.listing import Listing
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page, pages
from gzgoals.gui.paper.pdf import layout_pdf
from gzgoals.gui.paper.progress import Progress, Report
from gzgoals.gui.paper.setup import page_layout, paper_of


def prepare_printer(printer: QPrinter, title: str, setup: PageSetup) -> None:
    """Give a printer the setup's paper, orientation and margins, before its dialog or a preview opens."""
    printer.setPageLayout(page_layout(setup))
    printer.setCreator(CREATOR)
    printer.setDocName(title)


def print_table(
    table: GoalTable, printer: QPrinter, setup: PageSetup, report: Report | None = None, marks: Marks | None = None
) -> None:
    """Print a table on the paper, in the pages and in the order that the printer's dialog was given.

    Where the dialog was told to print to a PDF, that file is replaced in one step, and its text is as exact as that of
    an exported one. Raises `GzgoalsError` when the printer does not start, the file cannot be written or none of the
    chosen pages exists, `CancelledError` when `report` answers False.
    """
    progress = Progress(report)
    _print(_laid_out(table, printer, setup, progress, marks), printer, document_title(table), progress)


def print_listing(
    listing: Listing, printer: QPrinter, setup: PageSetup, report: Report | None = None, marks: Marks | None = None
) -> None:
    """Print a list as `print_table` does a table, and raise as that does."""
    progress = Progress(report)
    printer.setFullPage(True)
    _print(listing.laid_out(paper_of(printer.pageLayout(), setup, marks), progress), printer, listing.title, progress)


def _print(layout: Layout, printer: QPrinter, title: str, progress: Progress) -> None:
    chosen = _chosen(layout, printer)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        pdf = layout_pdf(layout, printer.pageLayout(), title, progress, chosen)
        replace_file(Path(printer.outputFileName()), pdf)
    else:
        paint_document(layout, printer, progress, chosen)


def preview_table(table: GoalTable, printer: QPrinter, setup: PageSetup, marks: Marks | None = None) -> None:
    """Paint a table for a print preview: what its `paintRequested(printer)` calls; writes no file."""
    progress = Progress(None)
    paint_document(_laid_out(table, printer, setup, progress, marks), printer, progress)


def _laid_out(table: GoalTable, printer: QPrinter, setup: PageSetup, progress: Progress, marks: Marks | None) -> Layout:
    printer.setFullPage(True)
    return lay_out(table, paper_of(printer.pageLayout(), setup, marks), progress)


def _chosen(layout: Layout, printer: QPrinter) -> list[Page]:
    every_page = list(pages(layout))
    numbers = chosen_pages(range(1, len(every_page) + 1), printer)
    return [every_page[number - 1] for number in numbers]


def chosen_pages(numbers: Sequence[int], printer: QPrinter) -> list[int]:
    """Return the numbers of the pages to paint, with the copies that the printer does not make itself."""
    ranges = printer.pageRanges()
    partly = printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    chosen = [number for number in numbers if not partly or ranges.contains(number)]
    if not chosen:
        raise GzgoalsError(f"所选的页码不存在：本表共 {len(numbers)} 页，请重新选择页码范围。")
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return chosen * copies if printer.collateCopies() else [number for number in chosen for _ in range(copies)]
