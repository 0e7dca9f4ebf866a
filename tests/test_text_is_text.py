"""Whatever a table says, nothing that comes out of the program is taken for more than text: terminal, PDF, workbook."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from gzgoals import cli
from gzgoals.core.exchange.printed.own import own_title
from gzgoals.core.files import read_table, write_table
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import BIDI, on_paper, visible_line
from gzgoals.core.years import compare, last_year_of
from gzgoals.core.years.sheet import comparison_sheet
from gzgoals.gui.paper import comparison_listing, listing_pdf, pdf_bytes
from hostile_texts import TEXTS, table_of_texts

pytestmark = pytest.mark.usefixtures("qapp")

STEERING = {*BIDI, "\x1b", "\x07", "\x9b", "\r"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "甲\x1b[31m\u202e乙.gzgoals"
    write_table(path, table_of_texts())
    return path


def renamed(table: GoalTable) -> GoalTable:
    return replace(table, department=TEXTS[4], units=tuple(replace(u, name="旧" + u.name) for u in table.units))


def test_a_report_does_nothing_to_the_terminal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert "红□[31m色□" in said.out
    assert not STEERING & set(said.out)


def test_a_report_for_programs_says_every_character(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "--json", str(path)])
    said = capsys.readouterr().out
    assert not STEERING & set(said)
    assert "前\u202e后倒\u202c" in json.dumps(json.loads(said), ensure_ascii=False)


def test_a_comparison_does_nothing_to_the_terminal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = path.with_name("丙.gzgoals")
    write_table(other, renamed(read_table(path)))
    assert cli.main(["compare", str(path), str(other)]) == 0
    said = capsys.readouterr()
    assert not STEERING & set(said.out + said.err)
    assert TEXTS[4] in said.out.splitlines()


@pytest.mark.parametrize("name", ["红\x1b[31m.pdf", "反\u202e向.gzgoals", "两\n行.gzgoals", "回\r车.pdf"])
def test_a_files_name_is_one_line_of_the_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    for make in (path.touch, path.unlink):
        make()
        assert cli.main(["check", str(path)]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert visible_line(name) in said
        assert not STEERING & set(said)


def test_a_printed_table_has_its_texts_as_they_are_and_in_their_order(path: Path) -> None:
    table = read_table(path)
    document = pypdfium2.PdfDocument(pdf_bytes(table))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    plain = "".join(text.split())
    assert not STEERING - {"\r"} & set(text)
    assert [each for each in ("<b>粗</b>", "=cmd|", "{{", "保存(&S)", "甲[*]乙", "前后倒") if each not in plain] == []
    title = own_title(document.get_metadata_value("Title"))
    assert title is not None
    assert title.department == on_paper(table.department)
    raw = b"".join(pdf_bytes(table).split(b"stream")[::2])
    assert not any(action in raw for action in (b"/URI", b"/JavaScript", b"/Launch", b"/Subtype /Link"))
    document.close()


def test_a_workbook_has_neither_formulas_nor_links(path: Path) -> None:
    table = read_table(path)
    data = comparison_sheet(compare(last_year_of(renamed(table)), table), TEXTS[5])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        parts = b"".join(package.read(name) for name in names)
    assert not any(mark in parts for mark in (b"<f>", b"<f ", b"<hyperlink", b"TargetMode"))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert TEXTS[4] in "".join(texts)


def test_a_printed_comparison_keeps_the_order(path: Path) -> None:
    table = read_table(path)
    listing = comparison_listing(compare(last_year_of(renamed(table)), table), TEXTS[16])
    document = pypdfium2.PdfDocument(listing_pdf(listing))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert not STEERING - {"\r"} & set(text)
    document.close()
