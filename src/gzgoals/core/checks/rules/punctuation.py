"""How an objective is set: its closing mark, stray blanks and doubled punctuation."""

import re
from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.rules.objective import is_unwritten, is_waived
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import get_value, put_value
from gzgoals.core.table import GoalTable, Place, Project

_CLOSING = "。｡！？!?…"
_BEHIND_CLOSING = " \t\r\n\u3000\u00a0\u200b\ufeff”’」』）)】》〉〕]\"'"
_LEFT_OPEN = "，,、；;：:.．"


@rule("G04", Severity.HINT, Project)
def objective_not_closed(project: Project, _: Around) -> Iterator[Spot]:
    """The objective does not end with 。 or ！？, quotes and brackets aside; one that is waived need not."""
    text = project.objective
    if text.rstrip(_BEHIND_CLOSING)[-1:] not in _CLOSING and not is_unwritten(text) and not is_waived(text):
        yield Spot("objective", "绩效目标末尾缺少句号")


@remedy("G04")
def close_objective(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Put a 。 at the end, for the comma that may stand there; signs alone make no sentence."""
    if _says_something(get_value(table, finding.place)):
        yield Fix("补句号", partial(_closed, place=finding.place))


def _says_something(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _closed(table: GoalTable, place: Place) -> GoalTable:
    text: str = get_value(table, place)
    body = text.rstrip()
    return put_value(table, place, body.rstrip(_LEFT_OPEN) + "。" + text[len(body) :])


_BLANK = r"[^\S\r\n]"
_WIDE = r"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff，。；：！？（）“”‘’]"
_INDENT = "\u3000\u3000"

_STRAY = re.compile(
    rf"(?<={_WIDE}){_BLANK}+(?={_WIDE})"
    rf"|(?<=\S){_BLANK}+(?=[，。；：、！？）】》])"
    rf"|{_BLANK}+(?=[\r\n]|\Z)"
)
_DEEP = re.compile(rf"^{_BLANK}{{2,}}", re.MULTILINE)
_DOUBLED = re.compile(rf"[，。；、：,;](?:{_BLANK}*[，。；、：,;])+")
_STRENGTH = "。；;：，,、"
_MAY_BE_UNTIDY = re.compile(rf"{_BLANK}|[，。；、：,;]{{2}}")


@rule("G05", Severity.HINT, Project)
def objective_untidy(project: Project, _: Around) -> Iterator[Spot]:
    """There are blanks that belong nowhere, or one punctuation mark beside another."""
    text = project.objective
    if _MAY_BE_UNTIDY.search(text) and tidied(text) != text and not is_unwritten(text):
        yield Spot("objective", "文字中有多余空格或重复标点")


@remedy("G05")
def tidy_objective(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Leave out the stray blanks; of marks side by side the one that parts most stays. Signs alone are left alone."""
    if _says_something(get_value(table, finding.place)):
        yield Fix("去掉多余空格和标点", partial(_tidy, place=finding.place))


def _tidy(table: GoalTable, place: Place) -> GoalTable:
    return put_value(table, place, tidied(get_value(table, place)))


def tidied(text: str) -> str:
    """Return a text without stray blanks and doubled marks; indents and blanks between Latin words stay."""
    text = _STRAY.sub(_unless_indent, _DOUBLED.sub(_strongest, text))
    return _DEEP.sub(_no_deeper, text)


def _unless_indent(blanks: re.Match[str]) -> str:
    """Keep the indent of a paragraph whose line break was lost: `……。　　二是……`."""
    text, begin = blanks.string, blanks.start()
    is_indent = blanks[0] == _INDENT and blanks.end() < len(text) and text[begin - 1] in "。；：！？"
    return blanks[0] if is_indent else ""


def _no_deeper(indent: re.Match[str]) -> str:
    """Keep an indent of up to two Chinese characters, four Latin ones."""
    width = sum(2 if blank == "\u3000" else 1 for blank in indent[0])
    return indent[0] if width <= 2 * len(_INDENT) else _INDENT


def _strongest(marks: re.Match[str]) -> str:
    return min("".join(marks[0].split()), key=_STRENGTH.index)
