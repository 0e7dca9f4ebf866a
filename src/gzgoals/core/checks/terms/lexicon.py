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


def rule_name(rule_id: str) -> str:
    """Return the short name of a rule, as it stands above its findings; the id of a rule that has none."""
    return str(_names()["rules"].get(rule_id, rule_id))


def family_name(rule_id: str) -> str:
    """Return what the rules are about that share the letter of this one (`指标值` for `V02`)."""
    return str(_names()["families"].get(rule_id[:1], rule_id[:1]))


@cache
def _names() -> Any:
    """Return what `resources/rule_names.json` holds."""
    return json.loads(resource("rule_names.json").read_text(encoding="utf-8"))
