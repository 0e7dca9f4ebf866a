"""Rows that a page's end parts: name, objective and indicators each may go on behind it, or none of them may."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest

from drawn_pdf import CELL, HEADER, DrawnPdf, projects_of
from gzgoals.core.exchange.sources import read_source

Row = tuple[str, ...]

TOTAL = ("合计", "9.00", "9.00", "", "", "", "")
UNIT = ("甲法院", *TOTAL[1:])
FIRST = ("  运维", "5.00", "5.00", "", "", "目标一。", CELL)
LAST = ("  租赁", "1.00", "1.00", "", "", "目标三。", CELL)
PAID = ("3.00", "3.00", "", "")
UNPAID = ("", "", "", "")
NAME = ("  人民陪审员及书记员经", "  费支出")
OBJECTIVE = ("为审判执行部门配足配齐辅助人员，加快队伍", "建设。")
BROKEN_CELL = ("1、1-产出指标；12-质量指标；合格率；实", "施周期指标值:≥95%；年度指标值:≥95%。")
WHOLE = ("人民陪审员及书记员经费支出", "".join(OBJECTIVE))
SPLITS = [
    (name, objective, indicators)
    for name, objective, indicators in product([False, True], repeat=3)
    if name or objective or indicators
]


def parted(split: bool, pieces: tuple[str, str], whole: str) -> tuple[str, str]:
    """Return what stands of a cell on either page."""
    return pieces if split else (whole, "")


def pages_of(name: bool, objective: bool, indicators: bool, paid: Row = PAID) -> tuple[Row, Row]:
    """Return a row as it stands on two pages, where these cells go on over the page's end."""
    names = parted(name, NAME, "  培训")
    objectives = parted(objective, OBJECTIVE, "目标二。")
    cells = parted(indicators, BROKEN_CELL, CELL)
    return (names[0], *paid, objectives[0], cells[0]), (names[1], *UNPAID, objectives[1], cells[1])


def printed(*pages: Sequence[Row], header: bool = True) -> bytes:
    """Print rows page by page, the first line of each page the header unless it is not repeated."""
    paper = DrawnPdf()
    for number, rows in enumerate(pages):
        if number:
            paper.next_page()
        paper.table([HEADER, *rows] if header or not number else rows)
    return paper.pdf()


def read(pdf: bytes) -> list[tuple[str, str, int]]:
    return [(project.name, project.objective, len(project.indicators)) for project in projects_of(pdf)]


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("split", SPLITS)
def test_name_objective_and_indicators_each_may_go_on_over_a_page_s_end(
    split: tuple[bool, bool, bool], header: bool
) -> None:
    above, below = pages_of(*split)
    pdf = printed([TOTAL, UNIT, FIRST, above], [below, LAST], header=header)
    name, objective = WHOLE[0] if split[0] else "培训", WHOLE[1] if split[1] else "目标二。"
    assert read(pdf) == [("运维", "目标一。", 1), (name, objective, 1), ("租赁", "目标三。", 1)]


@pytest.mark.parametrize("header", [True, False])
def test_rows_on_page_after_page_go_on(header: bool) -> None:
    splits = [pages_of(*split) for split in SPLITS]
    middle = [[below, above] for (_, below), (above, _) in pairwise(splits)]
    pdf = printed([TOTAL, UNIT, FIRST, splits[0][0]], *middle, [splits[-1][1], LAST], header=header)
    assert len(read(pdf)) == len(SPLITS) + 2
    assert {count for _, _, count in read(pdf)} == {1}


def test_a_row_may_go_on_over_two_pages() -> None:
    above, below = pages_of(True, True, True)
    between = ("  费以及其他各项工作经", *UNPAID, "", "")
    assert read(printed([TOTAL, UNIT, FIRST, above], [between], [below, LAST]))[1] == (
        "人民陪审员及书记员经费以及其他各项工作经费支出",
        WHOLE[1],
        1,
    )


@pytest.mark.parametrize("split", [split for split in SPLITS if split[0]])
def test_a_name_may_go_on_where_the_amounts_stand_on_the_next_page(split: tuple[bool, bool, bool]) -> None:
    above, below = pages_of(*split, UNPAID)
    pdf = printed([TOTAL, UNIT, FIRST, above], [(below[0], *PAID, *below[5:]), LAST])
    assert [name for name, _, _ in read(pdf)] == ["运维", WHOLE[0], "租赁"]


def test_a_name_may_go_on_though_one_more_character_seems_to_fit() -> None:
    above = ("  人民陪审员经费（直", *PAID, "目标二。", CELL)
    pdf = printed([TOTAL, UNIT, FIRST, above], [("  达资金）", *UNPAID, "", ""), LAST])
    assert read(pdf)[1] == ("人民陪审员经费（直达资金）", "目标二。", 1)


def test_a_name_may_go_on_with_a_word_that_is_itself_broken() -> None:
    above = ("  档案", *PAID, "目标二。", CELL)
    below = ("  （\nGZIT2022-QM-N-C-\n061088）", *UNPAID, "", "")
    assert [name for name, _, _ in read(printed([TOTAL, UNIT, FIRST, above], [below, LAST]))][1:] == [
        "档案（GZIT2022-QM-N-C-061088）",
        "租赁",
    ]


def test_the_name_of_a_unit_may_go_on_at_the_top_of_a_page() -> None:
    unit = ("甲市人民法院及所属事业单", *TOTAL[1:])
    pdf = printed([TOTAL, unit], [("位", *UNPAID, "", ""), FIRST, LAST])
    assert [unit.name for unit in read_source(pdf, "2026年表.pdf").table.units] == ["甲市人民法院及所属事业单位"]
    assert len(read(pdf)) == 2


@pytest.mark.parametrize("second", [("乙法院", *LAST[1:5], "", ""), LAST, (NAME[0], *LAST[1:])])
def test_what_has_amounts_of_its_own_at_the_top_of_a_page_is_a_row(second: Row) -> None:
    full = (NAME[0], *FIRST[1:])
    pdf = printed([TOTAL, UNIT, full], [second, LAST])
    units = read_source(pdf, "2026年表.pdf").table.units
    names = [name for unit in units for name in (unit.name, *(project.name for project in unit.projects))]
    assert names == ["甲法院", NAME[0].strip(), second[0].strip(), "租赁"]


def test_a_total_at_the_top_of_a_page_is_no_part_of_the_row_above() -> None:
    pdf = printed([UNIT, FIRST, (NAME[0], *LAST[1:])], [TOTAL])
    assert [name for name, _, _ in read(pdf)] == ["运维", NAME[0].strip()]


def test_indicators_that_begin_anew_begin_a_row_even_without_amounts() -> None:
    full = (NAME[0], *FIRST[1:])
    pdf = printed([TOTAL, UNIT, FIRST, full], [(NAME[1], *UNPAID, "目标二。", CELL), LAST])
    assert [name for name, _, _ in read(pdf)] == ["运维", NAME[0].strip(), NAME[1].strip(), "租赁"]


def test_a_short_name_does_not_go_on() -> None:
    bare = ("  新设", *UNPAID, "目标二。", "")
    pdf = printed([TOTAL, UNIT, FIRST, LAST, FIRST], [bare, LAST])
    assert [name for name, _, _ in read(pdf)] == ["运维", "租赁", "运维", "新设", "租赁"]


def test_where_many_rows_have_no_amounts_a_full_line_shows_that_a_name_goes_on() -> None:
    above, below = pages_of(True, True, False, UNPAID)
    bare = [(f"  项目{number}", *UNPAID, "目标。", CELL) for number in range(4)]
    pdf = printed([TOTAL, UNIT, FIRST, *bare[:2], above], [below, *bare[2:], LAST])
    assert [name for name, _, _ in read(pdf)] == ["运维", "项目0", "项目1", WHOLE[0], "项目2", "项目3", "租赁"]


def test_where_many_rows_have_no_amounts_one_below_a_unit_is_no_part_of_its_name() -> None:
    unit = ("甲市人民法院及所属事业单", *TOTAL[1:])
    bare = [(f"  项目{number}", *UNPAID, "目标。", CELL) for number in range(4)]
    pdf = printed([TOTAL, UNIT, FIRST, *bare[:3], unit], [bare[3], LAST])
    assert [name for name, _, _ in read(pdf)][-2:] == ["项目3", "租赁"]


def test_a_word_that_runs_over_the_rule_does_not_widen_the_column() -> None:
    above, below = pages_of(True, False, False)
    long = ("  GZIT2022-QM-N-C-061088-2026\n号合同", *FIRST[1:])
    pdf = printed([TOTAL, UNIT, FIRST, *[long] * 4, above], [below, LAST])
    assert read(pdf)[-2][0] == WHOLE[0]


def test_a_total_that_wraps_may_be_parted_too() -> None:
    paper = DrawnPdf()
    paper.table([HEADER, TOTAL, UNIT, FIRST])
    paper.next_page()
    paper.table([HEADER, ("  培训", "1,234,", "1,234,", "", "", "为审判执行部门配足配齐辅助人员，加快队伍", "")])
    paper.next_page()
    paper.table([HEADER, ("", "567.00", "567.00", "", "", "建设。", CELL), LAST])
    assert [(each.name, str(each.funding.total)) for each in projects_of(paper.pdf())][1] == ("培训", "1234567.00")
