"""The table on paper: one layout, in rows, lines and pages, for print preview, printer and PDF."""

from gzgoals.gui.paper.checked import check_pdf
from gzgoals.gui.paper.comparison import comparison_pdf
from gzgoals.gui.paper.fonts import MissingFontError, font_told
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pdf import pdf_bytes
from gzgoals.gui.paper.printing import prepare_printer, preview_table, print_table
from gzgoals.gui.paper.progress import CancelledError, Report

__all__ = [
    "CancelledError",
    "Marks",
    "MissingFontError",
    "Report",
    "check_pdf",
    "comparison_pdf",
    "font_told",
    "pdf_bytes",
    "prepare_printer",
    "preview_table",
    "print_table",
]
