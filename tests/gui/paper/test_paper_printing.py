"""The table on a printer: its paper, its margins, the pages and copies that its dialog was given."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.errors import FileTroubleError, GzgoalsError
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import Funding, GoalTable, Project, Unit
from gzgoals.gui.paper import (
    CancelledError,
    document_title,
    pdf_bytes,
    prepare_printer,
    preview_table,
    print_table,
)

pytestmark = pytest.mark.usefixtures("qapp")
SETUP = PageSetup()


def table() -> GoalTable:
    projects = tuple(
        Project(name=f"第{count}项", funding=Funding(other=Decimal("1.00")), objective="用户满意。" * 60)
        for count in range(12)
    )
    return GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=projects),))


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer that prints to a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare_printer(printer, document_title(table()), SETUP)
    return printer


def printed(printer: QPrinter) -> list[str]:
    """Print, and return the text of each page."""
    print_table(table(), printer, SETUP)
    return texts(pypdfium2.PdfDocument(printer.outputFileName()))


def texts(pages: Iterable[pypdfium2.PdfPage]) -> list[str]:
    return [page.get_textpage().get_text_range().replace("\r\n", "") for page in pages]


def numbers(pages: Iterable[str]) -> list[int]:
    return [int(page.partition("第 ")[2].partition(" 页")[0]) for page in map(_foot, pages)]


def _foot(page: str) -> str:
    return page[page.rindex("第 ") :]


def test_a_print_has_the_lines_of_the_exported_pdf(printer: QPrinter) -> None:
    assert printed(printer) == texts(pypdfium2.PdfDocument(pdf_bytes(table(), SETUP)))


def test_a_print_to_a_pdf_reads_back_with_its_own_code_points(printer: QPrinter) -> None:
    assert "用户满意。" in printed(printer)[0]


def test_only_the_chosen_pages_are_printed_with_their_own_numbers(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2,4"))
    assert numbers(printed(printer)) == [2, 4]


def test_a_range_from_page_to_page_is_printed(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert numbers(printed(printer)) == [2, 3]


def test_a_range_left_over_from_another_print_does_not_count(printer: QPrinter) -> None:
    printer.setFromTo(2, 3)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    assert numbers(printed(printer))[:2] == [1, 2]


def test_pages_that_do_not_exist_are_named_in_a_sentence(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(70, 80)
    with pytest.raises(GzgoalsError, match="所选的页码不存在：本表共 10 页"):
        print_table(table(), printer, SETUP)


def test_the_last_page_may_come_first(printer: QPrinter) -> None:
    forward = numbers(printed(printer))
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert numbers(printed(printer)) == forward[::-1]


@pytest.mark.parametrize(("collate", "expected"), [(True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])])
def test_copies_are_printed_in_sets_or_page_by_page(printer: QPrinter, expected: list[int], *, collate: bool) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert numbers(printed(printer)) == expected


def test_the_paper_chosen_in_the_dialog_wins_over_the_setup(printer: QPrinter) -> None:
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    print_table(table(), printer, SETUP)
    page = pypdfium2.PdfDocument(printer.outputFileName())[0]
    assert page.get_width() == pytest.approx(595, abs=1)
    assert "绩效指标" in texts([page])[0]


def test_the_printers_larger_margins_are_kept(printer: QPrinter) -> None:
    printer.setPageMargins(QMarginsF(40, 20, 40, 20), QPageLayout.Unit.Millimeter)
    print_table(table(), printer, SETUP)
    text = pypdfium2.PdfDocument(printer.outputFileName())[0].get_textpage()
    left = min(text.get_charbox(index)[0] for index in range(text.count_chars()))
    assert left > 40 * 72 / 25.4


def test_a_folder_that_is_gone_is_a_sentence(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(FileTroubleError, match="所在文件夹不存在"):
        print_table(table(), printer, SETUP)


def test_a_cancelled_print_leaves_no_file(printer: QPrinter) -> None:
    with pytest.raises(CancelledError):
        print_table(table(), printer, SETUP, report=lambda done, _of: done < 600)
    assert not Path(printer.outputFileName()).exists()


def test_the_preview_shows_every_page_and_writes_no_file(printer: QPrinter, qtbot: QtBot) -> None:
    preview = QPrintPreviewWidget(printer)
    qtbot.addWidget(preview)
    preview.paintRequested.connect(lambda device: preview_table(table(), device, SETUP))
    preview.updatePreview()
    assert preview.pageCount() == len(pypdfium2.PdfDocument(pdf_bytes(table(), SETUP)))
    assert not Path(printer.outputFileName()).exists()
