"""Texts in a csv as no office program takes them for formulas: an apostrophe before, as one types it there oneself."""

import re

_QUOTE = "'"
_LIKE_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_QUOTED = re.compile(r"''*[=+\-@＝＋－＠\t\r]")
_HARMLESS = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?|[＝＋－]")
"""A number with its sign computes nothing, and a sign alone is an operator."""


def quoted(text: str) -> str:
    """Return a text with an apostrophe before it where it could be taken for a formula."""
    return _QUOTE + text if _LIKE_FORMULA.match(text) and not _HARMLESS.fullmatch(text) else text


def unquoted(text: str) -> str:
    """Return the text again; undoes `quoted`, and leaves any other apostrophe alone."""
    return text[1:] if _QUOTED.match(text) and not _HARMLESS.fullmatch(text[1:]) else text
