"""Our csv: it opens in office programs as what it is, computes nothing there, and comes back without a loss."""

import csv
import re
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.exchange.own.quoting import quoted, unquoted
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.separated import write_separated
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Unit, split_target
from table_content import content
from wild_tables import texts, wild_tables

FORMULA = "=cmd|' /C calc'!A0"
PROJECT = Project(
    name=FORMULA,
    funding=Funding(appropriation=Decimal("1600.20"), special_account="待定"),
    objective='第一段，"引号"。\n第二段。',
    indicators=(Indicator(category="12", name="合格率", cycle=split_target("≥95%"), annual=split_target("-5℃")),),
)
TABLE = GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=(PROJECT,)),))


@settings(deadline=None)
@given(tables())
def test_any_table_reads_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    draft = read_source(write_separated(table), "表.csv")
    assert content(draft.table) == content(table)
    assert draft.doubts == ()


@settings(max_examples=40, deadline=None)
@given(wild_tables(texts))
def test_any_characters_read_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    draft = read_source(write_separated(table), "表.csv")
    assert content(draft.table) == content(table)
    assert draft.doubts == ()


def test_what_no_text_file_may_hold_is_written_as_excel_does() -> None:
    table = GoalTable(year=2026, department="甲\x1b乙_x001B_")
    assert "甲_x001B_乙_x005F_x001B_" in write_separated(table).decode("utf-8-sig")
    assert content(read_source(write_separated(table), "表.csv").table) == content(table)


@pytest.mark.parametrize("draft", ["", " ", "　", "待定", " 5", "-", "—", "——", "— ", " —"])
def test_a_draft_of_an_amount_comes_back_as_it_was(draft: str) -> None:
    funding = Funding(appropriation=draft)
    table = GoalTable(year=2026, units=(Unit(name="甲", projects=(Project(name="乙", funding=funding),)),))
    assert content(read_source(write_separated(table), "表.csv").table) == content(table)


def test_the_smallest_amount_is_written_with_all_its_places_and_comes_back() -> None:
    funding = Funding(appropriation=Decimal("0.0000000001"))
    table = GoalTable(year=2026, units=(Unit(name="甲", projects=(Project(name="乙", funding=funding),)),))
    assert b",0.0000000001," in write_separated(table)
    assert content(read_source(write_separated(table), "表.csv").table) == content(table)


@pytest.mark.parametrize("total", ["16,00.20", "１６００．２", "1,600.2"])
def test_a_total_is_understood_however_its_thousands_are_set(total: str) -> None:
    data = write_separated(TABLE).replace(b",1600.20,1600.20,", f',"{total}",1600.20,'.encode())
    assert read_source(data, "表.csv").doubts == ()


def test_a_total_that_is_another_one_is_kept_with_a_doubt() -> None:
    data = write_separated(TABLE).replace(b",1600.20,1600.20,", b',"17,00.20",1600.20,')
    draft = read_source(data, "表.csv")
    assert draft.table.units[0].projects[0].funding.stated_total == Decimal("1700.20")
    assert len(draft.doubts) == 1


def test_it_is_utf8_with_its_mark_and_windows_line_ends() -> None:
    data = write_separated(TABLE)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b'"\r\n')
    header, *_ = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert header[:4] == ["预算年度", "部门名称", "编码字典", "单位序号"]


def test_numbers_are_numbers_and_texts_are_quoted() -> None:
    text = write_separated(TABLE).decode("utf-8-sig")
    assert '1600.20,1600.20,"待定",0.00,"第一段，""引号""。\n第二段。"' in text


def test_no_cell_begins_like_a_formula() -> None:
    rows = list(csv.reader(StringIO(write_separated(TABLE).decode("utf-8-sig"), newline="")))
    assert rows[1][6] == f"'{FORMULA}"
    assert content(read_source(write_separated(TABLE), "表.csv").table) == content(TABLE)


@given(texts)
def test_what_is_quoted_against_formulas_comes_back(text: str) -> None:
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize("text", ["-5", "+3.5", "＝", "'甲'", "甲=乙", ""])
def test_what_computes_nothing_is_left_as_it_is(text: str) -> None:
    assert quoted(text) == text


@given(st.text())
def test_no_quoted_text_can_be_taken_for_a_formula(text: str) -> None:
    assert not re.match(r"[=@\t\r]|[+-](?![0-9]|$)", quoted(text))


def test_rows_in_another_order_and_without_numbers_are_read() -> None:
    rows = list(csv.reader(StringIO(write_separated(TABLE).decode("utf-8-sig"), newline="")))
    added = [*rows[1]]
    added[3], added[5], added[12], added[17] = "", "", "", "新的指标"
    stream = StringIO(newline="")
    csv.writer(stream).writerows([*rows, added])
    draft = read_source(stream.getvalue().encode("gb18030"), "表.csv")
    (unit,) = draft.table.units
    assert [indicator.name for project in unit.projects for indicator in project.indicators] == ["合格率", "新的指标"]


def test_a_csv_of_another_program_is_read_as_a_sheet() -> None:
    text = "项目名称,一级指标,二级指标,三级指标,指标值\n物业费,产出指标,质量指标,合格率,≥95%\n"
    ((project,),) = (unit.projects for unit in read_source(text.encode("gb18030"), "表.csv").table.units)
    assert [(each.category, each.name, each.annual.text) for each in project.indicators] == [("12", "合格率", "≥95%")]
