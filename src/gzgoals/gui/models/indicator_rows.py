"""What the indicator grid shows: one row an indicator, problems marked at the very cell, and a row to type into."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from gzgoals.core.checks import Checked, Severity
from gzgoals.core.table import OPERATORS, Catalogue, Indicator, Place, Project, Target, amount_of, is_number
from gzgoals.gui.models.cells import Badge, Cell, Editor, Tone
from gzgoals.gui.models.finding_words import said_of
from gzgoals.gui.models.rows_model import Column

NEW = "new".ljust(65)
"""The key of the row into which a new indicator is typed, longer than any id; the others have their ids."""

GROUPS = {"cycle": "实施周期指标值", "annual": "年度指标值"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A problem found at one field of an indicator; no `severity` where it is explained, and only to be told."""

    field: str
    severity: Severity | None
    message: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its number, its problems and the catalogue in whose words it is shown."""

    key: str
    number: int
    indicator: Indicator
    catalogue: Catalogue
    marks: tuple[Mark, ...] = ()
    badge: Badge = Badge()
    last: Indicator | None = None


_NO_YEAR: Mapping[str, Indicator] = MappingProxyType({})


def indicator_rows(
    place: Place, project: Project, checked: Checked, catalogue: Catalogue, last: Mapping[str, Indicator] = _NO_YEAR
) -> tuple[IndicatorRow, ...]:
    """Return the rows of the project at `place`, the one for a new indicator last.

    `last` gives, for the ids of indicators that were there in the year before, what they were.
    """
    rows = [
        replace(_row(number, place, indicator, checked, catalogue), last=last.get(indicator.id))
        for number, indicator in enumerate(project.indicators, 1)
    ]
    return (*rows, IndicatorRow(NEW, 0, _BLANK, catalogue))


_BLANK = Indicator()


def _row(number: int, place: Place, indicator: Indicator, checked: Checked, catalogue: Catalogue) -> IndicatorRow:
    here = replace(place, indicator=indicator.id, field="")
    marks = tuple(
        Mark(cell.field, None if finding.is_answered else finding.severity, said_of(finding))
        for finding in checked.at(here)
        for cell in (finding.place, *finding.also)
        if cell.indicator == indicator.id
    )
    tally = checked.tally(here)
    return IndicatorRow(indicator.id, number, indicator, catalogue, marks, Badge.of(tally))


def _marked(row: IndicatorRow, field: str, cell: Cell) -> Cell:
    """Mark a cell with the findings at its field; those at a whole target are marked at its value."""
    found = [mark for mark in row.marks if field in {mark.field, f"{mark.field}.value"}]
    if not found:
        return cell
    worst = max((mark.severity for mark in found if mark.severity), default=None)
    messages = "\n".join(mark.message for mark in found)
    return cell.marked(worst, messages) if worst else replace(cell, tip="\n".join(filter(None, (cell.tip, messages))))


def _number(row: IndicatorRow) -> Cell:
    return Cell(str(row.number) if row.number else "＋", centred=True, muted=True, spoken="" if row.number else "新增")


def _first_level(row: IndicatorRow) -> Cell:
    """Show the first level; who types a second one there means both."""
    first, _ = row.catalogue.levels(row.indicator.category)
    choices = tuple(category.label for category in row.catalogue.first_level)
    further = _second_labels(row.catalogue)
    return _marked(row, "category", Cell(first, editor=Editor.CHOICE, choices=choices, tip=first, further=further))


def _second_level(row: IndicatorRow) -> Cell:
    """Show the second level; who types one from below another first level means that one too."""
    first, second = row.catalogue.levels(row.indicator.category)
    known = row.catalogue.by_label.get(first)
    every = _second_labels(row.catalogue)
    choices = tuple(each.label for each in row.catalogue.second_level(known.code)) if known else ()
    cell = Cell(second, editor=Editor.CHOICE, choices=choices or every, tip=second, further=every if choices else ())
    return _marked(row, "category", cell)


def _second_labels(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(category.label for category in catalogue.categories if category.parent)


def _name(row: IndicatorRow) -> Cell:
    if row.key == NEW:
        return Cell(editor=Editor.TEXT, prompt="在此键入以新增指标", suggested="name")
    cell = Cell(row.indicator.name, editor=Editor.TEXT, tip=row.indicator.name, suggested="name")
    return _marked(row, "name", cell)


def _operator(side: str) -> Callable[[IndicatorRow], Cell]:
    def cell(row: IndicatorRow) -> Cell:
        sign = getattr(row.indicator, side).operator
        words = _SIGN_WORDS[sign] if row.key != NEW else ""
        plain = Cell(sign, tip=words, centred=True, editor=Editor.CHOICE, choices=OPERATORS, spoken=words)
        return _marked(row, f"{side}.operator", plain)

    return cell


def _value(side: str) -> Callable[[IndicatorRow], Cell]:
    def cell(row: IndicatorRow) -> Cell:
        text, column = getattr(row.indicator, side).value, f"{side}.value"
        cell = Cell(text, tip=text, right=is_number(text), editor=Editor.TEXT, suggested=column)
        return _marked(row, column, cell)

    return cell


def _measure(side: str) -> Callable[[IndicatorRow], Cell]:
    def cell(row: IndicatorRow) -> Cell:
        text = getattr(row.indicator, side).measure
        return _marked(row, f"{side}.measure", Cell(text, tip=text, editor=Editor.TEXT))

    return cell


def _last(row: IndicatorRow) -> Cell:
    """Show last year's annual target, with a sign that tells how this year's differs."""
    if row.key == NEW:
        return Cell()
    if row.last is None:
        return Cell("＋ 新增", muted=True, tip="上年没有这项指标", spoken="新增指标")
    then = row.last.annual.text
    sign, word, tone = _course(row.last.annual, row.indicator.annual)
    told = f"上年 {then or '（空）'}，{word}"
    return Cell(f"{then}{sign and f' {sign}'}".strip(), muted=True, tone=tone, tip=told, spoken=told)


def _course(then: Target, now: Target) -> tuple[str, str, Tone | None]:
    """Return how a target went on from the year before: its sign, its word, its tone."""
    if then == now:
        return "", "今年相同", None
    old, new = (amount_of(target.value) if is_number(target.value) else None for target in (then, now))
    if isinstance(old, Decimal) and isinstance(new, Decimal) and old != new and then.measure == now.measure:
        return ("▲", "今年提高", Tone.UP) if new > old else ("▼", "今年降低", Tone.DOWN)
    return "✎", "今年不同", None


def _badge(row: IndicatorRow) -> Cell:
    if row.key == NEW:
        return Cell()
    return Cell(badge=row.badge, tip="\n".join(dict.fromkeys(mark.message for mark in row.marks)) or row.badge.words)


_PARTS = (("operator", "符号", _operator), ("value", "值", _value), ("measure", "单位", _measure))
_SIGN_WORDS = {"": "等于（不写符号）", "≥": "大于等于", "≤": "小于等于", "＞": "大于", "＜": "小于", "＝": "等于"}

COLUMNS = (
    Column[IndicatorRow]("number", "序", _number),
    Column[IndicatorRow]("first", "一级指标", _first_level),
    Column[IndicatorRow]("second", "二级指标", _second_level),
    Column[IndicatorRow]("name", "指标名称", _name),
    *(
        Column[IndicatorRow](f"{side}.{part}", title, cell(side), group)
        for side, group in GROUPS.items()
        for part, title, cell in _PARTS
    ),
    Column[IndicatorRow]("last", "上年", _last),
    Column[IndicatorRow]("badge", "检查", _badge),
)  # fmt: skip
