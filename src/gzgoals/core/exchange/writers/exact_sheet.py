"""A sheet that writes every text such that the same one is read: XlsxWriter takes some for markup of its own."""

import re

from xlsxwriter.worksheet import Worksheet

_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f]")
_LIKE_RUNS = "<r>"


class ExactSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose texts are escaped in full.

    The library's own way leaves the second of two escapes in a row as it is, so that `_x005F_x0041_` would be read as
    `_x005FA`, and puts a text that begins with `<r>` and ends with `</r>` into the file as markup.
    """

    @staticmethod
    def _escape_control_characters(text: str) -> str:
        escaped = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _LIKE_ESCAPED.sub("_x005F_", text))
        return f"_x003C_{escaped[1:]}" if escaped.startswith(_LIKE_RUNS) else escaped
