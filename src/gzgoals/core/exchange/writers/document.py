"""The table as a Word document: the official table on A4 landscape, its header repeated, to be edited in Word and WPS.

The table is written as text and parsed once: python-docx's cells would take minutes for some hundred projects.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from gzgoals.core.exchange.own.official import OfficialRow, captions_above, official_rows, title_of
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE
from gzgoals.core.exchange.writers.progress import Progress, Report, no_report, projects_in
from gzgoals.core.table import GoalTable, money_text

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT, _LATIN = "宋体", "Times New Roman"
_SIDE, _TOP, _BOTTOM = 850, 900, 850
_PAGE = (16838, 11906)
"""A4 landscape, in twentieths of a point as everything here."""

_ROOM = _PAGE[0] - 2 * _SIDE
_AMOUNT_WIDTH, _MOST_AMOUNT_WIDTH, _A_DIGIT = 1000, 2500, 105
_SHARES = (5, 6, 10)
"""How name, objective and indicators share what the amounts leave."""

_UNWRITABLE = dict.fromkeys(
    (*(code for code in range(32) if chr(code) not in "\t\n"), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
)
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")


def write_document(table: GoalTable, report: Report = no_report) -> bytes:
    """Return a table as a docx, from which all that the official table shows comes back.

    Blanks at the ends of lines and control characters are not kept. Raises `StoppedError` when `report` says so.
    """
    import docx

    document = docx.Document()
    _set_properties(document, table)
    _set_page(document)
    body = document.element.body
    for paragraph in list(body.iterchildren("{*}p")):
        body.remove(paragraph)
    rows = Progress(report, projects_in(table) + len(table.units) + 1).through(official_rows(table))
    body.insert(0, _parsed(_paragraph(FULL_TITLE, '<w:pStyle w:val="Title"/>')))
    body.insert(1, _parsed(_captions(table)))
    body.insert(2, _parsed(_table(rows, _widths(table))))
    body.insert(3, _parsed(f"<w:p {_W}><w:pPr><w:spacing w:line='20' w:lineRule='exact'/></w:pPr></w:p>"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _parsed(markup: str) -> "Element":
    """Return an element of the kind that python-docx makes, from a text of whatever length."""
    from docx.oxml.parser import element_class_lookup
    from lxml.etree import XMLParser, fromstring

    parser = XMLParser(resolve_entities=False, huge_tree=True)
    parser.set_element_class_lookup(element_class_lookup)
    return fromstring(markup.encode(), parser)


def _set_properties(document: "Document", table: GoalTable) -> None:
    from datetime import datetime

    properties = document.core_properties
    properties.title = title_of(table, clean(table.department))
    properties.author = CREATOR
    properties.language = "zh-CN"
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = datetime.now().astimezone()


def _set_page(document: "Document") -> None:
    """Set the paper, the fonts that Word and WPS take for Chinese, and the numbers of the pages."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt, Twips

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Twips(length) for length in _PAGE)
    section.left_margin = section.right_margin = Twips(_SIDE)
    section.top_margin, section.bottom_margin = Twips(_TOP), Twips(_BOTTOM)
    section.header_distance = section.footer_distance = Twips(450)
    for name, size, bold in (("Normal", 10.5, False), ("Title", 18, True)):
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.name = Pt(size), bold, _LATIN
        for old in style.element.rPr.findall("{*}rFonts"):
            style.element.rPr.remove(old)
        style.element.rPr.insert(0, _parsed(_fonts()))
        style.element.rPr.append(_parsed(f'<w:lang {_W} w:val="en-US" w:eastAsia="zh-CN"/>'))
        for old in style.element.xpath("./w:pPr"):
            style.element.remove(old)
        style.element.insert(style.element.index(style.element.rPr), _parsed(_spacing(centred=name == "Title")))
    title = document.styles["Title"].element.rPr
    for old in title.xpath("./w:color | ./w:spacing | ./w:kern"):
        title.remove(old)
    paragraph = section.footer.paragraphs[0]._p  # noqa: SLF001  # python-docx has no fields of its own
    paragraph.getparent().replace(paragraph, _parsed(_page_numbers()))


def _fonts() -> str:
    return f'<w:rFonts {_W} w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:cs="{_LATIN}" w:eastAsia="{_FONT}"/>'


def _spacing(*, centred: bool) -> str:
    after, side = ("120", '<w:jc w:val="center"/>') if centred else ("0", "")
    close = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # no gaps that are not in the text, as in ≥95%
    line = f'<w:spacing w:before="0" w:after="{after}" w:line="240" w:lineRule="auto"/>'
    return f"<w:pPr {_W}>{close}{line}{side}</w:pPr>"


def _page_numbers() -> str:
    fields = [f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")]
    parts = ("第 ", fields[0], " 页 共 ", fields[1], " 页")
    runs = "".join(part if part.startswith("<") else _run(part) for part in parts)
    return f'<w:p {_W}><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p>'


def _captions(table: GoalTable) -> str:
    captions = captions_above(table)
    middle = "　".join(caption for caption in (captions.year, clean(captions.scheme)) if caption)
    tabs = f'<w:tab w:val="center" w:pos="{_ROOM // 2}"/><w:tab w:val="right" w:pos="{_ROOM}"/>'
    department = " ".join(clean(captions.department).split("\n"))
    return _paragraph(f"{department}\t{middle}\t{captions.money}", f"<w:tabs>{tabs}</w:tabs>")


def _widths(table: GoalTable) -> list[int]:
    """Return the widths of the columns: amounts as wide as the largest needs, texts share the rest."""
    first = next(iter(official_rows(table)))
    amounts = [
        min(max(_AMOUNT_WIDTH, _A_DIGIT * (len(money_text(amount)) + 2)), _MOST_AMOUNT_WIDTH)
        for amount in first.amounts
    ]
    rest = _ROOM - sum(amounts)
    name, objective, _ = (rest * share // sum(_SHARES) for share in _SHARES)
    return [name, *amounts, objective, rest - name - objective]


def _table(rows: Iterator[OfficialRow], widths: Sequence[int]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return "".join((head, _header(widths), *(_row(row, widths) for row in rows), "</w:tbl>"))


def _header(widths: Sequence[int]) -> str:
    captions = (caption.replace("（", "\n（") for caption in COLUMNS)
    cells = (
        _cell("".join(_paragraph(line, '<w:jc w:val="center"/>', bold=True) for line in caption.split("\n")), width)
        for caption, width in zip(captions, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: OfficialRow, widths: Sequence[int]) -> str:
    indent = '<w:ind w:firstLineChars="200" w:firstLine="420"/>' if row.depth else ""
    name = _paragraph(" ".join(clean(row.name).split("\n")), indent)
    amounts = [
        _paragraph(clean(money_text(amount)) if amount else "", '<w:jc w:val="right"/>') for amount in row.amounts
    ]
    objective = "".join(_paragraph(line) for line in clean(row.objective).split("\n"))
    indicators = _paragraph("".join(clean(row.indicators).split("\n")))
    cells = (name, *amounts, objective, indicators)
    return f"<w:tr>{''.join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True))}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def _paragraph(text: str, properties: str = "", *, bold: bool = False) -> str:
    head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p {_W}>{head}{_run(text, bold=bold) if text else ''}</w:p>"


def _run(text: str, *, bold: bool = False) -> str:
    parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t"))
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{'<w:tab/>'.join(parts)}</w:r>"


def clean(text: str) -> str:
    """Return a text as a document can hold it: every line end a newline, and no control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS).translate(_UNWRITABLE)
