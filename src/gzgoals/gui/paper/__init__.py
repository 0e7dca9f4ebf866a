"""The table on paper: one layout, in rows, lines and pages, for print preview, printer and PDF."""

from gzgoals.gui.paper.checked import check_listing, check_pdf
from gzgoals.gui.paper.comparison import comparison_listing, comparison_pdf
from gzgoals.gui.paper.document import document_title
from gzgoals.gui.paper.fonts import MissingFontError, font_told
from gzgoals.gui.paper.indicator_list import indicator_list_pdf, indicator_listing
from gzgoals.gui.paper.listing import Listing
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pdf import pdf_bytes
from gzgoals.gui.paper.printing import prepare_printer, preview_table, print_listing, print_table
from gzgoals.gui.paper.progress import CancelledError, Report

__all__ = [
    "CancelledError",
    "Listing",
    "Marks",
    "MissingFontError",
    "Report",
    "check_listing",
    "check_pdf",
    "comparison_listing",
    "comparison_pdf",
    "document_title",
    "font_told",
    "indicator_list_pdf",
    "indicator_listing",
    "pdf_bytes",
    "prepare_printer",
    "preview_table",
    "print_listing",
    "print_table",
]
