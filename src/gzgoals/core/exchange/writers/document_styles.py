"""The styles of our Word documents: how each kind of paragraph looks, and what tells the parts of texts apart."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from gzgoals.core.exchange.printed.styles import CHARACTERS, Style

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT, LATIN = "宋体", "Times New Roman"

_CENTRED = '<w:jc w:val="center"/>'
_RIGHT = '<w:jc w:val="right"/>'
_INDENTED = '<w:ind w:leftChars="200" w:left="420"/>'
_PARAGRAPHS: Mapping[Style, str] = {
    Style.HEADER: f"<w:pPr>{_CENTRED}</w:pPr><w:rPr><w:b/></w:rPr>",
    Style.TOTAL: "",
    Style.UNIT: "",
    Style.PROJECT: f"<w:pPr>{_INDENTED}</w:pPr>",
    Style.AMOUNT: f"<w:pPr>{_RIGHT}</w:pPr>",
    Style.DRAFT: f"<w:pPr>{_RIGHT}</w:pPr>",
}


def identity(style: Style) -> str:
    """Return the id of a style in our documents."""
    return f"GzGoals{style.name.title()}"


def styles(room: int) -> Iterator[str]:
    """Yield the definitions of all our styles; `room` is how wide the page is between its margins."""
    tabs = f'<w:tab w:val="center" w:pos="{room // 2}"/><w:tab w:val="right" w:pos="{room}"/>'
    looks = {Style.CAPTIONS: f"<w:pPr><w:tabs>{tabs}</w:tabs></w:pPr>", **_PARAGRAPHS}
    for style, look in looks.items():
        yield _style(style, "paragraph", f'<w:basedOn w:val="Normal"/><w:qFormat/>{look}')
    for style in CHARACTERS:
        yield _style(style, "character", '<w:basedOn w:val="DefaultParagraphFont"/>')


def _style(style: Style, kind: str, look: str) -> str:
    head = f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{identity(style)}">'
    return f'{head}<w:name w:val="{escape(style)}"/>{look}</w:style>'
