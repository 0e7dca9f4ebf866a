"""Cells of an ods are read by the text they show, as often as they are repeated."""

import pytest
from office_content import with_content

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office.ods import read_ods_grids

CELL = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(text: str, attributes: str = "") -> str:
    return CELL.format(attributes and f" {attributes}", text)


def texts(*rows: str) -> list[tuple[int, tuple[str, ...]]]:
    grids = read_ods_grids(with_content("".join(rows)), "表.ods")
    return [(each.spots[0].row, each.cells) for grid in grids for each in grid.rows]


@pytest.mark.parametrize(
    ("attributes", "shown", "text"),
    [
        ('office:value-type="float" office:value="1600.2249"', "1,600.22", "1600.22"),
        ('office:value-type="float" office:value="0.30000000000000004"', "0.3", "0.3"),
        ('office:value-type="percentage" office:value="0.95"', "95%", "95%"),
        ('office:value-type="currency" office:value="5"', "￥5.00", "5"),
        ('office:value-type="float" office:value="12"', "12个", "12个"),
        ('office:value-type="date" office:date-value="2025-12-31"', "2025/12/31", "2025年12月31日"),
        ('office:value-type="date" office:date-value="2025-12-01"', "2025年12月", "2025年12月"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", "TRUE"),
    ],
)
def test_values_are_read_as_they_are_shown(attributes: str, shown: str, text: str) -> None:
    assert texts(row(cell(shown, attributes))) == [(1, (text,))]


def test_repeated_cells_and_rows_stand_as_often() -> None:
    two = row(cell("甲", 'table:number-columns-repeated="2"'), repeated=2)
    assert texts(two, row(cell("乙"))) == [(1, ("甲", "甲")), (2, ("甲", "甲")), (3, ("乙", ""))]


def test_blank_rows_repeated_to_the_end_of_the_sheet_are_nothing() -> None:
    assert texts(row(cell("甲")), row("<table:table-cell/>", repeated=1048575)) == [(1, ("甲",))]


def test_comments_and_covered_cells_are_not_read() -> None:
    noted = (
        "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>"
        "</table:table-cell><table:covered-table-cell><text:p>看不见</text:p></table:covered-table-cell>"
    )
    assert texts(row(noted, cell("乙"))) == [(1, ("甲", "", "乙"))]


def test_paragraphs_and_blanks_of_a_cell_are_kept() -> None:
    assert texts(row(cell('甲<text:s text:c="2"/>乙</text:p><text:p>丙'))) == [(1, ("甲  乙\n丙",))]


def test_contents_repeated_without_end_are_refused() -> None:
    with pytest.raises(BadFileError, match="“表.ods”中有内容的单元格相距过远"):
        texts(row(cell("甲", 'table:number-columns-repeated="16384"'), repeated=1048576))
