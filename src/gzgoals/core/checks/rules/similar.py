"""What is alike though it should differ: names in one project, and the indicators of several projects."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.checks.terms.among import MOST_ALIKE, Among
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.rule import Around, Spot, rule
from gzgoals.core.table import Project

_ALIKE_FROM = 3


@rule("S10", Severity.HINT, Project)
def names_alike(project: Project, _: Around) -> Iterator[Spot]:
    """A name differs from an earlier one only in order, punctuation or empty words; equal ones are S09's."""
    if len(project.indicators) < 2:
        return
    names = [indicator.name.strip() for indicator in project.indicators]
    meanings = list(map(meaning_of, names))
    if len(set(meanings)) == len(meanings):
        return
    earlier: dict[str, str] = {}
    for indicator, name, meaning in zip(project.indicators, names, meanings, strict=True):
        if not meaning:
            continue
        first = earlier.setdefault(meaning, name)
        if name_key(first) != name_key(name):
            yield Spot(
                "name", f"“{first}”与“{name}”相近，是否重复设置", indicator=indicator.id, value=f"{first}；{name}"
            )


@rule("S11", Severity.HINT, Among)
def indicators_shared(among: Among, around: Around) -> Iterator[Spot]:
    """Several projects have the very same indicators, those that wait to be written aside."""
    count = among.same_indicators
    if count < _ALIKE_FROM or not _says_something(among.project, around):
        return
    many = f"{count} 个以上" if count >= MOST_ALIKE else f"{count} 个"
    yield Spot("indicators", f"{many}项目的指标完全相同")


def _says_something(project: Project, around: Around) -> bool:
    return any(
        indicator.name.strip() and not placeholder_in(indicator.name, around.words) for indicator in project.indicators
    )


@lru_cache(maxsize=65536)
def meaning_of(name: str) -> str:
    """Return what two names have in common exactly when they are nearly identical; nothing where a name is empty.

    It is what is left without punctuation and empty words, in any order: `办案、办公需求满足率` means what
    `办公办案用品需求满足率` does. Letters and digits stay together, and where a word tells who does what to whom, or
    what is divided by what, the order stays.
    """
    text = _MARKS.sub("", _MEASURE.sub("", unicodedata.normalize("NFKC", name).casefold()))
    text = _COUNTED.sub("", _in_one_way(text))
    telling = _EMPTY.sub("", text)
    if len(telling) < _TELLING or _DIRECTED.search(text):
        return telling if len(telling) >= _TELLING else text
    return "".join(sorted(_CHARACTERS.findall(telling)))


def _in_one_way(text: str) -> str:
    """Write in one way what is often written in several: `满意率` as `满意度`, `及时性` as `及时率`."""
    for written, usual in _SAME_WORDS:
        if written in text:
            text = text.replace(written, usual)
    return f"{text[:-1]}率" if text.endswith("性") else text


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_TELLING = 3
"""So many characters must be left of a name for it to be told without its empty words."""

_EMPTY = re.compile(_any_of(lexicon()["alike"]["empty"]))
_SAME_WORDS = tuple(lexicon()["alike"]["same"].items())
_MEASURE = re.compile(rf"\((?:单位[:：]?)?(?:{_any_of(lexicon()['classing']['counted'])}|%|分|元|万元)\)\Z")
_COUNTED = re.compile(r"(?:数量|数目|总数|总量|个数|数)\Z")
_MARKS = re.compile(r"""[\s,;:!?、。·“”‘’"'()\[\]{}<>《》【】〔〕_~-]|(?<!\d)\.|\.(?!\d)""")
_DIRECTED = re.compile(r"[对向比由从到至给为]")
_CHARACTERS = re.compile(r"[0-9a-z.%+/*×]+|.")
