"""Blocks as text and as HTML: what spreadsheets put on the clipboard is read, and nothing is lost on the way."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.clipboard.block import MOST_ROWS, Block
from gzgoals.core.clipboard.markup import block_of_html, html_of_block
from gzgoals.core.clipboard.reading import read_block
from gzgoals.core.clipboard.tabbed import block_of_text, text_of_block
from gzgoals.core.errors import BadClipboardError

HERE = Path(__file__).parent


def stored(name: str) -> str:
    return (HERE / name).read_bytes().decode()


LIBREOFFICE = read_block(stored("captured/libreoffice-7.4.txt"), stored("captured/libreoffice-7.4.html"))

letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from('\t\n"  ')
texts = st.text(letters, max_size=12)
blocks = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[texts] * width), min_size=1, max_size=4).map(Block.of)
)


@given(blocks)
def test_a_block_comes_back_from_text(block: Block) -> None:
    assert block_of_text(text_of_block(block)) == block


@given(blocks)
def test_a_block_comes_back_from_html(block: Block) -> None:
    assert block_of_html(html_of_block(block)) == block


@given(st.text(max_size=40))
def test_any_text_is_a_block(text: str) -> None:
    block = read_block(text, text)
    assert all(len(row) == block.width for row in block.rows)


def test_what_libreoffice_copies_keeps_line_breaks_and_fills_merged_cells() -> None:
    assert LIBREOFFICE.rows[2] == ("产出指标", "质量指标", "配套设施\n完好率", "=", "100%", "")
    assert LIBREOFFICE.rows[3] == ("2", "22", '责任"治安"事故数', "等于", "0", "起")
    assert (LIBREOFFICE.height, LIBREOFFICE.width) == (5, 6)


def test_the_text_alone_of_libreoffice_is_read_too() -> None:
    block = read_block(stored("captured/libreoffice-7.4.txt"))
    assert block.rows[2] == ("", "质量指标", "配套设施 完好率", "=", "100%", "")


def test_what_excel_hides_is_left_out_and_a_number_too_wide_for_its_column_is_read() -> None:
    block = read_block(stored("modelled/excel-modelled.txt"), stored("modelled/excel-modelled.cf-html"))
    assert block.rows[2:] == (
        ("产出指标", "数量指标", "物业服务\n面积", "≥", "11733.38", "平方米", "≥", "11,733.38", "平方米", "见合同"),
        ("产出指标", "12", "配套设施完好率", ">=", "98%", "", "大于等于", "98%", "", ""),
    )


def test_the_text_of_excel_keeps_cells_of_several_lines_together() -> None:
    block = read_block(stored("modelled/excel-modelled.txt"))
    assert block.rows[2][3] == "物业服务\n面积"
    assert (block.height, block.width) == (4, 11)


def test_what_wps_copies_is_read() -> None:
    block = read_block("", stored("modelled/wps-modelled.html"))
    assert block.rows[0] == ("1", "11", "采购设备\n数量", "大于等于", "12", "台")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a"b\tc', (('a"b', "c"),)),
        ('"a\tb', (('"a', "b"),)),
        ('"a""b"\r\n', (('a"b',),)),
        ('"甲\n乙"\t丙\r\n丁\r\n', (("甲\n乙", "丙"), ("丁", ""))),
        ('"甲"乙\t丙', (('"甲"乙', "丙"),)),
        ("甲\t\n\t乙\n", (("甲", ""), ("", "乙"))),
        ("", ()),
    ],
)
def test_text_is_read_as_excel_writes_it(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert block_of_text(text).rows == rows


def test_rows_that_excel_only_counts_are_there() -> None:
    markup = "<table><tr><td>a</td></tr><tr style='mso-xlrowspan:3'></tr><tr><td>b</td></tr></table>"
    assert read_block("", markup).rows == (("a",), ("",), ("",), ("",), ("b",))


def test_a_whole_column_of_a_sheet_ends_where_its_texts_end() -> None:
    assert read_block("甲\r\n乙\r\n" + "\r\n" * 1_000_000).rows == (("甲",), ("乙",))


def test_a_page_without_a_table_is_read_as_its_text() -> None:
    assert read_block("甲\t乙", "<p>甲 乙</p>").rows == (("甲", "乙"),)


HOSTILE = {
    "a billion cells across": "<table><tr><td colspan=999999999>x</td></tr></table>",
    "many wide cells": "<table>" + "<tr><td colspan=299 rowspan=9999>x</td></tr>" * 3000 + "</table>",
    "rows without number": "<table>" + "<tr></tr>" * 200_000 + "</table>",
    "rows that are only counted": "<table>" + "<tr style='mso-xlrowspan:9999999'></tr></table>",
    "too long": "<table><tr><td>" + "x" * 17_000_000,
    "a million cells": "<table>" + f"<tr>{'<td>' * 290}</tr>" * 4000,
    "a long text in many rows": f"<table><tr><td rowspan=9999>{'x' * 10_000}</td></tr>{'<tr></tr>' * 9000}</table>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tables_are_refused_at_once(name: str) -> None:
    with pytest.raises(BadClipboardError, match="没有粘贴"):
        read_block("", HOSTILE[name])


DEEP = {
    "cells": f"<table><tr><td>{'<b>' * 300}甲{'</b>' * 300}<td>乙</table>",
    "table": f"{'<div>' * 300}<table><tr><td>甲<td>乙</table>",
    "row": f"<p></x>{'<div>' * 252}<table><tr><td>甲<td>乙</table>",
    "errors": f"{'<p></x>' * 200}{'<div>' * 252}<table><tr><td>甲<td>乙</table>",
}


@pytest.mark.parametrize("name", DEEP)
def test_of_a_table_that_lies_too_deep_the_text_is_read(name: str) -> None:
    assert read_block("甲\t乙", DEEP[name]).rows == (("甲", "乙"),)
    with pytest.raises(BadClipboardError, match="嵌套过深"):
        read_block(" ", DEEP[name])


def test_a_table_that_lies_deep_but_can_be_read_is_read() -> None:
    assert read_block("甲\t乙", f"{'<div>' * 240}<table><tr><td>丙<td>丁</table>").rows == (("丙", "丁"),)


def test_where_a_table_is_refused_its_text_is_read() -> None:
    assert read_block("甲\t乙", HOSTILE["a billion cells across"]).rows == (("甲", "乙"),)


@pytest.mark.parametrize("text", ["\t" * 300 + "\n" * 15_000_000, "\t\n" * 5_000_000, "\t" * 1000 + "甲"])
def test_more_rows_or_columns_than_a_sheet_has_are_refused_before_they_are_laid_out(text: str) -> None:
    with pytest.raises(BadClipboardError, match="分几次复制"):
        read_block(text)


def test_any_line_end_is_one_for_other_programs() -> None:
    assert block_of_html(html_of_block(Block((("甲\r乙\r\n丙\n丁",),)))) == Block((("甲\n乙\n丙\n丁",),))


def test_too_many_rows_of_text_are_refused() -> None:
    with pytest.raises(BadClipboardError, match="分几次复制"):
        read_block("甲\n" * (MOST_ROWS + 1))


@pytest.mark.parametrize("markup", ["<table>" * 5000, "<table><tr><td>" + "<b>" * 5000, "<t\0", "<!DOCTYPE <t><tr>"])
def test_broken_markup_is_no_trouble(markup: str) -> None:
    assert read_block("甲", markup).height <= 1


def test_a_spreadsheet_is_told_which_cells_are_no_numbers() -> None:
    markup = html_of_block(Block((("11,733.38", "1-2", "007", "95", "12345678901234567"),)))
    marked = [cell.split(">")[1].split("<")[0] for cell in markup.split("<td")[1:] if "mso-number-format" in cell]
    assert marked == ["1-2", "007", "12345678901234567"]
