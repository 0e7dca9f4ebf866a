"""The table as a Word document: the official table on A4 landscape, its header repeated, to be edited in Word and WPS.

The table is written as text: python-docx's cells would take minutes for some hundred projects.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from gzgoals.core.exchange.own.official import OfficialRow, captions_above, official_rows, title_of
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.exchange.printed.rows import Rank
from gzgoals.core.exchange.printed.styles import Style
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE
from gzgoals.core.exchange.writers.document_styles import FONT, LATIN, WORD, styles
from gzgoals.core.exchange.writers.document_text import captions_runs, indicators_runs, paragraph, paragraphs, run
from gzgoals.core.exchange.writers.progress import Progress, Report, no_report, projects_in
from gzgoals.core.table import Amount, Catalogue, GoalTable, catalogue_of, money_text

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_SIDE, _TOP, _BOTTOM = 850, 900, 850
_PAGE = (16838, 11906)
"""A4 landscape, in twentieths of a point as everything here."""

_ROOM = _PAGE[0] - 2 * _SIDE
_AMOUNT_WIDTH, _MOST_AMOUNT_WIDTH, _A_DIGIT = 1000, 2500, 105
_SHARES = (5, 6, 10)
"""How name, objective and indicators share what the amounts leave."""

_BODY, _BEGIN = "word/document.xml", b"<w:body>"
_LONGEST_PROPERTY = 255
_UNWRITABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
"""What no property of a document can hold."""

_RANKS = {Rank.TOTAL: Style.TOTAL, Rank.UNIT: Style.UNIT, Rank.PROJECT: Style.PROJECT}


def write_document(table: GoalTable, report: Report = no_report) -> bytes:
    """Return a table as a docx, from which all of it comes back but ids, explanations, and totals printed wrong.

    Raises `StoppedError` when `report` says so.
    """
    import docx

    document = docx.Document()
    _set_properties(document, table)
    _set_page(document)
    body = document.element.body
    for blank in list(body.iterchildren("{*}p")):
        body.remove(blank)
    rows = Progress(report, projects_in(table) + len(table.units) + 1).through(official_rows(table))
    content = (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run(FULL_TITLE)}</w:p>',
        _captions(table),
        _table(rows, catalogue_of(table.scheme), _widths(table)),
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>',
    )
    stream = BytesIO()
    document.save(stream)
    return _filled(stream.getvalue(), "".join(content))


def _filled(package: bytes, content: str) -> bytes:
    """Return a document whose body begins with this content.

    It goes in as a text: to move so many elements into a body takes lxml longer the more there are.
    """
    stream = BytesIO()
    with ZipFile(BytesIO(package)) as blank, ZipFile(stream, "w") as filled:
        for part in blank.infolist():
            data = blank.read(part)
            if part.filename == _BODY:
                data = data.replace(_BEGIN, _BEGIN + content.encode(), 1)
            filled.writestr(part, data)
    return stream.getvalue()


def _parsed(markup: str) -> "Element":
    """Return an element of the kind that python-docx makes."""
    from docx.oxml import parse_xml

    tag = re.match(r"<[\w:]+", markup)
    end = tag.end() if tag else 0
    return parse_xml(f"{markup[:end]} {WORD}{markup[end:]}")


def _set_properties(document: "Document", table: GoalTable) -> None:
    from datetime import datetime

    properties = document.core_properties
    properties.title = _UNWRITABLE.sub(" ", title_of(table, table.department))[:_LONGEST_PROPERTY]
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
        style.font.size, style.font.bold, style.font.name = Pt(size), bold, LATIN
        for old in style.element.rPr.findall("{*}rFonts"):
            style.element.rPr.remove(old)
        style.element.rPr.insert(0, _parsed(_fonts()))
        style.element.rPr.append(_parsed('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'))
        for old in style.element.xpath("./w:pPr"):
            style.element.remove(old)
        style.element.insert(style.element.index(style.element.rPr), _parsed(_spacing(centred=name == "Title")))
    for style in styles(_ROOM):
        document.styles.element.append(_parsed(style))
    title = document.styles["Title"].element.rPr
    for old in title.xpath("./w:color | ./w:spacing | ./w:kern"):
        title.remove(old)
    paragraph = section.footer.paragraphs[0]._p  # noqa: SLF001  # python-docx has no fields of its own
    paragraph.getparent().replace(paragraph, _parsed(_page_numbers()))


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{FONT}"/>'


def _spacing(*, centred: bool) -> str:
    after, side = ("120", '<w:jc w:val="center"/>') if centred else ("0", "")
    close = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # no gaps that are not in the text, as in ≥95%
    line = f'<w:spacing w:before="0" w:after="{after}" w:line="240" w:lineRule="auto"/>'
    return f"<w:pPr>{close}{line}{side}</w:pPr>"


def _page_numbers() -> str:
    fields = [f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")]
    parts = ("第 ", fields[0], " 页 共 ", fields[1], " 页")
    runs = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs}</w:p>'


def _captions(table: GoalTable) -> str:
    runs = captions_runs(captions_above(table), table.department, table.year, table.scheme)
    return paragraph(runs, Style.CAPTIONS)


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


def _table(rows: Iterator[OfficialRow], catalogue: Catalogue, widths: Sequence[int]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    return "".join((head, _header(widths), *(_row(row, catalogue, widths) for row in rows), "</w:tbl>"))


def _header(widths: Sequence[int]) -> str:
    captions = (caption.replace("（", "\n（") for caption in COLUMNS)
    cells = (
        _cell("".join(paragraph(run(line), Style.HEADER) for line in caption.split("\n")), width)
        for caption, width in zip(captions, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(row: OfficialRow, catalogue: Catalogue, widths: Sequence[int]) -> str:
    name = paragraph(run(row.name), _RANKS[row.rank])
    indicators = paragraph(indicators_runs(row.project.indicators, catalogue) if row.project else "")
    cells = (name, *map(_amount, row.amounts), paragraphs(row.objective), indicators)
    return f"<w:tr>{''.join(_cell(cell, width) for cell, width in zip(cells, widths, strict=True))}</w:tr>"


def _amount(amount: Amount) -> str:
    """Return an amount: nothing for zero, and a draft such that nobody takes it for one, even if it is blank."""
    if isinstance(amount, str):
        return paragraph(run(amount), Style.DRAFT)
    return paragraph(run(money_text(amount)) if amount else "", Style.AMOUNT)


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
