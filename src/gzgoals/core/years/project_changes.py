"""What differs in one project between two years: name, unit, amounts, objective, and its indicators cell by cell."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from gzgoals.core.table import Catalogue, Indicator, Place, Project, Unit, money_text
from gzgoals.core.years.changes import Change, ChangeKind
from gzgoals.core.years.matching import match_indicators

_COLUMNS = (("appropriation", "财政拨款"), ("special_account", "财政专户拨款"), ("other", "其他资金"))
_CELLS = (("category", "指标类别"), ("name", "指标名称"), ("cycle", "实施周期指标值"), ("annual", "年度指标值"))
_TENTH = Decimal("0.1")
NOWHERE = Place()


class Both(NamedTuple):
    """A project in both years: its unit then and now, the project then and now; `moved` when the units are others."""

    old_unit: Unit
    old: Project
    unit: Unit
    new: Project
    moved: bool

    @property
    def place(self) -> Place:
        """The project's place in the new table."""
        return Place(self.unit.id, self.new.id)

    @property
    def old_place(self) -> Place:
        """The project's place in the old table."""
        return Place(self.old_unit.id, self.old.id)


def added(unit: Unit, project: Project) -> Change:
    """Return the change that a project is new."""
    total = project.funding.total
    place = Place(unit.id, project.id)
    return Change(ChangeKind.ADDED, place, NOWHERE, project.name, "项目", "", money_text(total), total, unit=unit.name)


def dropped(place: Place, unit: Unit, project: Project) -> Change:
    """Return the change that a project is gone; `place` is the unit in the new table where it would stand."""
    total = project.funding.total
    old_place, before = Place(unit.id, project.id), money_text(total)
    share = percent(total, -total)
    owner, word = project.name, "项目"
    return Change(ChangeKind.DROPPED, place, old_place, owner, word, before, "", -total, share, unit=unit.name)


def percent(before: Decimal, difference: Decimal) -> Decimal | None:
    """Return a difference in per cent of what was before, to one decimal; None where that is 0."""
    if not before:
        return None
    share = (difference * 100 / abs(before)).quantize(_TENTH, ROUND_HALF_UP)
    return share or abs(share)  # there is no minus zero


def project_changes(both: Both, catalogue: Catalogue) -> tuple[Change, ...]:
    """Return all that differs in a project, in the order of the form; reasons aside."""
    if both.old is both.new and not both.moved:
        return ()
    return (*_in_texts(both), *_in_amounts(both), *_in_objective(both), *_in_indicators(both, catalogue))


def _in_texts(both: Both) -> Iterator[Change]:
    if both.old.name != both.new.name:
        yield _change(ChangeKind.RENAMED, both, "name", "项目名称", both.old.name, both.new.name)
    if both.moved:
        yield _change(ChangeKind.MOVED, both, "unit", "所属单位", both.old_unit.name, both.unit.name)


def _in_objective(both: Both) -> Iterator[Change]:
    if both.old.objective != both.new.objective:
        yield _change(ChangeKind.OBJECTIVE, both, "objective", "绩效目标", both.old.objective, both.new.objective)


def _change(kind: ChangeKind, both: Both, field: str, subject: str, before: str, after: str) -> Change:
    return Change(
        kind,
        both.place.at(field),
        both.old_place.at(field),
        both.new.name,
        subject,
        before,
        after,
        unit=both.unit.name,
    )


def _in_amounts(both: Both) -> Iterator[Change]:
    """Tell the columns that differ, and the total too where more than one column has money and none is a draft."""
    old, new = both.old.funding, both.new.funding
    for field, word in _COLUMNS:
        yield from _in_amount(both, f"funding.{field}", word, getattr(old, field), getattr(new, field))
    amounts = [(getattr(old, field), getattr(new, field)) for field, _ in _COLUMNS]
    drafted = any(isinstance(amount, str) for both_years in amounts for amount in both_years)
    if not drafted and sum(any(both_years) for both_years in amounts) > 1:
        yield from _in_amount(both, "funding", "总计", old.total, new.total)


def _in_amount(both: Both, field: str, word: str, old: Decimal | str, new: Decimal | str) -> Iterator[Change]:
    if old == new:
        return
    difference = new - old if isinstance(old, Decimal) and isinstance(new, Decimal) else None
    share = percent(old, difference) if isinstance(old, Decimal) and difference is not None else None
    yield Change(
        ChangeKind.AMOUNT,
        both.place.at(field),
        both.old_place.at(field),
        both.new.name,
        word,
        money_text(old),
        money_text(new),
        difference,
        share,
        unit=both.unit.name,
    )


def _in_indicators(both: Both, catalogue: Catalogue) -> Iterator[Change]:
    if both.old.indicators is both.new.indicators:
        return
    numbers = {indicator.id: number for number, indicator in enumerate(both.new.indicators, 1)}
    old_numbers = {indicator.id: number for number, indicator in enumerate(both.old.indicators, 1)}
    for old, new in match_indicators(both.old, both.new):
        if old and new:
            yield from _in_cells(both, old, new, numbers[new.id], catalogue)
        elif new:
            yield _lone(ChangeKind.INDICATOR_ADDED, both, new, numbers[new.id], catalogue)
        elif old:
            yield _lone(ChangeKind.INDICATOR_DROPPED, both, old, old_numbers[old.id], catalogue)


def _in_cells(both: Both, old: Indicator, new: Indicator, number: int, catalogue: Catalogue) -> Iterator[Change]:
    for field, word in _CELLS:
        before, after = _cell(old, field, catalogue), _cell(new, field, catalogue)
        if before != after:
            yield Change(
                ChangeKind.INDICATOR,
                Place(both.unit.id, both.new.id, new.id, field),
                Place(both.old_unit.id, both.old.id, old.id, field),
                both.new.name,
                f"指标 {number} · {word}",
                before,
                after,
                unit=both.unit.name,
                item=new.name,
                number=number,
            )


def _lone(kind: ChangeKind, both: Both, indicator: Indicator, number: int, catalogue: Catalogue) -> Change:
    """Return the change that an indicator is new or gone."""
    text = _printed(indicator, catalogue)
    is_new = kind is ChangeKind.INDICATOR_ADDED
    return Change(
        kind,
        Place(both.unit.id, both.new.id, indicator.id) if is_new else both.place,
        both.old_place if is_new else Place(both.old_unit.id, both.old.id, indicator.id),
        both.new.name,
        f"指标 {number}",
        "" if is_new else text,
        text if is_new else "",
        unit=both.unit.name,
        item=indicator.name,
        number=number,
    )


def _cell(indicator: Indicator, field: str, catalogue: Catalogue) -> str:
    if field == "category":
        return "；".join(filter(None, catalogue.levels(indicator.category)))
    value = getattr(indicator, field)
    return value if isinstance(value, str) else value.text


def _printed(indicator: Indicator, catalogue: Catalogue) -> str:
    """Return an indicator as one line, the annual target only where it differs."""
    _, level = catalogue.levels(indicator.category)
    targets = indicator.cycle.text
    if indicator.annual.text != targets:
        targets = f"周期 {targets}，年度 {indicator.annual.text}"
    return "；".join(filter(None, (level, indicator.name, targets)))
