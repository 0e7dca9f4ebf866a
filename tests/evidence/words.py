"""The official table as a Word document, as an office would type it."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.layout import FORM_TITLE
from gzgoals.gui.paper.rows import printed_rows

if TYPE_CHECKING:
    from evidence.producers import Look

_MARGIN = 36


def document_of(table: GoalTable, look: "Look") -> bytes:
    """Return a .docx with the table, each cell's paragraphs as paragraphs."""
    document = Document()
    section = document.sections[0]
    width, height = look.sheet
    section.orientation = WD_ORIENT.LANDSCAPE if look.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(_MARGIN)
    _set_font(document.styles["Normal"], look)
    title = document.add_paragraph(f"{table.year}年{FORM_TITLE}")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"部门名称：{table.department} 单位：万元")
    _add_table(document, table, look)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document: Any, table: GoalTable, look: "Look") -> None:
    from evidence.producers import HEADER

    rows = [(HEADER, 0), *((_texts(row), row.depth) for row in printed_rows(table))]
    room = look.sheet[0] - 2 * _MARGIN
    printed = document.add_table(rows=0, cols=len(HEADER), style="Table Grid")
    printed.autofit = False
    for number, (texts, depth) in enumerate(rows):
        cells = printed.add_row().cells
        for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
            cell.width = Pt(room * look.widths[place] / sum(look.widths))
            _fill(cell, text, look, indent=2 * look.type_size if place == 0 and depth and look.indented else 0)
            if number and place in range(1, 5):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if look.repeated:
        properties = printed.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))


def _texts(row: Any) -> tuple[str, ...]:
    return (row.name, *row.amounts, row.objective, row.indicators)


def _fill(cell: Any, text: str, look: "Look", indent: float) -> None:
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(line)
        paragraph.paragraph_format.space_after = Pt(0)
        if indent:
            paragraph.paragraph_format.left_indent = Pt(indent)
        if look.justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _set_font(style: Any, look: "Look") -> None:
    style.font.name = look.font
    style.font.size = Pt(look.type_size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), look.font)
    style.paragraph_format.space_after = Pt(0)
