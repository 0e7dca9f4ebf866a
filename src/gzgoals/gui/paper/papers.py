"""What is handed out as a PDF, made by one road for window and command line: pages set up, dated and marked alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gzgoals.core.edits import part_of
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.core.today import today
from gzgoals.gui.paper.form_document import forms_pdf
from gzgoals.gui.paper.listing import Listing, listing_pdf
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pdf import pdf_bytes
from gzgoals.gui.paper.progress import Report
from gzgoals.gui.paper.project_form import last_years_of


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one day, their pages as `setup` says; `errors` tells whether the table has any.

    All of them need a `QGuiApplication` but no screen, and raise as the functions behind them do.
    """

    setup: PageSetup
    errors: bool = False
    day: date = field(default_factory=today)

    @property
    def marks(self) -> Marks:
        """What each page of the table and its forms bears."""
        return Marks.of(self.setup, self.day, errors=self.errors)

    @property
    def list_marks(self) -> Marks:
        """What each page of a list bears: it tells of the table as it is, and is no draft."""
        return replace(self.marks, draft=False)

    def table(self, table: GoalTable, report: Report | None = None) -> bytes:
        """Return the official table."""
        return pdf_bytes(table, self.setup, report, self.marks)

    def forms(self, table: GoalTable, places: Sequence[Place] = (TABLE,), report: Report | None = None) -> bytes:
        """Return the forms of the projects at `places`, with what the year before says that the table remembers."""
        return forms_pdf(part_of(table, places), self.setup, report, self.marks, last_years_of(table))

    def listing(self, listing: Listing, report: Report | None = None) -> bytes:
        """Return a list: a comparison, a check, the indicators."""
        return listing_pdf(listing, self.setup, report, self.list_marks)
