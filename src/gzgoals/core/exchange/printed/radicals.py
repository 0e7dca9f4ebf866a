"""Code points that PDF producers write for common characters (⽤ for 用), folded onto those."""

import json
from functools import cache

from gzgoals.core.resources import resource


def without_radicals(text: str) -> str:
    """Return a text with the code points of radicals and variants replaced by the characters they look like."""
    return text.translate(_radicals())


@cache
def _radicals() -> dict[int, str]:
    pairs: dict[str, str] = json.loads(resource("radicals.json").read_text(encoding="utf-8"))
    return str.maketrans(pairs)
