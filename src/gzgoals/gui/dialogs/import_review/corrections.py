"""Correcting what was guessed: what the field in doubt holds, in words that can be changed, and the edit it takes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.edits import find_project, get_value, put_value
from gzgoals.core.exchange import Doubt
from gzgoals.core.table import (
    Funding,
    GoalTable,
    Place,
    amount_of,
    amount_text,
    catalogue_of,
    money_text,
    scheme_names,
    split_target,
    worth,
)
from gzgoals.gui.models.doubt_rows import Answer
from gzgoals.gui.widgets.funding_bar import SOURCES

_LABELS = dict(SOURCES)
_FIELDS: Mapping[str, str] = {label: field for field, label in SOURCES}
_BREAK = "↵"
"""Stands for a paragraph's end while a text is corrected on one line."""


def kind_of(doubt: Doubt) -> str:
    """Return in a word or two what a doubt is about."""
    place = doubt.place
    if place.field.startswith("funding"):
        return "资金列" if "." in place.field else "金额"
    if place.indicator or place.field == "indicators":
        return "指标"
    whose = "项目" if place.project else "单位" if place.unit else ""
    words = {"name": f"{whose}名称", "department": "部门", "year": "年度", "scheme": "编码", "objective": "目标"}
    return words.get(place.field, whose or "整表")


def answer_of(before: GoalTable, table: GoalTable, doubt: Doubt) -> Answer:
    """Return what `table` holds where the doubt is; `before` is the table as it was read."""
    place = doubt.place
    if _column(place):
        held = _holder(before, table, place)
        lead = f"{money_text(get_value(before, place))} → "
        return Answer(_LABELS[held], tuple(_LABELS.values()), lead) if held else _closed(doubt)
    if kind := _KINDS.get(place.field):
        return Answer(kind.text(table, place), kind.choices(table))
    return _closed(doubt)


def corrected(before: GoalTable, table: GoalTable, doubt: Doubt, text: str) -> GoalTable:
    """Return the table with `text` taken for what stands where the doubt is; the same where it makes no sense there."""
    place = doubt.place
    if _column(place):
        return _moved(before, table, place, _FIELDS[text]) if text in _FIELDS else table
    kind = _KINDS.get(place.field)
    return kind.put(table, place, text) if kind else table


def is_corrected(before: GoalTable, table: GoalTable, doubt: Doubt) -> bool:
    """Tell whether the field in doubt no longer holds what was read."""
    place = doubt.place
    if not answer_of(before, table, doubt).open:
        return False
    return bool(get_value(before, place) != get_value(table, place))


def _closed(doubt: Doubt) -> Answer:
    return Answer(doubt.read, open=False)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a field is shown as text and takes a text; `choices` where it is one of a few."""

    text: Callable[[GoalTable, Place], str]
    put: Callable[[GoalTable, Place, str], GoalTable]
    choices: Callable[[GoalTable], tuple[str, ...]] = lambda _: ()


def _text(table: GoalTable, place: Place) -> str:
    return str(get_value(table, place)).replace("\n", _BREAK)


def _put_text(table: GoalTable, place: Place, text: str) -> GoalTable:
    return put_value(table, place, text.strip().replace(_BREAK, "\n"))


def _put_year(table: GoalTable, place: Place, text: str) -> GoalTable:
    plain = text.strip().removesuffix("年")
    return put_value(table, place, int(plain)) if re.fullmatch(r"(19|[2-9]\d)\d\d", plain) else table


def _paid(table: GoalTable, place: Place) -> str:
    funding: Funding = get_value(table, place)
    draft = isinstance(funding.appropriation, str)
    return amount_text(funding.appropriation if draft else funding.total)


def _put_paid(table: GoalTable, place: Place, text: str) -> GoalTable:
    return put_value(table, place.at("funding.appropriation"), amount_of(text.strip()))


def _schemes() -> dict[str, str]:
    return {catalogue_of(name).title: name for name in scheme_names()}


def _put_scheme(table: GoalTable, place: Place, text: str) -> GoalTable:
    return put_value(table, place, _schemes()[text]) if text in _schemes() else table


def _category(table: GoalTable, place: Place) -> str:
    return catalogue_of(table.scheme).levels(get_value(table, place))[1]


def _put_category(table: GoalTable, place: Place, text: str) -> GoalTable:
    return put_value(table, place, catalogue_of(table.scheme).with_second(get_value(table, place), text))


def _categories(table: GoalTable) -> tuple[str, ...]:
    return tuple(each.label for each in catalogue_of(table.scheme).categories if each.parent)


def _target(table: GoalTable, place: Place) -> str:
    return str(get_value(table, place).text)


def _put_target(table: GoalTable, place: Place, text: str) -> GoalTable:
    return put_value(table, place, split_target(text))


_TEXT, _TARGET = _Kind(_text, _put_text), _Kind(_target, _put_target)
_KINDS: Mapping[str, _Kind] = {
    "name": _TEXT,
    "department": _TEXT,
    "objective": _TEXT,
    "cycle": _TARGET,
    "annual": _TARGET,
    "year": _Kind(_text, _put_year),
    "scheme": _Kind(lambda table, _: catalogue_of(table.scheme).title, _put_scheme, lambda _: tuple(_schemes())),
    "category": _Kind(_category, _put_category, _categories),
    "funding": _Kind(_paid, _put_paid),
}


def _column(place: Place) -> str:
    """Return the fund column that a doubt is about, nothing when it is about something else."""
    name, _, column = place.field.partition(".")
    return column if name == "funding" and column in _LABELS else ""


def _holder(before: GoalTable, table: GoalTable, place: Place) -> str:
    """Return the column in which the doubtful amount stands now; nothing once the amounts were changed otherwise."""
    was, now = find_project(before, place).funding, find_project(table, place).funding
    return next((field for field in _LABELS if _with_amount_in(was, _column(place), field) == now), "")


def _moved(before: GoalTable, table: GoalTable, place: Place, target: str) -> GoalTable:
    funding = _with_amount_in(find_project(before, place).funding, _column(place), target)
    return put_value(table, place.at("funding"), funding)


def _with_amount_in(funding: Funding, column: str, target: str) -> Funding:
    """Return the funding with the amount of one column moved to another, where it is added to what is there."""
    if column == target:
        return funding
    amounts = {field: worth(getattr(funding, field)) for field in _LABELS}
    amounts[target] += amounts[column]
    amounts[column] = Decimal("0.00")
    return Funding(**amounts, stated_total=funding.stated_total, newer=funding.newer)
