"""What an indicator's name should be like: short, and of something that can be measured, without the value itself."""

import re
from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.rules.value_in_name import held_values, without_values
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.look import Look, look_at
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, find_project, put_value
from gzgoals.core.table import GoalTable


@rule("N01", Severity.ERROR, Look, Only(lambda name, _: not name))
def name_missing(look: Look, _: Around) -> Iterator[Spot]:
    """The indicator has no name."""
    if not look.name:
        yield Spot("name", "指标名称未填写")


def _has_digit(name: str, _: Around) -> bool:
    return _DIGIT.search(name) is not None


def _is_long(name: str, around: Around) -> bool:
    limit = around.words.limits.indicator_name
    return len(name) > limit and len(name_key(name)) > limit


def _has_clauses(name: str, _: Around) -> bool:
    return bool(_SENTENCE.search(name) and _SENTENCE.search(_BRACKETED.sub("", name)))


_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[，；](?=.)|。|(?<=[一-鿿])[,;](?=[一-鿿])")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")


@rule("N02", Severity.WARNING, Look, Only(_has_digit, lambda reading, _: bool(reading.number)))
def name_holds_value(look: Look, _: Around) -> Iterator[Spot]:
    """The name holds the number and the measure of a target."""
    if held := held_values(look.name, (look.cycle, look.annual)):
        better = without_values(look.name, held)
        advice = f"宜写“{better}”" if better else "宜只写衡量的事项"
        yield Spot("name", f"名称含数值“{held[0].text}”，{advice}")


@rule("N03", Severity.WARNING, Look, Only(_has_clauses))
def name_is_sentence(_look: Look, _: Around) -> Iterator[Spot]:
    """The name is made of clauses, brackets aside."""
    yield Spot("name", "名称像一句目标，建议改为可衡量的名称")


@rule("N04", Severity.HINT, Look, Only(_is_long))
def name_long(look: Look, _: Around) -> Iterator[Spot]:
    """The name has more characters than is usual, blanks aside."""
    yield Spot("name", f"指标名称 {len(name_key(look.name))} 字，偏长")


@remedy("N02")
def take_value_out(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take the value out of the name, where no other indicator of the project has the name that is left."""
    look = look_at(find_indicator(table, finding.place), around.catalogue)
    better = without_values(look.name, held_values(look.name, (look.cycle, look.annual)))
    others = {name_key(each.name) for each in find_project(table, finding.place).indicators}
    if better and name_key(better) not in others:
        edit = partial(put_value, place=finding.place, value=better)
        yield Fix(f"改为“{better}”", edit, kind="从名称中取出数值")
