"""Texts as paragraphs and runs of a Word document, every character kept, and the parts of some told by styles."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from gzgoals.core.exchange.own.control_characters import SYMBOLS
from gzgoals.core.exchange.own.official import Captions
from gzgoals.core.exchange.printed.styles import Style
from gzgoals.core.exchange.writers.document_styles import identity
from gzgoals.core.table import Catalogue, Indicator, Target, split_target

_APART = re.compile("([\\x00-\\x1f])")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What a faulty program may have left in a text: no file can hold them."""


def paragraph(runs: str, style: Style | None = None) -> str:
    """Return a paragraph in one of our styles, or in the usual one."""
    head = f'<w:pPr><w:pStyle w:val="{identity(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{runs}</w:p>"


def paragraphs(text: str) -> str:
    """Return a text as its paragraphs."""
    return "".join(paragraph(run(line)) for line in text.split("\n"))


def run(text: str, style: Style | None = None) -> str:
    """Return a text as a run, nothing for none; a line break within it stays one."""
    if not text:
        return ""
    head = f'<w:rPr><w:rStyle w:val="{identity(style)}"/></w:rPr>' if style else ""
    return f"<w:r>{head}{''.join(map(_piece, _APART.split(text)))}</w:r>"


def _piece(text: str) -> str:
    if text in _PIECES:
        return _PIECES[text]
    if len(text) == 1 and text < " ":
        return f'<w:sym w:font="Symbol" w:char="{SYMBOLS + ord(text):04X}"/>'
    whole = _NO_CHARACTER.sub("\ufffd", text)
    return f'<w:t xml:space="preserve">{escape(whole)}</w:t>'


_PIECES = {"": "", "\t": "<w:tab/>", "\n": "<w:br/>"}


def captions_runs(captions: Captions, department: str, year: int, scheme: str) -> str:
    """Return the line above the table, with the parts by which a document is known again."""
    label, _ = captions.department.split("：", 1)
    parts = [run(f"{label}："), run(department, Style.DEPARTMENT), run("\t预算年度："), run(str(year), Style.YEAR)]
    if captions.scheme:
        parts += [run("　编码字典："), run(scheme, Style.SCHEME)]
    return "".join((*parts, run(f"\t{captions.money}")))


def indicators_runs(indicators: Iterable[Indicator], catalogue: Catalogue) -> str:
    """Return the indicators as the official cell prints them, one run of text, with the parts of each."""
    return "".join(_indicators(indicators, catalogue))


def _indicators(indicators: Iterable[Indicator], catalogue: Catalogue) -> Iterator[str]:
    number = 0
    for number, indicator in enumerate(indicators, 1):
        yield run(f"{'。' if number > 1 else ''}{number}、")
        yield run("；".join(catalogue.levels(indicator.category)), Style.CATEGORY)
        yield run("；")
        yield run(indicator.name, Style.NAME)
        yield run("；实施周期指标值:")
        yield _target(indicator.cycle)
        yield run("；年度指标值:")
        yield _target(indicator.annual)
    if number:
        yield run("。")


def _target(target: Target) -> str:
    """Return a target in one piece, or in its parts where reading it would not give the same ones."""
    if split_target(target.text) == target:
        return run(target.text, Style.TARGET)
    parts = ((target.operator, Style.SIGN), (target.value, Style.VALUE), (target.measure, Style.MEASURE))
    return "".join(run(text, style) for text, style in parts)
