"""Files changed at random: bytes as such, or what they mean: JSON values, markup, parts of packages, PDF streams."""

import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

Mutation = Callable[[bytes, random.Random], bytes]

_ODD_BYTES = (b"\0", b"\xff" * 4, b"\x80", b"<", b"</", b'"', b"&#0;", b"&x;", b"%", b"\r", b"]]>", b"\xed\xa0\x80")
_NUMBERS = (
    "0", "-1", "1", "65536", "1048577", "2147483647", "4294967295", "-2147483648", "9223372036854775808", "1e308",
    "1e-400", "99999999999999999999999", "0.1", "NaN", "Infinity", "-0", "07", "1_0", "٣",
)  # fmt: skip
_TEXTS = (
    "", " ", "\0", "\ud800", "\u202e", "\u200b", "𠮷", "é\u0301", "=1+1", "\x1b[31m", "甲" * 300, "\n", "\t", "\u2028",
    "\ufeff", "１２３", "①", "㎡", "⽤", "1、", "；", "：", "合计", "总计", "\x85", "\x0c", "%s", "{}", "九" * 9,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (None, True, [], {}, [[[[]]]], 0, -1, 1e308, 10**40, *_TEXTS, *_NUMBERS)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_ATTRIBUTE = re.compile(rb'([\w:-]+)="([^"]*)"')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_REFERENCE = re.compile(rb"\d+ 0 R")
_NAME = re.compile(rb"/[A-Z][A-Za-z]{1,20}")
_MOST = 400_000
"""Bytes beyond which nothing is made to grow."""


def mutated(data: bytes, kind: str, chance: random.Random) -> bytes:
    """Return a file of a reader's corpus changed once to four times, most often in a way that means something."""
    ways = WAYS[kind]
    for _ in range(chance.choice((1, 1, 1, 2, 2, 4))):
        way = bytewise if chance.random() < 0.25 else chance.choice(ways)
        if len(data) < _MOST:
            data = way(data, chance)
    return data


def bytewise(data: bytes, chance: random.Random) -> bytes:
    """Flip, cut, double, put in, or end too early."""
    place = chance.randrange(len(data) + 1)
    length = min(int(chance.paretovariate(0.7)), 4096)
    match chance.randrange(6):
        case 0:
            return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        case 1:
            return data[:place] + data[place + length :]
        case 2:
            return data[:place] + data[place : place + length] * chance.choice((2, 3, 50)) + data[place + length :]
        case 3:
            return data[:place] + chance.choice(_ODD_BYTES) + data[place:]
        case 4:
            return data[:place] + chance.randbytes(length) + data[place + length :]
    return data[:place]


def numbered(data: bytes, chance: random.Random) -> bytes:
    """Put another number in the place of one."""
    return _at_one(_NUMBER, data, chance, lambda _: chance.choice(_NUMBERS).encode())


def with_text(data: bytes, chance: random.Random) -> bytes:
    """Put an odd text somewhere between two characters, in the coding that the file seems to have."""
    coding = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-8"
    text = data.decode(coding, "replace")
    place = chance.randrange(len(text) + 1)
    gone = chance.choice((0, 0, 1, 5))
    return (text[:place] + chance.choice(_TEXTS) + text[place + gone :]).encode(coding, "surrogatepass")


def by_lines(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or join lines."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[min(one, other) : max(one, other) + 1]
        case 1:
            lines[one:one] = lines[min(one, other) : max(one, other)][:200]
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one : one + 2] = [b"".join(lines[one : one + 2])]
    return b"\n".join(lines)


def recoded(data: bytes, chance: random.Random) -> bytes:
    """Write the text in another coding than it is in."""
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "utf-32", "gb18030", "big5", "utf-7")), "replace")


def json_value(data: bytes, chance: random.Random) -> bytes:
    """Put another value at some place of a JSON document, or take the key away, double or nest it."""
    try:
        whole = json.loads(data)
    except ValueError:
        return bytewise(data, chance)
    inner, key = whole, None
    while isinstance(inner, (dict, list)) and inner:
        keys: Sequence[Any] = list(inner) if isinstance(inner, dict) else range(len(inner))
        parent, key = inner, chance.choice(keys)
        inner = parent[key]
        if chance.random() < 0.2:
            break
    if key is None:
        return bytewise(data, chance)
    match chance.randrange(5):
        case 0:
            del parent[key]
        case 1 if isinstance(parent, list):
            parent.insert(key, parent[key])
        case 2:
            parent[key] = [parent[key]]
        case 3 if isinstance(parent, dict):
            parent[chance.choice(_TEXTS)] = parent.pop(key)
        case _:
            parent[key] = chance.choice(_VALUES)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def marked_up(data: bytes, chance: random.Random) -> bytes:
    """Change a tag, an attribute or a text of markup."""
    tags = list(_TAG.finditer(data[:_MOST]))
    if not tags:
        return bytewise(data, chance)
    tag, other = chance.choice(tags), chance.choice(tags)
    first, last = sorted((tag.start(), other.start()))
    text = chance.choice(_TEXTS).encode("utf-8", "surrogatepass")
    pieces = (
        data[: tag.start()] + data[tag.end() :],
        data[: tag.start()] + other[0] + data[tag.end() :],
        data[: tag.start()] + tag[0] * chance.choice((2, 3, 300)) + data[tag.end() :],
        data[: tag.end()] + text + data[tag.end() :],
        data[:first] + data[last:],
        data[:first] + data[first:last][:50_000] * 2 + data[last:],
        numbered(data, chance),
        _at_one(_ATTRIBUTE, data, chance, lambda found: found[1] + b'="' + _value(chance) + b'"'),
    )
    return chance.choice(pieces)


def _value(chance: random.Random) -> bytes:
    return chance.choice((*_NUMBERS, *_TEXTS)).replace('"', "").encode("utf-8", "surrogatepass")


def in_package(data: bytes, chance: random.Random) -> bytes:
    """Change a part of a zip package and pack it anew, or change which parts there are."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [(part.filename, package.read(part)) for part in package.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return bytewise(data, chance)
    # The large parts hold the table; themes and the like are rarely read.
    sizes = [len(content) ** 0.5 + 1 for _, content in parts]
    place = chance.choices(range(len(parts)), sizes)[0] if parts else 0
    match chance.randrange(12) if parts else 0:
        case 0:
            parts.append((chance.choice(("xl/workbook.xml", "mimetype", "../甲", "/", "a\\b")), chance.randbytes(40)))
        case 1:
            del parts[place]
        case 2:
            parts[place] = (chance.choice(parts)[0], parts[place][1])
        case _:
            way = bytewise if chance.random() < 0.2 else marked_up
            parts[place] = (parts[place][0], way(parts[place][1], chance))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as package:
        for name, content in dict(parts).items():
            package.writestr(name, content)
    return buffer.getvalue()


def in_stream(data: bytes, chance: random.Random) -> bytes:
    """Unpack a stream of a PDF, change what it draws or holds, and pack it anew; as long as before where it can be."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return bytewise(data, chance)
    stream = chance.choice(streams)
    try:
        content, packed = zlib.decompress(stream[1]), True
    except zlib.error:
        content, packed = stream[1], False
    for _ in range(chance.choice((1, 3, 10))):
        content = chance.choice((bytewise, numbered, by_lines, numbered))(content[:_MOST], chance)
    changed = zlib.compress(content, 9) if packed else content
    changed += b" " * max(0, len(stream[1]) - len(changed))  # the table of places stays true
    return data[: stream.start(1)] + changed + data[stream.end(1) :]


def in_objects(data: bytes, chance: random.Random) -> bytes:
    """Let a reference of a PDF lead elsewhere, which makes rings, or change a name or a number of an object."""
    match chance.randrange(3):
        case 0:
            found = [each[0] for each in _REFERENCE.finditer(data)] or [b"1 0 R"]
            return _at_one(_REFERENCE, data, chance, lambda _: chance.choice(found))
        case 1:
            names = [each[0] for each in _NAME.finditer(data[:_MOST])] or [b"/Kids"]
            return _at_one(_NAME, data, chance, lambda _: chance.choice(names))
    return numbered(data, chance)


def in_record(data: bytes, chance: random.Random) -> bytes:
    """Change a byte or a number of an old workbook's records, most of which lie before its fonts and pictures."""
    place = chance.randrange(max(1, min(len(data), 30_000) - 4))
    value = chance.choice((0, 1, 0x7F, 0xFF, 0x8000, 0xFFFF, 0xFFFFFFFE)).to_bytes(4, "little")
    width = chance.choice((1, 2, 4))
    return data[:place] + value[:width] + data[place + width :]


def _at_one(
    pattern: re.Pattern[bytes], data: bytes, chance: random.Random, change: Callable[[re.Match[bytes]], bytes]
) -> bytes:
    found = list(pattern.finditer(data[:_MOST]))
    if not found:
        return bytewise(data, chance)
    one = chance.choice(found)
    return data[: one.start()] + change(one) + data[one.end() :]


_MARKED_UP = (marked_up, marked_up, marked_up, with_text, recoded)

WAYS: dict[str, tuple[Mutation, ...]] = {
    "gzgoals": (json_value, json_value, json_value, with_text, numbered, recoded),
    "pdf": (in_stream, in_stream, in_stream, in_objects, in_objects),
    "txt": (with_text, with_text, numbered, by_lines, by_lines, recoded),
    "docx": (in_package,),
    "xlsx": (in_package,),
    "ods": (in_package,),
    "xls": (in_record,),
    "html": _MARKED_UP,
    "xml": _MARKED_UP,
}
"""How files are changed, by the suffix of their names."""
