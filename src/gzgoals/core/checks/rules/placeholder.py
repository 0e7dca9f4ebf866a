"""Words that hold a place until the real content comes."""

from collections.abc import Iterator

from gzgoals.core.checks.rules.objective import is_unwritten
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rule import Around, Spot, rule
from gzgoals.core.checks.terms.words import Words
from gzgoals.core.table import Project


def placeholder_in(text: str, words: Words) -> str:
    """Return the placeholder that a text holds or consists of, as it is written there; nothing where there is none."""
    found = words.placeholder.search(text) if words.placeholder_begins.search(text) else None
    return found[0].strip() if found else ""


@rule("S02", Severity.ERROR, Project)
def placeholder_in_project(project: Project, around: Around) -> Iterator[Spot]:
    """The project's name or objective holds a placeholder; an objective of nothing but `*` is unwritten (G01)."""
    yield from _spots("name", project.name, around)
    if not is_unwritten(project.objective):
        yield from _spots("objective", project.objective, around)


@rule("S02", Severity.ERROR, Look)
def placeholder_in_indicator(look: Look, around: Around) -> Iterator[Spot]:
    """The indicator's name or one of its targets holds a placeholder."""
    name, cycle, annual = look.name, look.indicator.cycle.text, look.indicator.annual.text
    if around.words.placeholder_begins.search(f"{name}\n{cycle}\n{annual}"):
        for field, text in (("name", name), ("cycle", cycle), ("annual", annual)):
            yield from _spots(field, text, around)


def _spots(field: str, text: str, around: Around) -> Iterator[Spot]:
    if found := placeholder_in(text, around.words):
        yield Spot(field, f"“{found}”是占位文字，请填写实际内容")
