"""Our own styles in a docx: what they tell of its cells and of the line above its table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gzgoals.core.exchange.office.document_tables import table_text
from gzgoals.core.exchange.office.document_text import Element, Paragraph, value, word
from gzgoals.core.exchange.printed.styles import Style
from gzgoals.core.exchange.source import StyledCell, StyledPart

_OURS = frozenset(map(str, Style))


@dataclass(frozen=True, slots=True)
class OwnStyles:
    """Our styles by the ids that they have in a document; none of them in a foreign one."""

    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, styles: Element) -> "OwnStyles":
        """Return those among the styles of a document."""
        named = (
            (value(style, "styleId"), value(style.find(word("name")))) for style in styles.iterchildren(word("style"))
        )
        return cls({identity: name for identity, name in named if name in _OURS})

    def of(self, paragraph: Paragraph) -> str:
        """Return the style of a paragraph, nothing for one that is not ours."""
        properties = paragraph.element.find(word("pPr"))
        return "" if properties is None else self.names.get(value(properties.find(word("pStyle"))), "")

    def parts(self, paragraph: Paragraph) -> tuple[StyledPart, ...]:
        """Return the pieces of a paragraph by the names of our styles."""
        return tuple(StyledPart(self.names.get(style, ""), text) for style, text in paragraph.pieces if text)

    def cell(self, blocks: Sequence[Paragraph | Element]) -> StyledCell:
        """Return a cell of paragraphs and tables as our styles tell it."""
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        style = self.of(paragraphs[0]) if paragraphs else ""
        return StyledCell(style, tuple(tuple(self._block(block)) for block in blocks))

    def _block(self, block: Paragraph | Element) -> Iterator[StyledPart]:
        if isinstance(block, Paragraph):
            yield from self.parts(block)
        else:
            yield StyledPart("", table_text(block))
