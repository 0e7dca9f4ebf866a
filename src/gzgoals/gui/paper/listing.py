"""Lists of any kind on paper, set by the same hand as the official table: the comparison, the check, the indicators."""

from collections.abc import Iterable
from dataclasses import dataclass

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.kinds import SheetRow, TableKind
from gzgoals.gui.paper.layout import Layout, lay_out_rows
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pdf import layout_pdf
from gzgoals.gui.paper.progress import Progress, Report
from gzgoals.gui.paper.setup import Paper, page_layout, paper_of


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list: the text of each cell, and how it stands to the others, as in `SheetRow`."""

    texts: tuple[str, ...]
    joined: bool = False
    right: tuple[int, ...] = ()
    depth: int = 0
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be printed; `title` is what a PDF or a print job of it is called."""

    kind: TableKind
    caption: str
    title: str
    rows: tuple[SheetRow, ...]

    @classmethod
    def of(cls, kind: TableKind, caption: str, title: str, rows: Iterable[SheetRow]) -> "Listing":
        """Return the list of these rows."""
        return cls(kind, caption, title, tuple(rows))

    def laid_out(self, paper: Paper, progress: Progress) -> Layout:
        """Lay the list out; raises as `lay_out_rows` does."""
        return lay_out_rows(self.rows, self.kind, self.caption, paper, progress)


def listing_pdf(
    listing: Listing, setup: PageSetup | None = None, report: Report | None = None, marks: Marks | None = None
) -> bytes:
    """Return a list as a PDF; needs a `QGuiApplication` but no screen, and may run in any thread.

    Raises `CancelledError` when `report` answers False, `MissingFontError` where there is no Chinese font.
    """
    setup = setup or PageSetup()
    progress, page = Progress(report), page_layout(setup)
    return layout_pdf(listing.laid_out(paper_of(page, setup, marks), progress), page, listing.title, progress)
