"""PDFs of the official table from any producer read back; what cannot be read is told in one sentence."""

import dataclasses
import gzip
import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.pdf.library import opened
from gzgoals.core.exchange.pdf.pictures import page_picture, page_sizes
from gzgoals.core.exchange.pdf.reader import read_pdf_grids
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.text.reader import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable
from hostile_files import pdf
from table_content import content

PRINTED = Path(__file__).parent / "printed"
FONT, SIZE, PITCH = "STSong-Light", 9, 13
HEADER = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
CELL = "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥95%。"
XS = (30, 150, 210, 270, 330, 390, 580, 810)
UNIT = ("甲法院", "6.00", "3.00", "2.00", "1.00", "", "")
FIRST = ("  运维", "5.00", "3.00", "2.00", "", "目标一。", CELL)
SECOND = ("  培训", "1.00", "", "", "1.00", "目标二。", CELL)
ROWS = (HEADER, ("合计", *UNIT[1:]), UNIT, FIRST, SECOND)


class Paper:
    """A page drawn by hand: cells of text at the columns, and rules however a test wants them."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=landscape(A4))
        self.canvas.setFont(FONT, SIZE)

    def text(self, x: float, y: float, text: str) -> None:
        self.canvas.setFont(FONT, SIZE)
        self.canvas.drawString(x, y, text)

    def row(self, cells: Sequence[str], top: float) -> float:
        """Draw a row's text below `top`, cells wrapped where they hold line ends; return where it ends."""
        for x, cell in zip(XS, cells, strict=False):
            indent = 18 if cell.startswith("  ") else 0
            for number, line in enumerate(wrapped(cell.strip())):
                self.text(x + 3 + indent, top - 11 - number * PITCH, line)
        return top - 6 - PITCH * max(len(wrapped(cell)) for cell in cells)

    def table(self, rows: Sequence[Sequence[str]], top: float = 500, rules: str = "lines") -> float:
        ys = [top]
        for row in rows:
            ys.append(self.row(row, ys[-1]))
        {"lines": self.lines, "boxes": self.boxes, "cells": self.cells}[rules](ys)
        return ys[-1]

    def lines(self, ys: Sequence[float]) -> None:
        self.canvas.grid(list(XS), list(ys))

    def boxes(self, ys: Sequence[float]) -> None:
        for y in ys:
            self.canvas.rect(XS[0], y - 0.25, XS[-1] - XS[0], 0.5, stroke=0, fill=1)
        for x in XS:
            self.canvas.rect(x - 0.25, ys[-1], 0.5, ys[0] - ys[-1], stroke=0, fill=1)

    def cells(self, ys: Sequence[float]) -> None:
        for top, bottom in pairwise(ys):
            for left, right in pairwise(XS):
                self.canvas.rect(left, bottom, right - left, top - bottom)

    def pdf(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


def wrapped(text: str) -> list[str]:
    return [text[begin : begin + 20] for begin in range(0, len(text), 20)] or [""]


def names(pdf: bytes) -> list[str]:
    return [project.name for unit in read_source(pdf, "2026年表.pdf").table.units for project in unit.projects]


def sample(projects: slice = slice(None)) -> GoalTable:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_text(source.read_bytes(), source.name, 2026).table
    unit = dataclasses.replace(table.units[0], projects=table.units[0].projects[projects])
    return dataclasses.replace(table, units=(unit,))


@pytest.mark.parametrize("producer", ["libreoffice.pdf", "chromium.pdf.gz", "reportlab.pdf"])
def test_the_sample_reads_back_from_other_programs(producer: str) -> None:
    data = (PRINTED / producer).read_bytes()
    draft = read_source(gzip.decompress(data) if producer.endswith(".gz") else data, "表.pdf")
    assert content(draft.table) == content(sample(slice(1, 4)))
    assert draft.doubts == ()


def test_a_draft_tells_where_each_project_stands_and_carries_the_pdf() -> None:
    data = (PRINTED / "reportlab.pdf").read_bytes()
    draft = read_source(data, "表.pdf")
    spots = draft.origins[draft.table.units[0].projects[0].id]
    assert spots[0].page == 1
    assert spots[0].box is not None
    assert (draft.source.pdf, draft.source.page_sizes) == (data, page_sizes(data))


@pytest.mark.parametrize("rules", ["lines", "boxes", "cells"])
def test_rules_may_be_drawn_as_lines_thin_boxes_or_cells(rules: str) -> None:
    paper = Paper()
    paper.table(ROWS, rules=rules)
    assert names(paper.pdf()) == ["运维", "培训"]


def test_rules_may_be_drawn_in_a_form() -> None:
    paper = Paper()
    paper.canvas.beginForm("frame")
    ys = [500.0]
    for row in ROWS:
        ys.append(ys[-1] - 6 - PITCH * max(len(wrapped(cell)) for cell in row))
    paper.lines(ys)
    paper.canvas.endForm()
    paper.canvas.doForm("frame")
    for row, top in zip(ROWS, ys, strict=False):
        paper.row(row, top)
    assert names(paper.pdf()) == ["运维", "培训"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_may_be_turned(rotation: int) -> None:
    document = pypdfium2.PdfDocument((PRINTED / "reportlab.pdf").read_bytes())
    for page in document:
        page.set_rotation(rotation)
    out = io.BytesIO()
    document.save(out)
    assert content(read_source(out.getvalue(), "表.pdf").table) == content(sample(slice(1, 4)))


def test_text_drawn_sideways_is_read_upright() -> None:
    paper = Paper()
    paper.canvas.setPageSize(A4)
    paper.canvas.translate(A4[0], 0)
    paper.canvas.rotate(90)
    paper.table(ROWS)
    assert names(paper.pdf()) == ["运维", "培训"]


def test_a_row_split_over_pages_is_one_even_where_its_foot_is_open() -> None:
    paper = Paper()
    ys = [500.0]
    for row in ROWS[:-1]:
        ys.append(paper.row(row, ys[-1]))
    paper.row(("  培训", "1.00", "", "", "1.00", "目标二，" + "逐步地" * 5 + "分", CELL[:40]), ys[-1])
    for y in ys:
        paper.canvas.line(XS[0], y, XS[-1], y)
    for x in XS:
        paper.canvas.line(x, ys[0], x, ys[-1] - 40)
    paper.canvas.showPage()
    paper.table([("", "", "", "", "", "两步做。", CELL[40:])])
    draft = read_source(paper.pdf(), "2026年表.pdf")
    assert [project.objective for project in draft.table.units[0].projects] == [
        "目标一。",
        "目标二，" + "逐步地" * 5 + "分两步做。",
    ]
    assert [len(project.indicators) for project in draft.table.units[0].projects] == [1, 1]


def test_a_row_without_amounts_that_begins_a_page_is_a_row() -> None:
    paper = Paper()
    paper.table(ROWS)
    paper.canvas.showPage()
    paper.table([HEADER, ("  新设", "", "", "", "", "目标三。", CELL)])
    assert names(paper.pdf()) == ["运维", "培训", "新设"]


def test_a_long_name_may_run_into_the_amount_beside_it() -> None:
    paper = Paper()
    long = "名称很长而没有换行的信息化项目"
    ys = [500.0]
    for row in ROWS[:-1]:
        ys.append(paper.row(row, ys[-1]))
    paper.text(XS[0] + 21, ys[-1] - 11, long)
    paper.text(XS[2] - 20, ys[-1] - 11, "1.00")
    ys.append(paper.row(("", "", "", "", "1.00", "目标二。", CELL), ys[-1]))
    paper.lines(ys)
    assert names(paper.pdf()) == ["运维", long]


def test_other_tables_before_it_are_passed_over() -> None:
    paper = Paper()
    paper.text(300, 540, "表一 收支总表")
    paper.table([("收入", "金额", "支出", "金额", "", "", ""), ("拨款", "1.00", "基本支出", "1.00", "", "", "")])
    paper.canvas.showPage()
    paper.text(300, 540, "2026年项目支出绩效目标表")
    paper.text(30, 520, "部门名称：甲法院")
    paper.text(700, 520, "单位：元")
    paper.table(ROWS)
    draft = read_source(paper.pdf(), "表.pdf")
    assert (draft.table.year, draft.table.department) == (2026, "甲法院")
    assert draft.table.units[0].projects[0].funding.total * 10_000 == 5
    assert "元换算" in draft.doubts[0].text


def test_a_note_below_the_table_is_told_and_a_page_number_is_not() -> None:
    paper = Paper()
    bottom = paper.table(ROWS)
    paper.text(30, bottom - 20, "注：本表不含涉密项目。")
    paper.text(400, 20, "- 1 -")
    doubts = [doubt.text for doubt in read_source(paper.pdf(), "2026年表.pdf").doubts]
    assert [text for text in doubts if "附注" in text] == [
        "表后的附注“注：本表不含涉密项目。”没有读入，因它不属于任何一个项目。"
    ]


def test_progress_is_told_page_by_page() -> None:
    paper = Paper()
    paper.table(ROWS)
    paper.canvas.showPage()
    paper.table(ROWS)
    told: list[tuple[int, int]] = []
    read_pdf_grids(paper.pdf(), "表.pdf", lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_what_cannot_be_read_is_told_in_one_sentence() -> None:
    scan, secret, letter = io.BytesIO(), io.BytesIO(), io.BytesIO()
    canvas = Canvas(scan)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    canvas = Canvas(secret, encrypt=pdfencrypt.StandardEncryption("word"))
    canvas.drawString(10, 10, "secret")
    canvas.save()
    canvas = Canvas(letter)
    canvas.drawString(10, 10, "a letter that holds no table of any kind")
    canvas.save()
    for data, word in (
        (scan.getvalue(), "扫描件"),
        (secret.getvalue(), "密码"),
        (letter.getvalue(), "没有找到项目支出绩效目标表"),
        (letter.getvalue()[:200], "不是完整的 PDF"),
        (b"%PDF-1.7\n", "不是完整的 PDF"),
    ):
        with pytest.raises(BadFileError, match=word) as caught:
            read_source(data, "表.pdf")
        assert str(caught.value).startswith("“表.pdf”")


def test_a_page_is_drawn_as_a_picture() -> None:
    paper = Paper()
    paper.table(ROWS)
    pdf = paper.pdf()
    picture = page_picture(pdf, 1, 0.5)
    assert (picture.width, picture.height) == tuple(-(-round(side) // 2) for side in page_sizes(pdf)[0])
    assert len(picture.data) >= picture.stride * (picture.height - 1) + 4 * picture.width
    with pytest.raises(BadFileError, match="第 2 页"):
        page_picture(pdf, 2, 1)


def test_a_page_that_cannot_be_opened_has_the_size_of_a_sheet() -> None:
    broken = pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] /Count 1 >>")
    assert page_sizes(broken) == ((595.0, 842.0),)
    with pytest.raises(BadFileError, match="第 1 页"):
        page_picture(broken, 1, 1)


def test_a_title_with_half_a_character_is_none() -> None:
    pages = "<< /Type /Pages /Kids [9 0 R] /Count 1 >>"
    titled = pdf("<< /Type /Catalog /Pages 2 0 R >>", pages, "<< /Title <FEFFD800> >>")
    titled = titled.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 3 0 R")
    with opened(titled, "表.pdf") as document:
        assert document.title == ""


def test_a_pdf_without_end_is_refused_with_its_number_of_pages() -> None:
    endless = pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] /Count 1000000 >>")
    with pytest.raises(BadFileError, match="有 1000000 页，多于能够读入的 20000 页"):
        read_source(endless, "表.pdf")
