"""The words and limits of the rules that an office may change: its own beside those of `resources/rules.json`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from gzgoals.core.checks.lexicon import lexicon


@dataclass(frozen=True)
class Limits:
    """The numbers that rules measure by, each as a finding's rule is told in RULES: bounds are the last allowed value.

    `tiny` in 万元 (M05); `project_name` in characters (P04); `objective_long`, `objective_longest` in bytes of UTF-8
    (G03); `few`, `many` in indicators (S07); `indicator_name` in characters (N04); `satisfaction` in percent, from
    which on a target is doubted (V07).
    """

    tiny: int = 1
    project_name: int = 60
    objective_long: int = 1000
    objective_longest: int = 2000
    few: int = 3
    many: int = 10
    indicator_name: int = 20
    satisfaction: int = 99


@dataclass(frozen=True, eq=False)
class Words:
    """Words that hold a place (S02), vague words (V08), the measures that names tell (V02, V17), and limits."""

    placeholders: tuple[str, ...]
    placeholder_letters: str
    placeholders_whole: tuple[str, ...]
    vague: tuple[str, ...]
    measures_by_name: Mapping[str, str]
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def placeholder(self) -> re.Pattern[str]:
        """What finds a placeholder; letters that stand for anything are none inside a Latin word (`XXL`, `MAXX`)."""
        anywhere = "|".join(map(re.escape, self.placeholders))
        letters = "".join(map(re.escape, self.placeholder_letters))
        whole = "|".join(map(re.escape, self.placeholders_whole))
        return re.compile(
            rf"(?:{anywhere})[.…]*"
            rf"|(?<![A-Za-z])[{letters}]{{2,}}(?![A-Za-z])"
            rf"|\A\s*(?:{whole})+[.…。]*\s*\Z"
        )

    @cached_property
    def placeholder_begins(self) -> re.Pattern[str]:
        """What finds a character with which a placeholder may begin: most texts have none, and that is soon told."""
        words = (*self.placeholders, *self.placeholder_letters, *self.placeholders_whole)
        return re.compile("|".join(dict.fromkeys(re.escape(word[0]) for word in words if word)) or r"(?!)")

    def usual_measure(self, name: str) -> str:
        """Return the measure that an indicator of this name usually has, or nothing where the name tells none.

        A measure in brackets at the name's end counts first (`培训人数（人）`); else the listed word that ends furthest
        to the right, for a Chinese name ends with what is measured.
        """
        measures = self.measures_by_name
        if (bracketed := _BRACKETED.search(name)) and bracketed[1] in measures.values():
            return bracketed[1]
        bare = _BRACKETED.sub("", name)
        ends = [
            (bare.rfind(word) + len(word), len(word), measure) for word, measure in measures.items() if word in bare
        ]
        return max(ends)[2] if ends else ""


_BRACKETED = re.compile(r"[（(]\s*([^（）()]*?)\s*[）)]\s*\Z")


def built_in_words() -> Words:
    """Return the words of `resources/rules.json`."""
    data: Any = lexicon()
    placeholders = data["placeholders"]
    return Words(
        tuple(placeholders["anywhere"]),
        "".join(placeholders["letters"]),
        tuple(placeholders["whole"]),
        tuple(data["vague"]),
        MappingProxyType(data["measures_by_name"]),
    )
