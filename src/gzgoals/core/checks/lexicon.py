"""The words that the rules go by and why each rule is there, read from `resources/rules.json`."""

import json
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
