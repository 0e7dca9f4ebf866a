"""Words that hold a place until the real content comes."""

import re
from collections.abc import Iterator
from functools import cache

from gzgoals.core.checks.columns import TARGETS
from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.lexicon import lexicon
from gzgoals.core.checks.objective import is_unwritten
from gzgoals.core.checks.rule import Around, Spot, rule
from gzgoals.core.table import Indicator, Project


def placeholder_in(text: str) -> str:
    """Return the placeholder that a text holds or consists of, as it is written there; nothing where there is none."""
    found = _pattern().search(text)
    return found[0].strip() if found else ""


@rule("S02", Severity.ERROR, Project)
def placeholder_in_project(project: Project, _: Around) -> Iterator[Spot]:
    """The project's name or objective holds a placeholder; an objective of nothing but `*` is unwritten (G01)."""
    yield from _spots("name", project.name)
    if not is_unwritten(project.objective):
        yield from _spots("objective", project.objective)


@rule("S02", Severity.ERROR, Indicator)
def placeholder_in_indicator(indicator: Indicator, _: Around) -> Iterator[Spot]:
    """The indicator's name or one of its targets holds a placeholder."""
    yield from _spots("name", indicator.name)
    for side in TARGETS:
        yield from _spots(side, getattr(indicator, side).text)


def _spots(field: str, text: str) -> Iterator[Spot]:
    if found := placeholder_in(text):
        yield Spot(field, f"“{found}”是占位文字，请填写实际内容")


@cache
def _pattern() -> re.Pattern[str]:
    """Letters that stand for anything are no placeholder inside a Latin word (`XXL`, `MAXX`)."""
    words = lexicon()["placeholders"]
    anywhere = "|".join(map(re.escape, words["anywhere"]))
    letters = "".join(map(re.escape, words["letters"]))
    whole = "|".join(map(re.escape, words["whole"]))
    return re.compile(
        rf"(?:{anywhere})[.…]*"
        rf"|(?<![A-Za-z])[{letters}]{{2,}}(?![A-Za-z])"
        rf"|\A\s*(?:{whole})+[.…。]*\s*\Z"
    )
