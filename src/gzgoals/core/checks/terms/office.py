"""An office's own rules: which rules are graver or milder, which are off, and its own words and limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.words import Words, built_in_words


@dataclass(frozen=True, eq=False)
class Office:
    """How an office checks: severities by rule where they differ, rules that are off, words and limits."""

    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    off: frozenset[str] = frozenset()
    words: Words = field(default_factory=built_in_words)


@cache
def built_in_office() -> Office:
    """Return the rules as the program brings them."""
    return Office()
