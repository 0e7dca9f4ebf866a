"""Bytes of a text file turned into characters and numbered lines."""

from collections.abc import Sequence
from typing import NamedTuple

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.names import Content, claimed_instead
from gzgoals.core.exchange.printed.radicals import without_radicals

_NOT_TEXT = (
    "“{}”不是文本文件，也不是能认出的 PDF、Excel 或 Word 文件，可能已损坏；"
    "请用原来的程序打开并另存一份后再选，或选择从公开表中复制的文本（.txt）。"
)
_UNKNOWN_CODING = "“{}”的文字编码无法识别，请用记事本打开，另存为 UTF-8 编码后重试。"
_EMPTY = "“{}”是空文件，请确认选对了文件。"

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_KEPT_CONTROLS = "\t\n\f\r"
_CONTROLS = dict.fromkeys({*range(32), 127, 0xFEFF} - {ord(kept) for kept in _KEPT_CONTROLS})
_CONTROLS_IN_A_TEXT = 0.01


class Line(NamedTuple):
    """A line of the source, counted from 1; `opens_page` tells that a form feed stood before it."""

    number: int
    text: str
    opens_page: bool = False


def decoded(data: bytes, source: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or GB18030.

    Code points that PDF producers write for common characters (⽤ for 用) are folded. Raises `BadFileError` naming
    `source` when the bytes are not a text.
    """
    if not data.strip():
        raise BadFileError(_EMPTY.format(source))
    text = _characters(data, source)
    controls = sum(text.count(chr(code)) for code in _CONTROLS)
    if "\0" in text or controls > _CONTROLS_IN_A_TEXT * len(text):
        raise BadFileError(_NOT_TEXT.format(source))
    return without_radicals(text.translate(_CONTROLS))


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, of whatever line ends; a form feed opens a page and is dropped."""
    lines = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        first, *others = line.split("\f")
        if first or not others:
            lines.append(Line(number, first))
        lines.extend(Line(number, page, opens_page=True) for page in others)
    return lines


def shown_lines(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the lines by their numbers, as they are shown; those that a form feed parts have one number."""
    shown: dict[int, str] = {}
    for line in lines:
        shown[line.number] = shown.get(line.number, "") + line.text
    return tuple(shown.values())


def _characters(data: bytes, source: str) -> str:
    marked = [coding for mark, coding in _BYTE_ORDER_MARKS if data.startswith(mark)]
    for coding in marked or ["utf-8", "gb18030"]:
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    no_text = b"\0" in data or claimed_instead(source, Content.TEXT)
    raise BadFileError((_NOT_TEXT if no_text else _UNKNOWN_CODING).format(source))
