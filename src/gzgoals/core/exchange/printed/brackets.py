"""Texts without the notes that stand in brackets: 数量指标（15分）."""

import re

_NOTE = re.compile(r"[（(][^)）]*[)）]")


def without_brackets(text: str) -> str:
    """Return a text without what stands in brackets, and without these."""
    # Behind the last bracket that closes, each one that opens would be followed to the end of the text in vain.
    end = max(map(text.rfind, ")）")) + 1
    return _NOTE.sub("", text[:end]) + text[end:]
