"""Tables of web pages and XML spreadsheets, as budget systems export them under the name of a workbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office.kinds import OfficeKind, office_kind
from gzgoals.core.exchange.office.markup import read_markup_grids
from gzgoals.core.exchange.source import Spot

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset={coding}"><style>td {{ color: red }}</style>
<title>不算正文</title></head>
<body><h1>2025年项目支出绩效目标表</h1><p>部门名称：甲法院　单位：万元</p>
<table border="1"><tr><th rowspan="2">项目<br>名称</th><th colspan="2">金额</th></tr>
<tr><th>总计</th><th>财政
拨款</th></tr>
<tr><td>&nbsp;&nbsp;机构运行</td><td>1,600.22</td><td></td></tr></table><p>注：附注</p></body></html>"""

SPREADSHEET = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="预算表"><Table>
  <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">金额</Data></Cell>
  </Row>
  <Row ss:Index="3"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">甲&#10;乙</Data></Cell>
   <Cell><Data ss:Type="Number">549</Data></Cell></Row>
  <Row><Cell><Data ss:Type="String">丙</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row>
 </Table></Worksheet></Workbook>"""

DECLARING = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + SPREADSHEET.partition("?>")[2]


def cells(data: bytes) -> list[tuple[str, ...]]:
    (grid,) = read_markup_grids(data, "导出.xls")
    return [row.cells for row in grid.rows]


@pytest.mark.parametrize(
    ("stated", "coding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("utf-8", "gb18030"), ("utf-16", "utf-16")]
)
def test_a_page_is_read_in_whatever_coding_it_is(stated: str, coding: str) -> None:
    data = PAGE.format(coding=stated).encode(coding)
    assert office_kind(data) is OfficeKind.MARKUP
    assert cells(data) == [
        ("项目\n名称", "金额", ""),
        ("", "总计", "财政 拨款"),
        ("机构运行", "1,600.22", ""),
    ]


def test_a_page_tells_what_stands_above_its_table_and_how_names_are_indented() -> None:
    (grid,) = read_markup_grids(PAGE.format(coding="utf-8").encode(), "导出.xls")
    assert grid.above == ("2025年项目支出绩效目标表", "部门名称：甲法院　单位：万元")
    assert [row.indent(0) for row in grid.rows] == [0, 0, 2]
    assert grid.rows[2].spots == (Spot(row=3),)


def test_several_tables_are_several_grids_with_their_own_lines_above() -> None:
    page = "<html><body>前<table><tr><td>甲</td></tr></table>中<table><tr><td>乙</td></tr></table>后</body></html>"
    grids = read_markup_grids(page.encode(), "导出.xls")
    assert [(grid.name, grid.above, grid.rows[0].cells) for grid in grids] == [
        ("表 1", ("前",), ("甲",)),
        ("表 2", ("中",), ("乙",)),
    ]


def test_a_table_within_a_cell_is_text_of_that_cell() -> None:
    page = "<table><tr><td>甲<table><tr><td>乙</td></tr><tr><td>丙</td></tr></table></td></tr></table>"
    assert cells(page.encode()) == [("甲\n乙\n丙",)]


def test_an_xml_spreadsheet_is_read_with_its_gaps_and_merged_cells() -> None:
    data = SPREADSHEET.encode()
    assert office_kind(data) is OfficeKind.MARKUP
    (grid,) = read_markup_grids(data, "导出.xls")
    assert grid.name == "预算表"
    assert [row.cells for row in grid.rows] == [
        ("项目", "", "金额"),
        ("", "", ""),
        ("", "甲\n乙", "549"),
        ("丙", "", "1"),
    ]


def test_a_page_without_a_table_has_no_grid() -> None:
    assert read_markup_grids(b"<html><body>404</body></html>", "导出.xls") == ()


def test_plain_text_is_no_markup() -> None:
    assert office_kind("<合计> 4,372.33".encode()) is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (DECLARING.encode(), "^“导出.xls”不完整或已损坏"),
        (SPREADSHEET.encode()[:-40], "^“导出.xls”不完整或已损坏"),
        (SPREADSHEET.replace('ss:Index="3"', 'ss:Index="9999999"').encode(), "^“导出.xls”中有内容的单元格相距过远"),
        (b"<table><tr>" + b"<td colspan=999>1</td>" * 2 + b"</tr></table>", "^“导出.xls”中有内容的单元格相距过远"),
    ],
)
def test_what_is_damaged_or_claims_too_much_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(BadFileError, match=sentence):
        read_markup_grids(data, "导出.xls")


@given(st.data())
def test_whatever_is_done_to_a_file_it_is_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([PAGE.format(coding="utf-8").encode(), SPREADSHEET.encode()]))
    at = data.draw(st.integers(0, len(whole)))
    bad = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 30)) :]
    try:
        read_markup_grids(bad, "导出.xls")
    except BadFileError as error:
        assert str(error).startswith("“导出.xls”")  # noqa: PT017
