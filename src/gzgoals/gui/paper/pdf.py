"""The table as a PDF: the same pages as on a printer, fonts embedded, text that reads back with its own code points."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageLayout, QPdfWriter

from gzgoals.core.collection import collection_paused
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.bookmarks import Bookmark, bookmarks_of, with_bookmarks
from gzgoals.gui.paper.document import document_title, paint_document
from gzgoals.gui.paper.inked import Inked
from gzgoals.gui.paper.layout import Layout, lay_out
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page
from gzgoals.gui.paper.progress import Progress, Report
from gzgoals.gui.paper.setup import UNITS_PER_INCH, page_layout, paper_of
from gzgoals.gui.paper.text_maps import mended


def pdf_bytes(
    table: GoalTable, setup: PageSetup | None = None, report: Report | None = None, marks: Marks | None = None
) -> bytes:
    """Return a table as a PDF; needs a `QGuiApplication` but no screen, and may run in any thread.

    Raises `CancelledError` when `report` answers False, `MissingFontError` where there is no Chinese font.
    """
    setup = setup or PageSetup()
    progress = Progress(report)
    paper = page_layout(setup)
    with collection_paused():
        layout = lay_out(table, paper_of(paper, setup, marks), progress)
        return layout_pdf(layout, paper, document_title(table), progress, bookmarks=bookmarks_of(table, layout))


def layout_pdf(
    layout: Layout,
    paper: QPageLayout,
    title: str,
    progress: Progress,
    chosen: Sequence[Page] | None = None,
    bookmarks: Sequence[Bookmark] = (),
) -> bytes:
    """Return pages of what was laid out for this paper, all where none are chosen, as a PDF with this title."""
    return written_pdf(paper, title, lambda writer: paint_document(layout, writer, progress, chosen), bookmarks)


def written_pdf(
    paper: QPageLayout, title: str, paint: Callable[[QPdfWriter], Inked], bookmarks: Sequence[Bookmark] = ()
) -> bytes:
    """Return what `paint` puts on pages of this paper as a PDF with this title, said to be Chinese."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(paper)
    inked = paint(writer)
    pdf = mended(bytes(buffer.data().data()), inked)
    return with_bookmarks(pdf, paper.fullRect(QPageLayout.Unit.Point).height(), bookmarks)
