"""Text copied from a sheet is a grid again; other texts are not."""

import pytest

from gzgoals.core.exchange.text.tabbed import tabbed_grids


def cells(text: str) -> list[tuple[str, ...]]:
    (grid,) = tabbed_grids(text.encode(), "表.txt")
    return [row.cells for row in grid.rows]


def test_tabs_part_cells() -> None:
    assert cells("项目名称\t总计\n运维\t5.00\n") == [("项目名称", "总计"), ("运维", "5.00"), ("",)]


def test_a_quoted_cell_may_have_several_lines_and_marks() -> None:
    assert cells('甲\t"一\n二 ""三""\t四"\t五\n六\t七\t八')[0] == ("甲", '一\n二 "三"\t四', "五")


def test_a_mark_that_is_never_closed_is_text() -> None:
    assert cells('"甲\t乙\n丙\t丁') == [('"甲', "乙"), ("丙", "丁")]


def test_rows_tell_their_lines() -> None:
    (grid,) = tabbed_grids('题\n甲\t"一\n二"\n丙\t丁'.encode(), "表.txt")
    assert [(row.spots[0].line, row.spots[0].last) for row in grid.rows] == [(1, 1), (2, 3), (4, 4)]


@pytest.mark.parametrize("text", ["甲\n乙", "\t甲\n\t乙\n\t丙", "合计 1.00\n\t运维 1.00 \t\n\t培训\t\n"])
def test_tabs_that_only_indent_or_trail_make_no_grid(text: str) -> None:
    assert tabbed_grids(text.encode(), "表.txt") == ()


def test_windows_line_ends_and_codings_are_read() -> None:
    (grid,) = tabbed_grids('甲\t"一\r\n二"\r\n丙\t丁'.encode("gb18030"), "表.txt")
    assert [row.cells for row in grid.rows] == [("甲", "一\n二"), ("丙", "丁")]
