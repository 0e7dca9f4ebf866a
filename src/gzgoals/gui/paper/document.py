"""Pages painted one after another onto any device that has pages."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrinter

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.own.official import title_of
from gzgoals.core.exchange.printed.wording import FULL_TITLE
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.inked import Inked
from gzgoals.gui.paper.layout import Face, Layout
from gzgoals.gui.paper.pages import Page, pages
from gzgoals.gui.paper.painting import paint_page
from gzgoals.gui.paper.placing import Placed, placed
from gzgoals.gui.paper.progress import CancelledError, Progress
from gzgoals.gui.paper.rows import printed_text


def document_title(table: GoalTable, kind: str = FULL_TITLE) -> str:
    """Return the title that a PDF or a print job of this table carries; `kind` is what is printed of it.

    It tells the year, and the coding scheme where that could not be told from the printed categories.
    """
    return title_of(table, printed_text(table.department), kind)


def paint_document(
    layout: Layout, device: QPagedPaintDevice, progress: Progress, chosen: Sequence[Page] | None = None
) -> Inked:
    """Paint the chosen pages, all where none are chosen, and return what was inked; raises as `paint_placed` does."""
    form, page_count = layout.form, sum(1 for _ in pages(layout))
    shown = pages(layout) if chosen is None else chosen
    placed_pages = (placed(page, form, page_count) for page in shown)
    return paint_placed(placed_pages, page_count if chosen is None else len(chosen), form.face, device, progress)


def paint_placed(
    placed_pages: Iterable[Placed], count: int, face: Face, device: QPagedPaintDevice, progress: Progress
) -> Inked:
    """Paint so many pages and return what was inked.

    Raises `GzgoalsError` when the device does not start, `CancelledError` when `progress` says so.
    """
    inked = Inked(face.fonts)
    painter = QPainter()
    if not painter.begin(device):
        raise GzgoalsError("打印机没有响应，请检查打印机是否已连接、打开，或另选一台。")
    try:
        for done, page in enumerate(placed_pages):
            if done:
                device.newPage()
            paint_page(painter, page, face)
            inked.add(page)
            progress.painted(done + 1, count)
    except CancelledError:
        if isinstance(device, QPrinter):
            device.abort()
        raise
    finally:
        painter.end()
    return inked
