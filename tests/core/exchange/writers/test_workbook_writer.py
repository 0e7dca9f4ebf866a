"""Our workbooks: ready to print, real numbers in them, and nothing lost on the way back."""

import errno
import tempfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.worksheet.worksheet import Worksheet

from core_strategies import tables
from gzgoals.core.edits import replaced
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.progress import StoppedError
from gzgoals.core.exchange.writers.workbook import write_workbook
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit, split_target
from table_content import content
from wild_tables import texts, wild_tables

GOAL = Indicator(category="12", name="合格率", cycle=split_target("≥95%"), annual=split_target("≥95%"))
PROJECT = Project(
    name="物业费",
    funding=Funding(appropriation=Decimal("1624.50"), other=Decimal("3.125")),
    objective="第一段。\n第二段。",
    indicators=(GOAL, replaced(GOAL, id="b", category="11", name="面积", cycle=split_target("11733.38平方米"))),
)


def table_of(*projects: Project) -> GoalTable:
    return GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=projects),))


def drafted(table: GoalTable) -> Draft:
    return read_source(write_workbook(table), "表.xlsx")


def read_back(table: GoalTable) -> GoalTable:
    draft = drafted(table)
    assert draft.doubts == ()
    return draft.table


@settings(max_examples=40, deadline=None)
@given(tables())
def test_any_table_reads_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    assert content(read_back(table)) == content(table)


@settings(max_examples=40, deadline=None)
@given(wild_tables(texts))
def test_any_characters_read_back(table: GoalTable) -> None:
    assert content(read_back(table)) == content(table)


def test_the_published_sample_reads_back() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_source(source.read_bytes(), source.name, 2026).table
    assert content(read_back(table)) == content(table)


@pytest.mark.parametrize("length", [500, 1_200, 32_767, 32_768, 70_000])
def test_texts_longer_than_a_row_or_a_cell_read_back(length: int) -> None:
    text = ("做好审判执行工作，提高效能。" * (length // 14 + 1))[:length]
    long = Indicator(category="12", name=text, cycle=Target(value=text), annual=Target(value="优"))
    table = table_of(Project(name=text, objective=text, indicators=(GOAL, long, GOAL)), PROJECT)
    assert content(read_back(table)) == content(table)


@pytest.mark.parametrize(
    "text", ["_x005F_x0041_", "_x005f_x005F_x000d_", "<r>甲</r>", "<r><t>", "_x0041_", "\x00_x0000_"]
)
def test_texts_that_look_like_markup_or_escapes_are_texts(text: str) -> None:
    assert content(read_back(table_of(Project(name=text)))) == content(table_of(Project(name=text)))


@pytest.mark.parametrize("draft", ["", " ", "—", "——", "— ", " —", "—五"])
def test_a_draft_of_an_amount_comes_back_as_it_was(draft: str) -> None:
    table = table_of(Project(funding=Funding(other=draft)))
    assert content(read_back(table)) == content(table)


def test_a_name_of_a_unit_that_no_cell_holds_is_refused_and_told() -> None:
    with pytest.raises(GzgoalsError, match="单位名称"):
        write_workbook(GoalTable(year=2026, units=(Unit(name="甲" * 40_000),)))


# --- what others see in it


def sheets(table: GoalTable) -> list[Worksheet]:
    return list(openpyxl.load_workbook(BytesIO(write_workbook(table))).worksheets)


def test_amounts_are_numbers_and_zeros_are_blank_in_the_official_sheet() -> None:
    official, projects, _ = sheets(table_of(PROJECT))
    assert [[cell.value for cell in row][1:5] for row in official["A4:G6"]] == [[1627.625, 1624.5, None, 3.125]] * 3
    assert [cell.value for cell in projects[2]][4:8] == [1627.625, 1624.5, 0, 3.125]
    assert official["C6"].number_format == "#,##0.00"
    assert official["E6"].number_format == "#,##0.000"


def test_targets_that_are_numbers_are_numbers_and_codes_are_texts() -> None:
    *_, indicators = sheets(table_of(PROJECT))
    assert [cell.value for cell in indicators[2]][4:] == [
        1, "1", "产出指标", "12", "质量指标", "合格率", "≥", 95, "%", "≥", 95, "%",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["95.0", "1,000", "007", "0.10", "1e5", "１２", "-0", "99999999999999"])
def test_targets_that_a_number_would_change_are_texts(value: str) -> None:
    target = Target(value=value)
    table = table_of(Project(indicators=(Indicator(cycle=target, annual=target),)))
    assert sheets(table)[2]["L2"].value == value
    assert content(read_back(table)) == content(table)


def test_every_sheet_is_ready_to_print() -> None:
    for sheet in sheets(table_of(PROJECT)):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows in ("$3:$3", "$1:$1")
        assert (
            "第 &P 页 共 &N 页" in sheet.oddFooter.center.text.replace('&"宋体"&9', "") or sheet.oddFooter.center.text
        )


def test_headers_stay_in_sight() -> None:
    assert [sheet.freeze_panes for sheet in sheets(table_of(PROJECT))] == ["B4", "E2", "E2"]


def test_rows_are_high_enough_and_none_higher_than_a_sheet_can_show() -> None:
    many = Project(name="甲", objective="做好工作。" * 300, indicators=(GOAL,) * 60)
    official, *_ = sheets(table_of(many))
    heights = [official.row_dimensions[number].height for number in range(6, official.max_row + 1)]
    assert len(heights) > 1
    assert all(height <= 409 for height in heights)
    assert heights[0] > 250


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    formula = '=HYPERLINK("http://example.invalid")'
    table = table_of(Project(name=formula, objective="+1", indicators=(Indicator(name="@甲", category="-1"),)))
    assert sheets(table)[1]["D2"].data_type == "s"
    assert content(read_back(table)) == content(table)


# --- what comes of it once someone has worked in it


def changed(table: GoalTable, sheet: int, cell: str, value: object) -> Draft:
    book = openpyxl.load_workbook(BytesIO(write_workbook(table)))
    book.worksheets[sheet][cell] = value
    stream = BytesIO()
    book.save(stream)
    return read_source(stream.getvalue(), "表.xlsx")


def only_project(draft: Draft) -> Project:
    ((project,),) = (unit.projects for unit in draft.table.units)
    return project


def test_what_is_saved_by_another_program_still_reads_back() -> None:
    table = table_of(PROJECT)
    assert content(changed(table, 0, "A1", "项目支出绩效目标表（含转移支付项目）").table) == content(table)


def test_a_change_in_a_flat_sheet_is_read() -> None:
    draft = changed(table_of(PROJECT), 2, "L2", 97)
    assert only_project(draft).indicators[0].cycle == split_target("≥97%")
    assert draft.doubts == ()


def test_a_change_in_the_official_sheet_is_read_and_the_flat_ones_are_told_to_differ() -> None:
    draft = changed(table_of(PROJECT), 0, "F6", "新的目标。")
    assert only_project(draft).objective == "新的目标。"
    assert any("绩效目标没有读入" in doubt.text for doubt in draft.doubts)


def test_sums_that_no_longer_agree_are_kept_and_told() -> None:
    draft = changed(table_of(PROJECT), 1, "F2", 1)
    assert only_project(draft).funding.stated_total == Decimal("1627.625")
    assert any("1,627.625" in doubt.text for doubt in draft.doubts)


def test_an_indicator_of_a_project_that_stands_nowhere_brings_the_project() -> None:
    draft = changed(table_of(PROJECT), 2, "D3", "另一项")
    assert [len(project.indicators) for unit in draft.table.units for project in unit.projects] == [2]
    draft = changed(table_of(PROJECT), 2, "C3", 9)
    assert len(only_project(draft).indicators) == 2  # the name still tells it


def test_a_sheet_more_is_read_as_any_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(table_of(PROJECT))))
    book.create_sheet("说明")["A1"] = "本表由财务处填写"
    stream = BytesIO()
    book.save(stream)
    assert only_project(read_source(stream.getvalue(), "表.xlsx")).name == "物业费"


def test_a_full_disk_for_passing_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(GzgoalsError, match="磁盘已满"):
        write_workbook(table_of(PROJECT))


def test_writing_can_be_stopped_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    table = table_of(*(replaced(PROJECT, id=str(number)) for number in range(200)))
    with pytest.raises(StoppedError):
        write_workbook(table, lambda done, of: done < of // 2)
    assert list(tmp_path.iterdir()) == []
