"""The tables of a docx are read with all their text, and with the lines between them."""

from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from office_content import saved, with_body

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.grids.official import official_rows
from gzgoals.core.exchange.office.documents import read_document_grids
from gzgoals.core.exchange.source import Grid, Spot

CELL = "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥95%。"


def grids(body: str) -> tuple[Grid, ...]:
    return read_document_grids(with_body(body), "表.docx")


def texts(body: str) -> list[tuple[str, ...]]:
    return [row.cells for grid in grids(body) for row in grid.rows]


def p(content: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of plain text."""
    runs = content if content.startswith("<") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def tc(content: str, properties: str = "") -> str:
    inner = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def one(content: str) -> str:
    """Return what is read of a table of one cell."""
    return texts(tbl(tr(tc(content))))[0][0]


def test_a_saved_document_is_read_with_its_merged_cells_indents_and_lines() -> None:
    (grid,) = read_document_grids(saved("officer.docx"), "表.docx")
    assert [row.cells for row in grid.rows] == [
        ("项目名称（资金使用单位）", "资金", "", "绩效目标", "绩效指标"),
        ("", "总计", "财政拨款", "", ""),
        ("合计", "1600.22", "1600.22", "", ""),
        ("甲法院", "1600.22", "1600.22", "", ""),
        ("运维", "549.00", "549.00", "目标一。\n第二段。", CELL),
        ("培训", "1051.22", "1051.22", "目标二。", CELL),
    ]
    assert [row.indent(0) for row in grid.rows] == [0, 0, 0, 0, 2, 2]
    assert (grid.above, grid.below) == (("项目支出绩效目标表", "部门名称：甲法院", "单位：万元"), ("注：无",))
    assert grid.rows[4].spots == (Spot(sheet="表 1", row=5),)


def test_a_saved_document_is_known_as_the_official_table() -> None:
    table = official_rows(read_document_grids(saved("officer.docx"), "表.docx")[0])
    assert table is not None
    assert [(row.name, row.leads) for row in table.rows] == [
        ("合计", True),
        ("甲法院", True),
        ("运维", False),
        ("培训", False),
    ]


def test_tables_stand_in_their_order_each_with_the_lines_since_the_last() -> None:
    body = p("一") + tbl(tr(tc("甲"))) + p("二") + p("") + p("三") + tbl(tr(tc("乙"))) + p("四")
    assert [(grid.name, grid.above, grid.below) for grid in grids(body)] == [
        ("表 1", ("一",), ()),
        ("表 2", ("二", "三"), ("四",)),
    ]


def test_a_table_without_text_is_left_out_but_counted() -> None:
    body = p("一") + tbl(tr(tc(""))) + p("二") + tbl(tr(tc("乙")))
    assert [(grid.name, grid.above) for grid in grids(body)] == [("表 2", ("一", "二"))]


def test_rows_are_equally_wide_by_grid_columns() -> None:
    body = tbl(
        tr(tc("甲", '<w:gridSpan w:val="2"/>'), tc("乙")),
        tr(tc("丙"), properties='<w:gridBefore w:val="1"/>'),
    )
    assert texts(body) == [("甲", "", "乙"), ("", "丙", "")]


def test_cells_merged_downwards_hold_their_text_once() -> None:
    body = tbl(
        tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙")),
        tr(tc("看不见", "<w:vMerge/>"), tc("丙")),
        tr(tc("丁", '<w:vMerge w:val="restart"/>'), tc("戊")),
    )
    assert texts(body) == [("甲", "乙"), ("", "丙"), ("丁", "戊")]


def test_a_cell_that_continues_nothing_keeps_its_text() -> None:
    assert texts(tbl(tr(tc("甲", "<w:vMerge/>")))) == [("甲",)]


def test_cells_merged_sideways_in_the_old_way_hold_their_text_once() -> None:
    body = tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("看不见", "<w:hMerge/>"), tc("乙")))
    assert texts(body) == [("甲", "", "乙")]


def test_a_table_in_a_cell_is_text_there_and_a_grid_of_its_own() -> None:
    body = p("一") + tbl(tr(tc(p("外") + tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), tc(""))) + p(""))))
    outer, inner = grids(body)
    assert [row.cells for row in outer.rows] == [("外\n甲\t乙\n丙",)]
    assert [row.cells for row in inner.rows] == [("甲", "乙"), ("丙", "")]
    assert inner.above == ("一", "外")


def test_insertions_are_read_and_deletions_are_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    tracked = (
        run.format("甲")
        + f"<w:ins>{run.format('乙')}</w:ins>"
        + "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run.format('丁')}</w:moveFrom><w:moveTo>{run.format('戊')}</w:moveTo>"
    )
    assert one(p(tracked)) == "甲乙戊"


def test_a_deleted_row_is_gone() -> None:
    assert texts(tbl(tr(tc("甲")), tr(tc("乙"), properties="<w:del/>"), tr(tc("丙")))) == [("甲",), ("丙",)]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    assert one(p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙") + p("丙")) == "甲乙\n丙"


def test_breaks_and_special_characters_are_read() -> None:
    assert one(p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r>")) == (
        "甲\n乙\t3-4"
    )


def test_a_symbol_of_a_text_font_is_read() -> None:
    assert one(p('<w:r><w:sym w:font="宋体" w:char="2265"/><w:t>95%</w:t></w:r>')) == "≥95%"


def test_hidden_text_is_not_read() -> None:
    assert one(p("<w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>")) == "甲"


def test_content_controls_are_read_wherever_they_stand() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = control(
        p("一")
        + tbl(
            tr(tc(p(run("甲") + control(run("乙")))), tc(control(p("丙")))),
            control(tr(control(tc("丁")), tc("戊"))),
        )
    )
    assert texts(body) == [("甲乙", "丙"), ("丁", "戊")]
    assert grids(body)[0].above == ("一",)


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{p("框中")}</w:txbxContent></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><w:txbxContent>{p('框中')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert grids(p("<w:r><w:t>一</w:t></w:r>" + box) + tbl(tr(tc("甲"))))[0].above == ("一", "框中")


@pytest.mark.parametrize(
    ("properties", "text", "indent"),
    [
        ('<w:ind w:left="210"/>', "甲", 2),
        ('<w:ind w:leftChars="200" w:left="420"/>', "甲", 4),
        ('<w:ind w:firstLineChars="200" w:firstLine="420"/>', "甲", 4),
        ('<w:ind w:left="420" w:hanging="420"/>', "甲", 0),
        ("", "\u3000\u3000甲", 4),
        ('<w:ind w:left="210"/>', " 甲", 3),
    ],
)
def test_the_indent_of_a_paragraph_is_told(properties: str, text: str, indent: int) -> None:
    assert grids(tbl(tr(tc(p(text, properties)))))[0].rows[0].indents == (indent,)


def test_the_indent_of_a_style_is_told() -> None:
    document = docx.Document()
    document.styles["Body Text"].paragraph_format.left_indent = Pt(21)
    document.add_table(1, 1).cell(0, 0).paragraphs[0].text = "甲"
    document.tables[0].cell(0, 0).paragraphs[0].style = "Body Text 2"
    document.styles["Body Text 2"].base_style = document.styles["Body Text"]
    buffer = BytesIO()
    document.save(buffer)
    assert read_document_grids(buffer.getvalue(), "表.docx")[0].rows[0].indents == (4,)


def test_a_document_without_tables_has_no_grids() -> None:
    assert grids(p("一")) == ()


def test_a_row_that_claims_columns_without_end_is_refused() -> None:
    with pytest.raises(BadFileError, match="“表.docx”中有内容的单元格相距过远"):
        grids(tbl(tr(tc("甲", '<w:gridSpan w:val="999999999"/>'))))


def test_tables_nested_without_end_are_refused() -> None:
    body = "甲"
    for _ in range(200):
        body = tbl(tr(tc(body)))
    with pytest.raises(BadFileError, match="“表.docx”不完整或已损坏"):
        grids(body)


def test_a_workbook_is_no_document() -> None:
    with pytest.raises(BadFileError):
        read_document_grids(saved("officer.xlsx"), "表.xlsx")
