"""The words and limits of the rules that an office may change: its own beside those of `resources/rules.json`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from gzgoals.core.checks.terms.lexicon import lexicon


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
        kinds = (
            rf"(?:{anywhere})[.…]*" if anywhere else "",
            rf"(?<![A-Za-z])[{letters}]{{2,}}(?![A-Za-z])" if letters else "",
            rf"\A\s*(?:{whole})+[.…。]*\s*\Z" if whole else "",
        )
        return re.compile("|".join(filter(None, kinds)) or "(?!)")

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
        return _usual_measure(self, name)[0]

    def proper_measure(self, name: str) -> str:
        """Return the usual measure where its word ends the name: `%` for `满意度`, none for `满意度调查`."""
        measure, is_last = _usual_measure(self, name)
        return measure if is_last else ""

    @cached_property
    def vague_word(self) -> re.Pattern[str]:
        """What finds a vague word; `有效期` holds none."""
        return re.compile(rf"(?!{_longest_first(lexicon()['not_vague'])})(?:{_longest_first(self.vague)})")

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """What finds, in a name written backwards, the last word about a measure; there is none in `案件数据`."""
        words = {*self.measures_by_name, *_lists_without_measure()}
        return re.compile(_longest_first(word[::-1] for word in words))


@lru_cache(maxsize=1024)
def _usual_measure(words: Words, name: str) -> tuple[str, bool]:
    """Return the measure that a name tells, and whether the telling word is its last."""
    measures = words.measures_by_name
    if name.rstrip().endswith(("）", ")")) and (bracketed := _BRACKETED.search(name)):
        if bracketed[1] in measures.values():
            return bracketed[1], True
        name = name[: bracketed.start()]
    if not (found := words.telling.search(name[::-1])):
        return "", False
    rest = name[len(name) - found.start() :]
    return measures.get(found[0][::-1], ""), not rest or rest in _SAYING_NOTHING


@lru_cache(maxsize=1024)
def needs_no_measure(name: str) -> bool:
    """Tell whether a name is that of a bare number: an index, a coefficient, a ratio."""
    return _dimensionless().search(name) is not None


@cache
def _dimensionless() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_longest_first(lexicon()['dimensionless'])})\s*(?:[（(][^（）()]*[）)]\s*)?\Z", re.IGNORECASE
    )


def _lists_without_measure() -> tuple[str, ...]:
    return (*lexicon()["measure_varies"], *lexicon()["dimensionless"])


def _longest_first(words: Iterable[str]) -> str:
    """Return a pattern of the words, or one that finds nothing where there are none."""
    return "|".join(map(re.escape, sorted(filter(None, words), key=len, reverse=True))) or r"(?!)"


_SAYING_NOTHING = frozenset(("指标", "目标", "目标值", "情况", "水平", "达", "达到", "不低于"))
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
