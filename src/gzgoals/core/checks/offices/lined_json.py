"""JSON as it is written by hand: every value with its line, comments and a comma too many forgiven."""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_DEEPEST = 8
_TOKEN = re.compile(
    r"(?P<blank>(?:\s|//[^\n]*)+)"
    r'|(?P<text>"(?:[^"\\\n]|\\.)*"|“[^”\n]*”)'
    r"|(?P<number>-?[0-9]{1,18}(?:\.[0-9]{1,18})?)(?![0-9.])"
    r"|(?P<word>true|false|null)\b"
    r"|(?P<mark>[][{}:,：，])"
)
_MARKS = {"：": ":", "，": ","}
_WORDS = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotJsonError(ValueError):
    """The text is no JSON from `line` on."""

    def __init__(self, line: int) -> None:
        super().__init__(f"no JSON on line {line}")
        self.line = line


class Lined(NamedTuple):
    """A value and the line on which it begins, counted from 1.

    `value` is a text, a number, a truth value or None, a tuple of values, or the `Members` of an object.
    """

    value: object
    line: int


class Member(NamedTuple):
    """A name in an object with its line, and what stands behind it."""

    name: str
    line: int
    value: Lined


class Members(tuple[Member, ...]):
    """The members of an object in their order; a name may occur twice."""

    __slots__ = ()


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def parse_lined(text: str) -> Lined:
    """Return what a text holds, every value with its line. Raises `NotJsonError`.

    Comments from `//` to the line's end, a comma before a closing bracket, and Chinese quotes, colons and commas
    outside of texts are taken as they are meant.
    """
    return _Parser(text.replace("\r\n", "\n").replace("\r", "\n")).whole()


def _tokens(text: str) -> Iterator[_Token]:
    place, line = 0, 1
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise NotJsonError(line)
        token = found[0]
        if found.lastgroup != "blank":
            yield _Token(found.lastgroup, _MARKS.get(token, token), line)
        place, line = found.end(), line + token.count("\n")
    yield _Token("end", "", line)


class _Parser:
    """Goes through the tokens once; `_next` is the one not taken yet."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._next = next(self._tokens)

    def whole(self) -> Lined:
        found = self._value(0)
        if self._next.kind != "end":
            raise NotJsonError(self._next.line)
        return found

    def _take(self) -> _Token:
        taken = self._next
        if taken.kind == "end":
            raise NotJsonError(taken.line)
        self._next = next(self._tokens)
        return taken

    def _value(self, depth: int) -> Lined:
        token = self._take()
        if depth > _DEEPEST:
            raise NotJsonError(token.line)
        match token.kind, token.text:
            case "text", text:
                return Lined(_text(text, token.line), token.line)
            case "number", text:
                return Lined(float(text) if "." in text else int(text), token.line)
            case "word", text:
                return Lined(_WORDS[text], token.line)
            case "mark", "[":
                return Lined(tuple(self._items("]", lambda: self._value(depth + 1))), token.line)
            case "mark", "{":
                return Lined(Members(self._items("}", lambda: self._member(depth + 1))), token.line)
        raise NotJsonError(token.line)

    def _member(self, depth: int) -> Member:
        name = self._take()
        if name.kind != "text" or self._take().text != ":":
            raise NotJsonError(name.line)
        return Member(_text(name.text, name.line), name.line, self._value(depth))

    def _items(self, closing: str, item: Callable[[], T]) -> Iterator[T]:
        while self._next.text != closing:
            yield item()
            if self._next.text == ",":
                self._take()
            elif self._next.text != closing:
                raise NotJsonError(self._next.line)
        self._take()


def _text(written: str, line: int) -> str:
    if written.startswith("“"):
        return written[1:-1]
    try:
        return _SURROGATE.sub("\ufffd", str(json.loads(written, strict=False)))
    except ValueError as error:
        raise NotJsonError(line) from error
