"""A comparison told in other forms: as lines of text, and as plain values for JSON."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from gzgoals.core.table import Stated, amount_text, money_text
from gzgoals.core.years.changes import Change, ChangeKind
from gzgoals.core.years.comparing import Comparison
from gzgoals.core.years.project_changes import percent

_UNIT_KINDS = {ChangeKind.UNIT_ADDED, ChangeKind.UNIT_DROPPED, ChangeKind.UNIT_RENAMED}
_SHORT = 40
"""How many characters of both years stand in one line."""

STALE = "（写理由后内容又有变动，请核对）"


class SumLine(NamedTuple):
    """One column's sum in both years, in 万元; `field` is the column's name in the code, `word` on the screen."""

    field: str
    word: str
    before: Decimal
    after: Decimal
    difference: Decimal
    percent: Decimal | None


def sum_lines(comparison: Comparison) -> tuple[SumLine, ...]:
    """Return the sums of both years: the total, then each column."""
    words = (
        ("total", "总计"),
        ("appropriation", "财政拨款"),
        ("special_account", "财政专户拨款"),
        ("other", "其他资金"),
    )
    return tuple(_sum_line(field, word, comparison.old_total, comparison.new_total) for field, word in words)


def comparison_lines(comparison: Comparison) -> tuple[str, ...]:
    """Return a comparison as lines of text: the sums, then the changes below their project."""
    return tuple(_lines(comparison))


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as plain values with stable keys; amounts in 万元 and per cents are texts, as in a file.

    `project` and `indicator` (counted from 1) are null where a change is not about one.
    """
    return {
        "old_year": comparison.old_year,
        "new_year": comparison.new_year,
        "totals": {
            line.field: {
                "before": amount_text(line.before),
                "after": amount_text(line.after),
                "difference": amount_text(line.difference),
                "percent": _text(line.percent),
            }
            for line in sum_lines(comparison)
        },
        "changes": [_change_json(change) for change in comparison.changes],
    }


def signed(amount: Decimal) -> str:
    """Return a difference in 万元 with its sign: `+26.00`, `-1,000.00`, `0.00`."""
    return f"{amount:+,f}" if amount else money_text(amount)


def percent_text(share: Decimal | None) -> str:
    """Return a difference in per cent with its sign, nothing where there is none."""
    return "" if share is None else f"{share:+f}%" if share else "0.0%"


def _sum_line(field: str, word: str, old: Stated, new: Stated) -> SumLine:
    before, after = getattr(old, field), getattr(new, field)
    return SumLine(field, word, before, after, after - before, percent(before, after - before))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"{comparison.old_year} 年与 {comparison.new_year} 年对比，单位：万元"
    for line in sum_lines(comparison):
        if line.before or line.after:
            yield f"{line.word}：{_arrow(line.before, line.after)}{_difference(line.difference, line.percent)}"
    yield f"共 {len(comparison.changes)} 处变动" if comparison.changes else "两年没有变动"
    owner: object = None
    for change in comparison.changes:
        if owner != (owner := (change.kind in _UNIT_KINDS, change.unit, change.owner, change.place.project)):
            yield ""
            yield _heading(change)
        yield from _told(change)
        if change.reason:
            yield f"    理由：{change.reason}{STALE if change.stale else ''}"


def _heading(change: Change) -> str:
    about_project = change.kind not in _UNIT_KINDS and change.kind is not ChangeKind.DEPARTMENT
    return f"{change.unit} / {change.owner}" if about_project else change.owner


def _told(change: Change) -> Iterator[str]:
    difference = "" if change.difference is None else _difference(change.difference, change.percent)
    if change.kind in {ChangeKind.ADDED, ChangeKind.DROPPED}:
        yield f"  {change.kind.label}：{change.before or change.after}"
    elif change.kind in {ChangeKind.UNIT_ADDED, ChangeKind.UNIT_DROPPED}:
        yield f"  {change.kind.label}"
    elif change.kind in {ChangeKind.INDICATOR_ADDED, ChangeKind.INDICATOR_DROPPED}:
        yield f"  {change.kind.label} {change.number}：{_one_line(change.before or change.after)}"
    else:
        before, after = (_one_line(text) or "（空）" for text in (change.before, change.after))
        if max(len(before), len(after)) <= _SHORT:
            yield f"  {change.where}：{before} → {after}{difference}"
        else:
            yield from (f"  {change.where}", f"    上年：{before}", f"    本年：{after}")


def _arrow(before: Decimal, after: Decimal) -> str:
    return f"{money_text(before)} → {money_text(after)}"


def _difference(difference: Decimal, share: Decimal | None) -> str:
    return f"，{signed(difference)}（{percent_text(share)}）" if share is not None else f"，{signed(difference)}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _change_json(change: Change) -> dict[str, Any]:
    about_project = bool(change.place.project or change.old_place.project)
    return {
        "kind": change.kind.value,
        "unit": change.unit or None,
        "project": change.owner if about_project else None,
        "indicator": change.number or None,
        "field": change.place.field or None,
        "subject": change.where,
        "before": change.before,
        "after": change.after,
        "difference": None if change.difference is None else amount_text(change.difference),
        "percent": _text(change.percent),
        "reason": change.reason,
        "stale": change.stale,
    }


def _text(share: Decimal | None) -> str | None:
    return None if share is None else f"{share:f}"
