"""The exported PDF says what the table says, character for character and cell for cell."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from ctypes import c_float
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from gzgoals.core.exchange import read_text
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit
from gzgoals.gui.paper import CancelledError, pdf_bytes
from gzgoals.gui.paper.breaking import broken
from gzgoals.gui.paper.kinds import OFFICIAL
from gzgoals.gui.paper.layout import LaidRow, Layout, lay_out
from gzgoals.gui.paper.pdf import layout_pdf
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.rows import PrintedRow, printed_rows
from gzgoals.gui.paper.setup import page_layout, paper_of

pytestmark = pytest.mark.usefixtures("qapp")


def table_of(*projects: Project, department: str = "甲法院") -> GoalTable:
    return GoalTable(year=2026, department=department, units=(Unit(name="甲法院", projects=projects),))


def project(name: str, amount: str = "1600.22", objective: str = "满足正常工作需要。", indicators: int = 2) -> Project:
    target = Target(operator="≥", value="95", measure="%")
    return Project(
        name=name,
        funding=Funding(appropriation=Decimal(amount), other=Decimal("0.01")),
        objective=objective,
        indicators=tuple(
            Indicator(category="12", name=f"第{count}项合格率", cycle=target, annual=target)
            for count in range(indicators)
        ),
    )


def text_of(pdf: bytes) -> str:
    """Return all text in the order in which it was painted; line ends are left out."""
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return text.replace("\r\n", "")


def drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """Yield a page's characters, blanks aside, with the middles of their boxes in points from the page's lower left.

    A character beyond the BMP comes as its two surrogates.
    """
    text = page.get_textpage()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not character.isspace():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            yield character, (left + right) / 2, (bottom + top) / 2


def rules(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Return a page's rules as x1, y1, x2, y2 in points."""
    ends = []
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        matrix = path.get_matrix()
        for index in range(pdfium.FPDFPath_CountSegments(path)):
            x, y = c_float(), c_float()
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, index), x, y)
            ends.append(matrix.on_point(x.value, y.value))
    return [(*start, *end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def cells(page: pypdfium2.PdfPage) -> list[list[str]]:
    """Return the text between the rules, rows from top to bottom."""
    xs = sorted({round(x1, 1) for x1, _, x2, _ in rules(page) if x1 == pytest.approx(x2)})
    ys = sorted({round(y1, 1) for _, y1, _, y2 in rules(page) if y1 == pytest.approx(y2)}, reverse=True)
    grid = [["" for _ in pairwise(xs)] for _ in pairwise(ys)]
    for character, x, y in drawn(page):
        for row, (top, bottom) in enumerate(pairwise(ys)):
            for column, (left, right) in enumerate(pairwise(xs)):
                if left < x < right and bottom < y < top:
                    grid[row][column] += character
    return [[_joined(cell) for cell in row] for row in grid]


def _joined(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def table_cells(pdf: bytes) -> list[list[str]]:
    """Return the cells of the whole table; the piece of a row that was broken continues the one before."""
    rows: list[list[str]] = []
    for page in pypdfium2.PdfDocument(pdf):
        header, *below = cells(page)
        assert header == [title.replace("\n", "") for title in OFFICIAL.titles]
        if rows and below and not any(below[0][:5]):
            rows[-1] = [start + more for start, more in zip(rows[-1], below.pop(0), strict=True)]
        rows.extend(below)
    return rows


def gb2312() -> list[str]:
    every_pair = (bytes((row, place)) for row in range(0xA1, 0xF8) for place in range(0xA1, 0xFF))
    decoded = (pair.decode("gb2312", errors="ignore") for pair in every_pair)
    return [character for character in decoded if character.strip()]


def every_character() -> str:
    sample = resource("samples/guangzhou-internet-court.published.txt").read_text(encoding="utf-8")
    characters = dict.fromkeys(gb2312()) | dict.fromkeys(character for character in sample if not character.isspace())
    return "".join(characters)


def test_gb2312_is_meant_with_all_its_hanzi() -> None:
    assert len([character for character in gb2312() if "\u4e00" <= character <= "\u9fff"]) == 6763


def test_every_character_of_gb2312_and_of_the_sample_reads_back() -> None:
    text = every_character()
    parts = [text[start : start + 60] for start in range(0, len(text), 60)]
    rows = table_cells(pdf_bytes(table_of(*(Project(name=part, objective=part[::-1]) for part in parts))))[2:]
    assert [row[0] for row in rows] == parts
    assert [row[5] for row in rows] == [part[::-1] for part in parts]


def test_every_character_reads_back_in_bold_too() -> None:
    text, setup = every_character(), PageSetup(size="A3", type_size=6)
    paper = page_layout(setup)
    layout = lay_out(table_of(), paper_of(paper, setup), Progress(None))
    form = layout.form
    header = LaidRow(((), (), (), (), (), (), broken(text, form.fonts.heading, form.columns[6].inner_width)))
    pdf = layout_pdf(Layout(replace(form, header=header), ()), paper, "", Progress(None))
    assert cells(pypdfium2.PdfDocument(pdf)[0])[0][6] == text


@pytest.mark.parametrize(
    "text",
    [
        "𠮷野家与𠮷田",
        "office fi ff ffi fl",
        "——破折号……省略号",
        "11733.38平方米≥95%，2025年12月31日前",
        "⺃⼽特殊部首⼾",
        "ＡＢＣ（１２３）㈠①Ⅷ℃㎡",
    ],
)
def test_what_fonts_like_to_substitute_reads_back_too(text: str) -> None:
    assert text in text_of(pdf_bytes(table_of(project("一", objective=text))))


def test_of_two_code_points_with_one_glyph_the_ordinary_one_is_read() -> None:
    assert "用用" in text_of(pdf_bytes(table_of(project("⽤用"))))


def test_the_text_of_every_cell_is_the_text_of_the_table() -> None:
    table = table_of(
        *(
            project(f"第{count}个项目（2026年）", f"{count * 999}.10", "目标：" + "逐步完善。" * count * 3, count)
            for count in range(12)
        )
    )
    expected = [_cells_of(row) for row in printed_rows(table)]
    assert table_cells(pdf_bytes(table)) == expected
    assert len(pypdfium2.PdfDocument(pdf_bytes(table))) > 2


def test_the_published_sample_is_printed_without_a_loss() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_text(source.read_bytes(), source.name, 2026).table
    expected = [[_without_blanks(cell) for cell in _cells_of(row)] for row in printed_rows(table)]
    assert len(expected) == 19
    assert table_cells(pdf_bytes(table)) == expected


def _cells_of(row: PrintedRow) -> list[str]:
    return [row.name, *row.amounts, row.objective, row.indicators]


def _without_blanks(text: str) -> str:
    return "".join(text.split())


def test_a_row_of_many_pages_loses_no_line() -> None:
    objective = "\n".join(f"第{count}段，" + "一" * (count % 50) for count in range(300))
    pdf = pdf_bytes(table_of(project("一", objective=objective, indicators=60)))
    assert len(pypdfium2.PdfDocument(pdf)) > 6
    assert table_cells(pdf)[2][5] == objective.replace("\n", "")


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_large_amounts_stand_whole_between_their_rules(orientation: str) -> None:
    setup = PageSetup(orientation="portrait" if orientation == "portrait" else "landscape")
    table = table_of(project("一", "999999999.99"))
    assert table_cells(pdf_bytes(table, setup))[2][:5] == ["一", "1,000,000,000.00", "999,999,999.99", "", "0.01"]


def test_a_draft_amount_is_printed_as_it_was_typed() -> None:
    drafted = Project(name="一", funding=Funding(appropriation="约五百万", other="待财政部门核定后再行补充填列"))
    assert table_cells(pdf_bytes(table_of(drafted)))[2][:5] == [
        "一",
        "",
        "约五百万",
        "",
        "待财政部门核定后再行补充填列",
    ]


def test_a_table_without_units_has_title_header_and_total() -> None:
    pdf = pdf_bytes(GoalTable(year=2026))
    assert table_cells(pdf) == [["合计", "", "", "", "", "", ""]]
    assert text_of(pdf).startswith("项目支出绩效目标表（含转移支付项目）部门名称： 单位：万元")


def test_every_page_has_its_number_and_their_count() -> None:
    pdf = pdf_bytes(table_of(*(project(f"项目{count}", indicators=9) for count in range(9))))
    found = re.findall(r"第 (\d+) 页 共 (\d+) 页", text_of(pdf))
    count = len(pypdfium2.PdfDocument(pdf))
    assert count > 3
    assert found == [(str(number), str(count)) for number in range(1, count + 1)]


def test_a_long_department_does_not_run_into_the_money_unit() -> None:
    department = "广东省高级人民法院机关及其所属派出法庭" * 5
    text = text_of(pdf_bytes(table_of(department=department)))
    assert f"部门名称：{department} 单位：万元" in text


def test_all_fonts_are_embedded() -> None:
    pdf = pdf_bytes(table_of(project("一")))
    descriptors = re.findall(rb"/Type /FontDescriptor.*?>>", pdf, re.DOTALL)
    assert len(descriptors) == 2
    assert all(b"/FontFile" in descriptor for descriptor in descriptors)


def test_the_document_carries_its_title_and_program() -> None:
    metadata = pypdfium2.PdfDocument(pdf_bytes(table_of())).get_metadata_dict()
    assert (metadata["Title"], metadata["Creator"]) == ("甲法院2026年项目支出绩效目标表（含转移支付项目）", CREATOR)


def test_progress_goes_from_the_start_to_the_end_without_going_back() -> None:
    told: list[tuple[int, int]] = []
    table = table_of(*(project(f"项目{count}") for count in range(40)))

    def report(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    pdf_bytes(table, report=report)
    assert told == sorted(told)
    assert told[-1] == (1000, 1000)


@pytest.mark.parametrize("moment", [1, 499, 900])
def test_an_export_can_be_cancelled(moment: int) -> None:
    table = table_of(*(project(f"项目{count}", indicators=8) for count in range(60)))
    with pytest.raises(CancelledError, match="已取消"):
        pdf_bytes(table, report=lambda done, _of: done < moment)


def test_an_export_may_run_in_another_thread() -> None:
    table = table_of(*(project(f"项目{count}") for count in range(20)))
    with ThreadPoolExecutor(1) as threads:
        pdf = threads.submit(pdf_bytes, table).result()
    assert text_of(pdf) == text_of(pdf_bytes(table))


def test_many_pages_are_printed(tmp_path: Path) -> None:
    table = table_of(*(project(f"项目{count}", indicators=10) for count in range(300)))
    path = tmp_path / "many.pdf"
    path.write_bytes(pdf_bytes(table))
    assert len(pypdfium2.PdfDocument(path)) > 100


@pytest.mark.parametrize("odd", ["\u200b", "\ufeff", "\u00ad", "\u202e", "\ue000", "\u0378", "𠮷", "\u0301"])
def test_one_odd_character_does_not_spoil_the_text_of_all_others(odd: str) -> None:
    table = GoalTable(year=2026, units=(Unit(name=f"甲{odd}乙{{7用\x24丙"),))
    document = pypdfium2.PdfDocument(pdf_bytes(table))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "乙{7用$丙" in text
    assert "第 1 页 共 1 页" in text
