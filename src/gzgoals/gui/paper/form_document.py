"""Forms of projects as a document: their pages counted through, for preview, printer and PDF by the same hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPageLayout, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from gzgoals.core.collection import collection_paused
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.printed.own import CREATOR, FORM_TITLE
from gzgoals.core.files import replace_file
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.bookmarks import Bookmark, bookmarks_of_forms
from gzgoals.gui.paper.columns import PADDING
from gzgoals.gui.paper.document import document_title, paint_placed
from gzgoals.gui.paper.form_pages import form_pages, title_line
from gzgoals.gui.paper.forms import FormPage, Shown, all_rules
from gzgoals.gui.paper.inked import Inked
from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import ROW_PADDING, SIGNING_LINES
from gzgoals.gui.paper.pdf import written_pdf
from gzgoals.gui.paper.placing import Align, Line, Placed, Rule, Style, baseline_of, foot_lines, line_at
from gzgoals.gui.paper.printing import chosen_pages
from gzgoals.gui.paper.progress import Progress, Report
from gzgoals.gui.paper.project_form import LastYears, form_fonts, form_setup, last_years_of, project_forms
from gzgoals.gui.paper.setup import page_layout, paper_of


@dataclass(frozen=True, slots=True)
class FormDocument:
    """All pages of the forms, and what they have in common."""

    face: Face
    pages: tuple[FormPage, ...]

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of all pages."""
        return range(1, len(self.pages) + 1)

    @property
    def begins(self) -> list[int]:
        """On which pages, from 0, the forms begin."""
        return [place for place, page in enumerate(self.pages) if page.begins]

    def placed(self, numbers: Sequence[int]) -> Iterator[Placed]:
        """Yield the pages of these numbers, which count from 1, as they are painted."""
        for number in numbers:
            page = self.pages[number - 1]
            rules = tuple(Rule(*rule) for rule in all_rules(page))
            yield Placed(rules, tuple(_lines(page, self.face, number, len(self.pages))))


def lay_out_forms(
    table: GoalTable,
    layout: QPageLayout,
    setup: PageSetup,
    progress: Progress,
    marks: Marks | None = None,
    last_years: LastYears | None = None,
) -> FormDocument:
    """Lay out the form of each project of a table for a device's page.

    Raises `GzgoalsError` where there is no project, `MissingFontError` where there is no Chinese font, and
    `CancelledError` when `progress` says so.
    """
    count = sum(len(unit.projects) for unit in table.units)
    if not count:
        raise GzgoalsError("这里还没有项目，请先新增项目，再打印项目申报表。")
    paper = paper_of(layout, setup, marks)
    face = Face(paper.sheet, form_fonts(setup, paper.sheet), paper.marks)
    pages: list[FormPage] = []
    forms = project_forms(table, paper.sheet, face.fonts, setup, last_years or last_years_of(table))
    for done, form in enumerate(forms, 1):
        pages += form_pages(form, face)
        progress.laid_out(done, count)
    return FormDocument(face, tuple(pages))


def forms_pdf(
    table: GoalTable,
    setup: PageSetup | None = None,
    report: Report | None = None,
    marks: Marks | None = None,
    last_years: LastYears | None = None,
) -> bytes:
    """Return the forms of a table's projects as a PDF; raises as `lay_out_forms` does.

    It needs a `QGuiApplication` but no screen, and may run in any thread.
    """
    setup, progress = form_setup(setup or PageSetup()), Progress(report)
    layout = page_layout(setup)
    with collection_paused():
        document = lay_out_forms(table, layout, setup, progress, marks, last_years)
        bookmarks = bookmarks_of_forms(table, document.begins)
        return _pdf(document, layout, document_title(table, FORM_TITLE), document.numbers, progress, bookmarks)


def _pdf(
    document: FormDocument,
    layout: QPageLayout,
    title: str,
    numbers: Sequence[int],
    progress: Progress,
    bookmarks: Sequence[Bookmark] = (),
) -> bytes:
    def paint(writer: QPdfWriter) -> Inked:
        return paint_placed(document.placed(numbers), len(numbers), document.face, writer, progress)

    return written_pdf(layout, title, paint, bookmarks)


def prepare_form_printer(printer: QPrinter, table: GoalTable, setup: PageSetup) -> None:
    """Give a printer the paper of forms before its dialog or a preview opens."""
    printer.setPageLayout(page_layout(form_setup(setup)))
    printer.setCreator(CREATOR)
    printer.setDocName(document_title(table, FORM_TITLE))


def print_forms(
    table: GoalTable,
    printer: QPrinter,
    setup: PageSetup,
    report: Report | None = None,
    marks: Marks | None = None,
    last_years: LastYears | None = None,
) -> None:
    """Print forms as `print_table` does a table: those pages that the printer's dialog was told of."""
    progress, setup = Progress(report), form_setup(setup)
    printer.setFullPage(True)
    layout = printer.pageLayout()
    document = lay_out_forms(table, layout, setup, progress, marks, last_years)
    numbers = chosen_pages(document.numbers, printer)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        pdf = _pdf(document, layout, document_title(table, FORM_TITLE), numbers, progress)
        replace_file(Path(printer.outputFileName()), pdf)
    else:
        paint_placed(document.placed(numbers), len(numbers), document.face, printer, progress)


def preview_forms(
    table: GoalTable,
    printer: QPrinter,
    setup: PageSetup,
    marks: Marks | None = None,
    last_years: LastYears | None = None,
) -> None:
    """Paint forms for a print preview; writes no file."""
    progress = Progress(None)
    printer.setFullPage(True)
    document = lay_out_forms(table, printer.pageLayout(), form_setup(setup), progress, marks, last_years)
    paint_placed(document.placed(document.numbers), len(document.pages), document.face, printer, progress)


def _lines(page: FormPage, face: Face, number: int, count: int) -> Iterator[Line]:
    if page.begins:
        yield from _title_lines(page, face)
    for shown in page.cells:
        yield from _cell_lines(shown, face)
    if page.signed:
        top = page.end + (SIGNING_LINES - 1) * face.pitch
        for place, text in enumerate(page.form.signatures):
            left = face.sheet.left + face.sheet.width * place // len(page.form.signatures)
            yield line_at(face, text, top, Align.LEFT)._replace(left=left)
    yield from foot_lines(face, number, count)


def _title_lines(page: FormPage, face: Face) -> Iterator[Line]:
    title, *below = page.form.title
    pitch = title_line(face)
    baseline = baseline_of(face.sheet.top, pitch, face.fonts.title.pixelSize())
    yield Line(title, face.sheet.left, face.sheet.right, baseline, Align.CENTRE, Style.TITLE)
    for place, text in enumerate(below):
        yield line_at(face, text, face.sheet.top + pitch + place * face.pitch, Align.CENTRE)


def _cell_lines(shown: Shown, face: Face) -> Iterator[Line]:
    cell, height = shown.cell, len(shown.cell.lines) * face.pitch
    top = shown.top + ((shown.bottom - shown.top - height) // 2 if shown.whole else ROW_PADDING)
    for place, text in enumerate(cell.lines):
        baseline = baseline_of(top + place * face.pitch, face.pitch, face.fonts.size)
        yield Line(text, cell.left + PADDING + cell.indent, cell.right - PADDING, baseline, cell.align, cell.style)
