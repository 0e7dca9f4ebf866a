"""How far the paragraphs of a docx are indented, by themselves or by their style."""

from dataclasses import dataclass, field

from gzgoals.core.exchange.office.document_text import Element, number, value, word

_HALF_WIDTH = 105.0
"""Twentieths of a point that a half-width character is wide in the usual 五号."""

_MOST = 250
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Indents:
    """Tells the indents of paragraphs; `styles` are the styles by their ids."""

    styles: dict[str, Element] = field(default_factory=dict)
    usual: str = ""

    @classmethod
    def by(cls, styles: Element) -> "Indents":
        """Return what tells the indents where these styles are in force."""
        found = {value(style, "styleId"): style for style in styles.iterchildren(word("style"))}
        usual = (
            name
            for name, style in found.items()
            if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
        )
        return cls(found, next(usual, ""))

    def of(self, paragraph: Element) -> int:
        """Return how far a paragraph's first line is indented, in half-width characters."""
        properties = paragraph.find(word("pPr"))
        found = [] if properties is None else [*properties.iterchildren(word("ind"))]
        name = "" if properties is None else value(properties.find(word("pStyle")))
        style = self.styles.get(name or self.usual)
        for _ in range(_DEEPEST):
            if style is None:
                break
            found += style.iterfind(f"{word('pPr')}/{word('ind')}")
            style = self.styles.get(value(style.find(word("basedOn"))))
        left = _first(found, (("leftChars", True), ("startChars", True), ("left", False), ("start", False)))
        first = _first(found, (("firstLineChars", True), ("firstLine", False)))
        hanging = _first(found, (("hangingChars", True), ("hanging", False)))
        return max(0, min(round(left + (first or -hanging)), _MOST))


def _first(indents: list[Element], names: tuple[tuple[str, bool], ...]) -> float:
    """Return the first that is stated, from the paragraph's own to its farthest style, in half-width characters."""
    for indent in indents:
        for name, in_characters in names:
            if amount := number(value(indent, name)):
                return amount / 50 if in_characters else amount / _HALF_WIDTH
            if not in_characters and value(indent, name):
                return 0.0
    return 0.0
