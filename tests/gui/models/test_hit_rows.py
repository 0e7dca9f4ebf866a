"""What the list of hits shows of them."""

import pytest

from gzgoals.core.search import Query, find
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.hit_rows import COLUMNS, HitRow, excerpt, hit_rows

FIRST = Indicator(id="i", name="费用", cycle=Target(value="费", measure="费"), annual=Target(measure="费"))
START = GoalTable(
    year=2026,
    department="费法院",
    units=(
        Unit(
            id="u",
            name="费",
            projects=(Project(id="p", name="水费", objective="缴纳各项经常性费用。\n缴费。", indicators=(FIRST,)),),
        ),
    ),
)


def rows(new: str = "款", off: frozenset[Place] = frozenset()) -> tuple[HitRow, ...]:
    return hit_rows(find(START, Query("费")).hits, new, off)


def cell(row: HitRow, column: str) -> Cell:
    return next(each for each in COLUMNS if each.key == column).cell(row)


def test_a_row_tells_where_in_the_tables_words() -> None:
    assert [cell(row, "where").text for row in rows()] == [
        "部门名称", "单位名称", "项目名称", "绩效目标",
        "指标 1 · 指标名称", "指标 1 · 周期值", "指标 1 · 周期计量单位", "指标 1 · 年度计量单位",
    ]  # fmt: skip
    assert cell(rows()[5], "where").tip == "指标 1 · 实施周期指标值"


def test_a_project_is_named_once_above_its_hits() -> None:
    assert [cell(row, "owner").text for row in rows()] == ["费法院", "费", "水费", "", "", "", "", ""]
    assert all(cell(row, "owner").spoken for row in rows())


def test_the_text_that_is_meant_stands_out_before_and_after() -> None:
    row = rows("款项")[3]
    for column, word in (("before", "费"), ("after", "款项")):
        shown = cell(row, column)
        assert [shown.text[start:end] for start, end in shown.spans] == [word, word]


def test_a_long_text_begins_shortly_before_what_is_meant() -> None:
    assert excerpt("一二三四五六七八九十甲\n乙", ((10, 11),)) == ("…三四五六七八九十甲 乙", ((9, 10),))
    assert excerpt("一甲", ((1, 2),)) == ("一甲", ((1, 2),))


@pytest.mark.parametrize(("new", "shown"), [("", "（清空）"), ("费", "不变"), ("款", "款")])
def test_what_would_stand_there_is_told_even_where_it_is_nothing(new: str, shown: str) -> None:
    assert cell(rows(new)[1], "after").text == shown


def test_a_row_that_is_not_ticked_is_pale() -> None:
    row = rows(off=frozenset({Place("u", field="name")}))[1]
    assert cell(row, "after").muted
    assert not cell(row, "after").spans
