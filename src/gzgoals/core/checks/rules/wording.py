"""That a target in words can be measured: no vague words, no grade without its criterion, no bare stroke."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.checks.rules.sides import mends, spots
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.reading import Reading, read
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.checks.terms.words import Words
from gzgoals.core.edits import find_indicator
from gzgoals.core.table import GoalTable, Target

_NUMERAL = "[零一二三四五六七八九十百千万两半]"
_FIGURE = re.compile(
    rf"\d|百分之|零[^散]|{_NUMERAL}+个?(?:百分点|工作日|小时|分钟|等级|档次|[倍成项件次场级名年季月周日天秒人])"
)
_TIME = re.compile(
    r"[年月季]\s*[底末初内中]|[当本次同][年月季周日天]|[年季月周日]度内|(?:每|按|逐)[年季月周日天]|全年|[上下]半年|季度|月度"
    r"|即时|实时|随时|全天"
)
_EMPTY_CRITERION = re.compile(r"[（(]\s*(?:标准)?\s*[:：]?\s*[）)]")
_CRITERION = re.compile(r"[（(【\[《][^）)】\]》]{2,}|标准[为是:：]\s*\S|[/／].+[/／]|优.*良.*[中差]")


@rule("V08", Severity.WARNING, Look, Only(target=lambda reading, around: bool(_on_vagueness(reading, around.words))))
def wording_vague(look: Look, around: Around) -> Iterator[Spot]:
    """A target's word can be neither reached nor missed, or the brackets for its criterion are still empty."""
    yield from spots(look, "value", partial(_on_vagueness, words=around.words))


@rule("V09", Severity.HINT, Look, Only(target=lambda reading, _: bool(_on_grade(reading))))
def grade_without_criterion(look: Look, _: Around) -> Iterator[Spot]:
    """A target is a grade, and nobody says what it takes."""
    yield from spots(look, "value", _on_grade)


@rule(
    "V10",
    Severity.HINT,
    Look,
    Only(target=lambda reading, _: bool(_on_deadline(reading)), role=lambda _, role: role == "timeliness"),
)
def no_deadline(look: Look, _: Around) -> Iterator[Spot]:
    """A target about time tells no time."""
    yield from spots(look, "value", _on_deadline)


@rule("V14", Severity.WARNING, Look, Only(target=lambda reading, around: bool(_on_filler(reading, around.words))))
def stroke_alone(look: Look, around: Around) -> Iterator[Spot]:
    """A target is nothing but a stroke; `*` is a placeholder already (S02)."""
    yield from spots(look, "value", partial(_on_filler, words=around.words))


def _on_vagueness(reading: Reading, words: Words) -> str:
    word = vague_word(reading.text, words) if reading.is_wording else ""
    return f"“{word}”无法衡量，请给出数值或分档标准" if word else ""


def _on_grade(reading: Reading) -> str:
    grade = _grade(reading.text) if reading.is_wording else ""
    return f"“{grade}”未写达到何种标准" if grade else ""


def _on_deadline(reading: Reading) -> str:
    return "时效指标建议写明期限" if reading.is_wording and not _tells_time(reading.text) else ""


def _on_filler(reading: Reading, words: Words) -> str:
    if reading.is_filler and not placeholder_in(reading.text, words):
        return "指标值不得只填“*”“_”“-”"
    return ""


@lru_cache(maxsize=8192)
def vague_word(text: str, words: Words) -> str:
    """Return the vague word that makes a target immeasurable: no figure, no criterion and no grades beside it."""
    if empty := _EMPTY_CRITERION.search(text):
        return empty[0]
    found = words.vague_word.search(text)
    return found[0] if found and not _FIGURE.search(text) and not _CRITERION.search(text) else ""


@lru_cache(maxsize=8192)
def _grade(text: str) -> str:
    """Return the target where it is a grade alone, else nothing."""
    bare = text.strip().rstrip("。；;！! ")
    return bare if _grades().fullmatch(bare) else ""


@lru_cache(maxsize=8192)
def _tells_time(text: str) -> bool:
    return bool(_FIGURE.search(text) or _TIME.search(text))


@cache
def _grades() -> re.Pattern[str]:
    grades = lexicon()["grades"]
    before, words, after = ("|".join(map(re.escape, grades[key])) for key in ("before", "words", "after"))
    return re.compile(rf"(?:{before})*(?:{words})(?:{after})?")


@remedy("V08")
def grade_instead(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take a grade with its criterion, where the indicator is one that is assessed; a number only the user knows."""
    category = around.catalogue.by_code.get(find_indicator(table, finding.place).category)
    if category and category.role in lexicon()["grades"]["assessed_roles"]:
        for graded in lexicon()["grades"]["assessed"]:
            change = partial(_graded, graded=graded, words=around.words)
            yield from mends(table, finding, around, f"改为“{graded}”", change)


@remedy("V09")
def add_criterion(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add brackets for the criterion, which V08 asks to fill in, or the score that a grade stands for."""
    grades = lexicon()["grades"]
    side = getattr(find_indicator(table, finding.place), finding.place.field.partition(".")[0])
    for criterion in (grades["criterion"], grades["scores"].get(_grade(side.text))):
        if criterion:
            yield from mends(table, finding, around, f"补“{criterion}”", partial(_with_criterion, criterion=criterion))


def _graded(target: Target, graded: str, words: Words) -> Target:
    return Target(value=graded) if _on_vagueness(read(target), words) else target


def _with_criterion(target: Target, criterion: str) -> Target:
    return Target(value=_grade(target.text) + criterion) if _on_grade(read(target)) else target
