"""Words that hold a place until the real content comes."""

from collections.abc import Iterator

from gzgoals.core.checks.rules.objective import is_unwritten
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.reading import Reading
from gzgoals.core.checks.terms.rule import Around, Only, Spot, rule
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


def _name_waits(name: str, around: Around) -> bool:
    return bool(placeholder_in(name, around.words))


def _target_waits(reading: Reading, around: Around) -> bool:
    return bool(placeholder_in(reading.text, around.words))


@rule("S02", Severity.ERROR, Look, Only(name=_name_waits))
def placeholder_in_name(look: Look, around: Around) -> Iterator[Spot]:
    """The indicator's name holds a placeholder."""
    yield from _spots("name", look.name, around)


@rule("S02", Severity.ERROR, Look, Only(target=_target_waits))
def placeholder_in_target(look: Look, around: Around) -> Iterator[Spot]:
    """One of the indicator's targets holds a placeholder."""
    yield from _spots("cycle", look.cycle.text, around)
    yield from _spots("annual", look.annual.text, around)


def _spots(field: str, text: str, around: Around) -> Iterator[Spot]:
    if found := placeholder_in(text, around.words):
        yield Spot(field, f"“{found}”是占位文字，请填写实际内容")
