"""Pasting into the grid: what goes where, what is understood, and that nothing else is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import indicators
from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.columns import COLUMNS, cell_texts
from gzgoals.core.clipboard.pasting import Cell, Pasted, pasted
from gzgoals.core.clipboard.reading import read_block
from gzgoals.core.clipboard.showing import cells_block
from gzgoals.core.table import Indicator, Target, catalogue_of

CATALOGUE = catalogue_of("2015")
HERE = Path(__file__).parent
TWO = (
    Indicator(id="i", category="12", name="完好率", cycle=Target(operator="≥", value="95", measure="%")),
    Indicator(id="j", category="31", name="满意度", annual=Target(operator="≥", value="90", measure="%")),
)
WHOLE = [(2, "number")]


def paste(cells: list[Cell], text: str, onto: tuple[Indicator, ...] = TWO) -> Pasted:
    return pasted(onto, cells, read_block(text), CATALOGUE)


def drawn(result: Pasted) -> list[str]:
    """Draw indicators as `12 完好率 ≥95% ≥95%`."""
    return [f"{i.category} {i.name} {i.cycle.text} {i.annual.text}".strip() for i in result.indicators]


def test_one_text_fills_all_selected_cells() -> None:
    result = paste([(0, "cycle.measure"), (0, "annual.measure"), (1, "annual.measure")], "人次")
    assert drawn(result) == ["12 完好率 ≥95人次 人次", "31 满意度  ≥90人次"]


def test_a_block_goes_to_the_right_and_down() -> None:
    result = paste([(0, "cycle.operator")], "＝\t3\t台\n＝\t4\t台\n")
    assert drawn(result) == ["12 完好率 ＝3台", "31 满意度 ＝4台 ≥90%"]
    assert result.cells[0] == (0, "cycle.operator")
    assert result.rows == 2


def test_a_block_that_fits_several_times_is_repeated() -> None:
    selection = [(row, f"{side}.value") for row in (0, 1) for side in ("cycle", "annual")]
    columns = [(row, column) for row in (0, 1) for column in COLUMNS[3:]]
    assert drawn(paste(selection, "7")) == ["12 完好率 ≥7% 7", "31 满意度 7 ≥7%"]
    assert drawn(paste(columns, "＝\t7\t件")) == ["12 完好率 ＝7件 ＝7件", "31 满意度 ＝7件 ＝7件"]


def test_a_block_that_does_not_fit_is_pasted_once() -> None:
    selection = [(row, "name") for row in (0, 1, 2)]
    assert drawn(paste(selection, "甲\n乙")) == ["12 甲 ≥95%", "31 乙  ≥90%"]


def test_past_the_end_indicators_are_added_and_blank_rows_are_not() -> None:
    result = paste([(1, "name")], "甲\n乙\n\n丙")
    assert drawn(result) == ["12 完好率 ≥95%", "31 甲  ≥90%", "乙", "丙"]
    assert (result.rows, result.added) == (3, 2)


def test_columns_without_a_place_are_counted_where_they_say_anything() -> None:
    result = paste([(0, "annual.value")], "3\t台\t说明\t\t来源")
    assert drawn(result)[0] == "12 完好率 ≥95% 3台"
    assert result.surplus == 2


def test_blank_cells_overwrite_as_in_a_spreadsheet() -> None:
    assert drawn(paste([(0, "name")], "\t\t\t\n")) == ["12", "31 满意度  ≥90%"]


def test_rows_as_wide_as_the_grid_go_into_whole_rows_from_any_cell() -> None:
    row = "产出指标\t数量指标\t采购数量\t≥\t3\t台\t≥\t3\t台"
    assert drawn(paste([(2, "name")], row))[2] == "11 采购数量 ≥3台 ≥3台"
    assert drawn(paste([(2, "cycle.value")], f"7\t{row}"))[2] == "11 采购数量 ≥3台 ≥3台"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\t产出指标\t数量指标\t采购数量\t≥\t3\t台", "11 采购数量 ≥3台"),
        ("1\t11\t采购数量\t≥\t3\t台", "11 采购数量 ≥3台"),
        ("产出\t质量\t合格率\t≥98%", "12 合格率 ≥98%"),
        ("产出\t质量\t合格率\t≥98%\t100％", "12 合格率 ≥98% 100%"),
        ("3\t满意度\t满意度\t不低于\t90\t％", "31 满意度 ≥90%"),
    ],
)
def test_rows_pasted_by_their_number_begin_with_the_first_level(text: str, expected: str) -> None:
    assert drawn(paste(WHOLE, text))[2] == expected


def test_a_header_tells_what_each_column_is() -> None:
    rows = ("三级指标 序号 指标值 二级指标 一级指标 备注", "合格率 1 ≥98% 质量指标 产出指标 -", "及时率 2 100% 时效")
    text = "\n".join(row.replace(" ", "\t") for row in rows)
    result = paste([(2, "name")], text)
    assert drawn(result)[2:] == ["12 合格率 ≥98% ≥98%", "13 及时率 100% 100%"]
    assert (result.surplus, result.unknown) == (1, 0)


def test_what_excel_copies_with_its_header_becomes_indicators() -> None:
    markup = (HERE / "modelled/excel-modelled.cf-html").read_bytes().decode()
    result = pasted((), [(0, "first")], read_block("", markup), CATALOGUE)
    assert drawn(result) == ["11 物业服务面积 ≥11733.38平方米 ≥11,733.38平方米", "12 配套设施完好率 ≥98% ≥98%"]
    assert result.surplus == 1


def test_what_libreoffice_copies_becomes_indicators_from_html_and_from_text() -> None:
    text, markup = ((HERE / f"captured/libreoffice-7.4.{kind}").read_text(encoding="utf-8") for kind in ("txt", "html"))
    for block in (read_block(text, markup), read_block(text)):
        result = pasted((), [(0, "first")], block, CATALOGUE)
        assert [i.category for i in result.indicators] == ["11", "12", "22", "22"]
        assert drawn(result)[2] == '22 责任"治安"事故数 ＝0起 ＝0起'


def test_what_wps_copies_becomes_indicators() -> None:
    markup = (HERE / "modelled/wps-modelled.html").read_text(encoding="utf-8")
    result = pasted((), [(0, "number")], read_block("", markup), CATALOGUE)
    assert drawn(result) == ["11 采购设备数量 ≥12台", "31 群众满意度 ≥95%"]


@pytest.mark.parametrize(
    ("text", "expected", "unknown"),
    [
        ("约\t95\t%", "约95%", 1),
        ("≥95%\t7\t", "≥95%7", 1),
        ("≥\t95%\t", "≥95%", 0),
        ("\t≥95%\t", "≥95%", 0),
        ("≤\t≥95\t%", "≤≥95%", 0),
        ("≥\t95%\t件", "≥95%件", 0),
        ("正向\t95\t％", "≥95%", 0),
        ("≥\t2026年12月底前\t", "≥2026年12月底前", 0),
        ("\t\t", "", 0),
    ],
)
def test_no_part_of_a_target_is_lost(text: str, expected: str, unknown: int) -> None:
    result = paste([(2, "cycle.operator")], text)
    assert (result.indicators[2].cycle.text if len(result.indicators) > 2 else "") == expected
    assert result.unknown == unknown


@pytest.mark.parametrize(
    ("text", "category", "unknown"),
    [
        ("产出指标\t社会效益", "产出指标；社会效益", 1),
        ("别的\t", "别的；", 1),
        ("11\t", "11", 0),
        ("\t时效指标", "13", 0),
        ("2-效益指标\t", "2", 0),
    ],
)
def test_levels_are_understood_or_kept_as_they_were_written(text: str, category: str, unknown: int) -> None:
    result = paste([(0, "first")], text)
    assert (result.indicators[0].category, result.unknown) == (category, unknown)


rows = st.lists(indicators("2015"), min_size=1, max_size=4).map(tuple)


@given(rows, rows)
def test_whole_rows_that_were_copied_come_back_where_they_are_pasted(
    source: tuple[Indicator, ...], target: tuple[Indicator, ...]
) -> None:
    block = cells_block(source, COLUMNS, CATALOGUE)
    result = pasted(target, [(0, "first")], block, CATALOGUE)
    there = [cell_texts(indicator, CATALOGUE) for indicator in result.indicators[: len(source)]]
    assert there == [cell_texts(indicator, CATALOGUE) for indicator in source]
    assert result.indicators[len(source) :] == target[len(source) :]


cells = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["number", *COLUMNS])), min_size=1, max_size=6, unique=True
)
anything = st.sampled_from(["", "95", "≥95%", "约", "质量指标", "产出指标", "1", "甲\n乙", "指标名称", "指标值"])
blocks = st.lists(st.lists(anything, min_size=1, max_size=11), min_size=1, max_size=5).map(Block.of)


@given(rows, cells, blocks)
def test_nothing_outside_the_cells_that_took_a_text_changes(
    before: tuple[Indicator, ...], selected: list[Cell], block: Block
) -> None:
    selected = [(min(row, len(before)), column) for row, column in selected]
    result = pasted(before, selected, block, CATALOGUE)
    taken = set(result.cells)
    for row, (old, new) in enumerate(zip(before, result.indicators, strict=False)):
        assert old.id == new.id
        for group in (("first", "second"), ("name",), *(tuple(COLUMNS[at : at + 3]) for at in (3, 6))):
            if not taken & {(row, column) for column in group}:
                shown = [cell_texts(each, CATALOGUE) for each in (old, new)]
                assert [shown[0][column] for column in group] == [shown[1][column] for column in group]


@given(rows, st.sampled_from(COLUMNS), st.sampled_from(COLUMNS))
def test_pasting_cells_where_they_were_copied_changes_nothing(
    source: tuple[Indicator, ...], one: str, other: str
) -> None:
    begin, end = sorted((COLUMNS.index(one), COLUMNS.index(other)))
    columns = COLUMNS[begin : end + 1]
    result = pasted(source, [(0, columns[0])], cells_block(source, columns, CATALOGUE), CATALOGUE)
    assert result.indicators == source
