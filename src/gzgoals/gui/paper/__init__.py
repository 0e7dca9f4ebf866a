"""The table on paper: one layout, in rows, lines and pages, for print preview, printer and PDF."""

from gzgoals.gui.paper.checked import check_listing
from gzgoals.gui.paper.comparison import comparison_listing
from gzgoals.gui.paper.document import document_title
from gzgoals.gui.paper.fonts import MissingFontError, font_told
from gzgoals.gui.paper.form_document import forms_pdf, prepare_form_printer, preview_forms, print_forms
from gzgoals.gui.paper.indicator_list import indicator_listing
from gzgoals.gui.paper.listing import Listing, listing_pdf
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.papers import Papers
from gzgoals.gui.paper.pdf import pdf_bytes
from gzgoals.gui.paper.printing import prepare_printer, preview_table, print_listing, print_table
from gzgoals.gui.paper.progress import CancelledError, Report
from gzgoals.gui.paper.project_form import LastYears, last_years_of

__all__ = [
    "CancelledError",
    "LastYears",
    "Listing",
    "Marks",
    "MissingFontError",
    "Papers",
    "Report",
    "check_listing",
    "comparison_listing",
    "document_title",
    "font_told",
    "forms_pdf",
    "indicator_listing",
    "last_years_of",
    "listing_pdf",
    "pdf_bytes",
    "prepare_form_printer",
    "prepare_printer",
    "preview_forms",
    "preview_table",
    "print_forms",
    "print_listing",
    "print_table",
]
