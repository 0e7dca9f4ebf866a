"""Several sheets put together, and what holds no table refused or named."""

from dataclasses import replace

import pytest

from core_layouts import FLAT, TEMPLATE, Cells, flat_cells, form_cells, grid, official_cells, plain, template_cells
from gzgoals.core.edits import replaced
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import read_text
from gzgoals.core.exchange.grids.understanding import draft_of_grids
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable

SAMPLE = "samples/guangzhou-internet-court.published.txt"
ADDRESSES = [("姓名", "电话", "地址"), ("甲", "1", "某路"), ("乙", "2", "某街")]


@pytest.fixture(scope="module")
def table() -> GoalTable:
    return read_text(resource(SAMPLE).read_bytes(), SAMPLE, 2026).table


def test_one_table_in_two_layouts_comes_once_without_a_doubt(table: GoalTable) -> None:
    draft = draft_of_grids([grid(official_cells(table), "目标表"), grid(flat_cells(table), "明细")], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)
    assert draft.doubts == ()


def test_a_project_that_only_the_second_layout_has_is_added_with_a_doubt(table: GoalTable) -> None:
    (unit,) = table.units
    fewer = replaced(table, units=(replaced(unit, projects=unit.projects[:-1]),))
    draft = draft_of_grids([grid(official_cells(fewer), "目标表"), grid(flat_cells(table), "明细")], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)
    assert any(unit.projects[-1].name in doubt.text for doubt in draft.doubts)


def test_what_two_layouts_say_differently_is_a_doubt(table: GoalTable) -> None:
    (unit,) = table.units
    other = replaced(unit.projects[0], objective="另一目标。")
    changed = replaced(table, units=(replaced(unit, projects=(other, *unit.projects[1:])),))
    draft = draft_of_grids([grid(official_cells(table), "目标表"), grid(flat_cells(changed), "明细")], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)
    assert [doubt for doubt in draft.doubts if "绩效目标没有读入" in doubt.text]


def test_a_sheet_of_projects_and_one_of_indicators_are_tied_by_name(table: GoalTable) -> None:
    header, *rows = (row for row in flat_cells(table)[2:] if row[1] != "合计")
    projects = [row[: len(FLAT)] for row in (header, *rows) if row[1]]
    indicators: list[Cells] = [("项目名称", *TEMPLATE)]
    for unit in table.units:
        for project in unit.projects:
            indicators += [(project.name, *cells) for cells in template_cells(project, table.scheme)[1:]]
    for order in (1, -1):
        grids = [grid(projects, "项目"), grid(indicators, "指标")][::order]
        assert plain(draft_of_grids(grids, "表.xlsx", 2026).table) == plain(table)


def test_a_sheet_may_be_a_unit(table: GoalTable) -> None:
    (unit,) = table.units
    first, second = replaced(unit, projects=unit.projects[:5]), replaced(unit, projects=unit.projects[5:])
    sheets = []
    for name, part in (("甲法院", first), ("乙法院", second)):
        header, *rows = flat_cells(replaced(table, units=(part,)))[2:]
        sheets.append(grid([row[1:] for row in (header, *rows)], name))
    draft = draft_of_grids(sheets, "表.xlsx", 2026)
    assert [(unit.name, len(unit.projects)) for unit in draft.table.units] == [("甲法院", 5), ("乙法院", 12)]


def test_units_in_sheets_of_their_own_may_have_projects_of_one_name() -> None:
    header = ("项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值")
    row = ("运维", "5", "目标。", "产出指标", "数量指标", "数", "5套")
    other, total = ("运维", "6", *row[2:]), ("合计", "7", *[""] * 5)
    draft = draft_of_grids([grid([header, row], "甲法院"), grid([header, other, total], "乙法院")], "表.xlsx", 2026)
    assert [unit.name for unit in draft.table.units] == ["甲法院", "乙法院"]
    stated = draft.table.units[1].stated
    assert stated is not None
    assert str(stated.total) == "7.00"


def test_a_table_may_be_a_project(table: GoalTable) -> None:
    (unit,) = table.units
    forms = [form_cells(project, unit, table.department, table.scheme) for project in unit.projects]
    draft = draft_of_grids([grid(rows, f"表 {n}") for n, rows in enumerate(forms, 1)], "表.docx", 2026)
    assert plain(draft.table) == plain(table)
    draft = draft_of_grids([grid([row for rows in forms for row in rows], "Sheet1")], "表.docx", 2026)
    assert plain(draft.table) == plain(table)


def test_sheets_that_hold_something_else_are_named(table: GoalTable) -> None:
    draft = draft_of_grids([grid(flat_cells(table), "明细"), grid(ADDRESSES, "通讯录")], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)
    assert ["通讯录" in doubt.text for doubt in draft.doubts] == [True]


def test_a_hidden_sheet_is_left_out_and_told_beside_one_that_is_shown(table: GoalTable) -> None:
    (unit,) = table.units
    old = replaced(table, units=(replaced(unit, projects=(replaced(unit.projects[0], name="旧"),)),))
    hidden = replace(grid(flat_cells(old), "去年"), hidden=True)
    lists = replace(grid(ADDRESSES, "字典"), hidden=True)
    draft = draft_of_grids([grid(flat_cells(table), "明细"), hidden, lists], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)
    assert [doubt.read for doubt in draft.doubts] == ["“去年”没有读入"]


def test_a_hidden_sheet_is_read_where_none_that_is_shown_holds_the_table(table: GoalTable) -> None:
    hidden = replace(grid(flat_cells(table), "明细"), hidden=True)
    draft = draft_of_grids([grid(ADDRESSES, "通讯录"), hidden], "表.xlsx", 2026)
    assert plain(draft.table) == plain(table)


@pytest.mark.parametrize("rows", [ADDRESSES, [], [("",)], [TEMPLATE], [("项目名称", "金额"), ("甲", "1")]])
def test_a_file_without_a_table_is_refused_with_its_name_and_what_can_be_read(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(BadFileError, match=r"通讯录\.xlsx.*申报表"):
        draft_of_grids([grid(rows, "Sheet1")], "通讯录.xlsx", 2026)


def test_a_table_without_projects_is_one_all_the_same(table: GoalTable) -> None:
    empty = replaced(table, units=())
    assert draft_of_grids([grid(official_cells(empty), "Sheet1")], "表.xlsx", 2026).table.units == ()


def test_the_grids_are_kept_as_the_source(table: GoalTable) -> None:
    sheets = (grid(flat_cells(table), "明细"),)
    draft = draft_of_grids(sheets, "表.xlsx", 2026)
    assert draft.source.grids == sheets
    assert all(draft.origins[project.id] for unit in draft.table.units for project in unit.projects)
