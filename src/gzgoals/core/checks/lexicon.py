"""The words that the rules go by and why each rule is there, read from `resources/rules.json`."""

import json
import re
from functools import cache
from typing import Any

from gzgoals.core.resources import resource


@cache
def lexicon() -> Any:
    """Return what `resources/rules.json` holds; its own `about` tells a non-programmer how to mend it."""
    return json.loads(resource("rules.json").read_text(encoding="utf-8"))


def why(rule_id: str) -> str:
    """Return why a rule is there, in one or two Chinese sentences."""
    return str(lexicon()["why"][rule_id])


def usual_measure(name: str) -> str:
    """Return the measure that an indicator of this name usually has, or nothing where the name tells none.

    A measure in brackets at the name's end counts first (`培训人数（人）`); else the listed word that ends furthest
    to the right, for a Chinese name ends with what is measured.
    """
    measures = lexicon()["measures_by_name"]
    if (bracketed := _BRACKETED.search(name)) and bracketed[1] in measures.values():
        return bracketed[1]
    bare = _BRACKETED.sub("", name)
    ends = [(bare.rfind(word) + len(word), len(word), measure) for word, measure in measures.items() if word in bare]
    return str(max(ends)[2]) if ends else ""


_BRACKETED = re.compile(r"[（(]\s*([^（）()]*?)\s*[）)]\s*\Z")
