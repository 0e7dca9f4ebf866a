"""A query as a regular expression: written by us alone, never by the user, and quick on any text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gzgoals.core.search.query import Query

_APART = 0xFEE0
_OTHER_WIDTH = {chr(code): chr(code - _APART) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "￥": "¥"}
_OTHER_WIDTH |= {narrow: wide for wide, narrow in _OTHER_WIDTH.items()}

_WILD = re.compile(r"~(?P<exact>[*＊?？])|(?P<any>[*＊]+)|(?P<one>[?？])|(?P<letter>.)", re.DOTALL)
_ANY = None
"""Stands among the pieces of a text for any characters of one line."""


@lru_cache(maxsize=16)
def pattern_of(query: Query) -> re.Pattern[str]:
    """Return what finds the query's text in a cell; the text must not be empty.

    Between two pieces of a text with wildcards the nearest that fits is taken once and for all, for it can never turn
    out to be the wrong one: a text with many of them is looked for as quickly as any other.
    """
    pieces = tuple(_pieces(query))
    fixed = [piece for piece in pieces if piece is not _ANY]
    if not fixed:
        found = ".+"
    else:
        lead = "" if pieces[0] is not _ANY else ".*" if len(fixed) == 1 else ".*?"
        tail = ".*" if pieces[-1] is _ANY else ""
        steps = [f"(?>{'.*?' if number else lead}{piece})" for number, piece in enumerate(fixed)]
        if query.whole and not tail and len(pieces) > 1:
            steps[-1] = f".*{fixed[-1]}"  # the last one of all that fit
        found = "".join(steps) + tail
    flags = re.NOFLAG if query.case else re.IGNORECASE
    if query.whole:
        return re.compile(rf"\A{found}\Z", flags | re.DOTALL)
    return re.compile(rf"(?m:^){found}" if pieces[0] is _ANY else found, flags)


@lru_cache(maxsize=16)
def sieve_of(query: Query) -> re.Pattern[str] | str:
    """Return what stands in any text that holds a cell with what is looked for: a plain text where that will do."""
    if not (query.wildcards and _has_wild(query.text)) and not any(_varies(letter, query) for letter in query.text):
        return query.text
    longest = max((piece for piece in _pieces(query) if piece is not _ANY), key=len, default="")
    return re.compile(longest, (re.NOFLAG if query.case else re.IGNORECASE) | (re.DOTALL if query.whole else re.NOFLAG))


def spans_of(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of `text`, from and to, that are meant; none overlaps another, and none is empty."""
    if steps := _steps_of(query):
        return tuple(_stepped(steps, text))
    return tuple(found.span() for found in pattern_of(query).finditer(text) if found.end() > found.start())


class _Steps(NamedTuple):
    """The pieces that must follow each other on a line, and whether all that is left of it is meant too."""

    pieces: tuple[re.Pattern[str], ...]
    to_end: bool


@lru_cache(maxsize=16)
def _steps_of(query: Query) -> _Steps | None:
    """Return the pieces of a text that are looked for one by one, None where one expression finds it as quickly.

    An expression would begin again at each place where the first piece stands, and look through the rest of the line
    each time for one that is not there.
    """
    pieces = tuple(_pieces(query))
    fixed = [piece for piece in pieces if piece is not _ANY]
    if query.whole or len(fixed) < 2 or pieces[0] is _ANY or "\n" in query.text:
        return None
    flags = re.NOFLAG if query.case else re.IGNORECASE
    return _Steps(tuple(re.compile(piece, flags) for piece in fixed), pieces[-1] is _ANY)


def _stepped(steps: _Steps, text: str) -> Iterator[tuple[int, int]]:
    first, *others = steps.pieces
    at = 0
    while found := first.search(text, at):
        end = found.end()
        line = text.find("\n", end)
        line = line if line >= 0 else len(text)
        for piece in others:
            if (further := piece.search(text, end, line)) is None:
                at = line  # wherever else the first piece stands there, the same would be missing
                break
            end = further.end()
        else:
            at = line if steps.to_end else end
            yield found.start(), at


def _pieces(query: Query) -> Iterator[str | None]:
    """Yield the text's pieces as expressions, and `_ANY` for what may stand between, before or after them."""
    if not query.wildcards:
        yield "".join(_letter(letter, query) for letter in query.text)
        return
    piece = ""
    for found in _WILD.finditer(query.text):
        if found["any"]:
            if piece:
                yield piece
            yield _ANY
            piece = ""
        else:
            piece += "." if found["one"] else _letter(found["exact"] or found["letter"], query)
    if piece:
        yield piece


def _letter(letter: str, query: Query) -> str:
    other = "" if query.width else _OTHER_WIDTH.get(letter, "")
    return f"[{re.escape(letter)}{re.escape(other)}]" if other else re.escape(letter)


def _varies(letter: str, query: Query) -> bool:
    """Tell whether a letter is met by another one as well."""
    return (not query.case and letter.lower() != letter.upper()) or (not query.width and letter in _OTHER_WIDTH)


def _has_wild(text: str) -> bool:
    return any(sign in text for sign in "*＊?？")
