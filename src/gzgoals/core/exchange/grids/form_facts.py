"""What a project's form says above its indicators: each label's value, to its right or below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.exchange.grids.captions import PARTS_OF_MONEY, Part, Period
from gzgoals.core.exchange.grids.cells import name_in, objective_in, organ_in
from gzgoals.core.exchange.grids.form_labels import Label, label_of
from gzgoals.core.exchange.grids.money import money_in, unit_in
from gzgoals.core.exchange.grids.pieces import Remark
from gzgoals.core.exchange.source import NOWHERE, GridRow, Spot
from gzgoals.core.table import Amount, worth

_SHOWN, _SHOWN_ALL = 40, 200
_BY_PREFERENCE = (Period.ANNUAL, Period.ANY, Period.CYCLE)


@dataclass(frozen=True, slots=True)
class Facts:
    """The labels' values; `amounts` are those that were found, in 万元, `in_unit` the unit they stood in."""

    name: str = ""
    department: str = ""
    unit: str = ""
    objective: str = ""
    amounts: tuple[tuple[Part, Amount], ...] = ()
    in_unit: str = ""
    spots: tuple[Spot, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    label: Label
    row: int
    place: int
    value: str


def facts_of(rows: Sequence[GridRow], money: str = "") -> Facts:
    """Return what the rows of a form say; `money` is the unit of its amounts where no label tells it."""
    found = list(_all_found(rows))
    name = next((each for each in found if each.label.part is Part.NAME), None)
    own = [each for each in found if name and each.row >= name.row]  # what stands above it may be of the whole file
    texts = {part: _first([*own, *found], part) for part in (Part.NAME, Part.DEPARTMENT, Part.UNIT)}
    of_money = [each for each in found if each.label.part in PARTS_OF_MONEY]
    unit = next((each.label.money for each in of_money if each.label.money), money or _unit(rows))
    objective, remarks = _objective([each for each in found if each.label.part is Part.OBJECTIVE], rows)
    spots = rows[name.row].spots[:1] if name else ()
    return Facts(
        name_in(texts[Part.NAME]),
        organ_in(texts[Part.DEPARTMENT]),
        organ_in(texts[Part.UNIT]),
        objective,
        tuple(_amounts(of_money, unit).items()),
        unit,
        spots,
        (*remarks, *_left_out(rows[name.row :] if name else (), found)),
    )


def _left_out(rows: Sequence[GridRow], found: Sequence[_Found]) -> tuple[Remark, ...]:
    """Return the remark on what a form says beyond that: cells that are neither label nor a label's value."""
    taken = {line.strip() for each in found for line in (each.value, *each.value.split("\n"))}
    left = [
        (row, "".join(cell.split()))
        for row in rows
        for cell in row.cells
        if cell.strip() and cell.strip() not in taken and not _is_wanted(cell) and not unit_in(cell)
    ]
    if not left:
        return ()
    shown = "、".join(dict.fromkeys(text[:_SHOWN] for _, text in left))
    spot = left[0][0].spots[0] if left[0][0].spots else NOWHERE
    return (Remark(spot, f"“{shown[:_SHOWN_ALL]}”没有读入", "因绩效目标表中没有这些栏目"),)


def _is_wanted(cell: str) -> bool:
    label = label_of(cell)
    return label is not None and label.part is not None


def names_project(row: GridRow) -> bool:
    """Tell whether a row has the label of a project's name, as the first row of a form has."""
    return any(label is not None and label.part is Part.NAME for label in map(label_of, row.cells))


def _first(found: Sequence[_Found], part: Part) -> str:
    return next((each.value for each in found if each.label.part is part and each.value), "")


def _unit(rows: Sequence[GridRow]) -> str:
    return next(filter(None, (unit_in(cell) for row in rows for cell in row.cells)), "")


def _all_found(rows: Sequence[GridRow]) -> Iterator[_Found]:
    labels = [[label_of(cell) for cell in row.cells] for row in rows]
    for at, several in enumerate(labels):
        for place, label in enumerate(several):
            if label and label.part:
                yield _Found(label, at, place, label.said or _value(rows, labels, at, place, label.part))


def _value(rows: Sequence[GridRow], labels: Sequence[Sequence[Label | None]], at: int, place: int, part: Part) -> str:
    """Return the value of a label: the next cell to the right that is no label, else the one below."""
    row = rows[at]
    right = next((other for other in range(place + 1, len(row.cells)) if row.cell(other).strip()), -1)
    if right >= 0 and labels[at][right] is None and _fits(row.cell(right), part):
        return row.cell(right).strip() + _going_on(rows, labels, at, place, right, part)
    if right >= 0 and labels[at][right] is None:
        return ""
    if at + 1 >= len(rows) or (part is Part.OBJECTIVE and right < 0 and not rows[at + 1].cell(place).strip()):
        return ""
    below = rows[at + 1].cell(place).strip()
    is_label = place < len(labels[at + 1]) and labels[at + 1][place] is not None
    if part in PARTS_OF_MONEY and any(label and label.part in PARTS_OF_MONEY for label in labels[at + 1][:place]):
        return ""  # the amount below belongs to the label before it, under a column's caption
    return below if below and not is_label and _fits(below, part) else ""


def _going_on(
    rows: Sequence[GridRow], labels: Sequence[Sequence[Label | None]], at: int, place: int, right: int, part: Part
) -> str:
    """Return the further paragraphs of an objective in the rows below, beside a label that reaches down there."""
    more = ""
    for below in range(at + 1, len(rows) if part is Part.OBJECTIVE else 0):
        row = rows[below]
        if any(labels[below]) or row.cell(place).strip() or not row.cell(right).strip():
            break
        more += f"\n{row.cell(right).strip()}"
    return more


def _fits(text: str, part: Part) -> bool:
    return part not in PARTS_OF_MONEY or isinstance(money_in(text, ""), Decimal)


def _amounts(found: Sequence[_Found], unit: str) -> dict[Part, Amount]:
    """Return the year's amounts where the form has them apart from the whole cycle's."""
    totals = [each for each in found if each.label.part is Part.TOTAL]
    amounts: dict[Part, Amount] = {}
    chosen: dict[Part, int] = {}
    of_appropriation: list[Amount] = []
    for each in found:
        part = each.label.part
        if part is None or not each.value:
            continue
        rank = _BY_PREFERENCE.index(_period(each, totals))
        amount = money_in(each.value, each.label.money or unit)
        if rank < chosen.get(part, len(_BY_PREFERENCE)):
            amounts[part], chosen[part] = amount, rank
            of_appropriation = [amount] if part is Part.APPROPRIATION else of_appropriation
        elif part is Part.APPROPRIATION and rank == chosen[part]:
            of_appropriation.append(amount)
            amounts[part] = _together(of_appropriation)
    return amounts


def _together(amounts: Sequence[Amount]) -> Amount:
    """Return 财政拨款 of its sources one below the other; the first may be their sum already."""
    first, *others = map(worth, amounts)
    return amounts[0] if first == sum(others) or len(set(amounts)) == 1 else sum(others, first)


def _period(each: _Found, totals: Sequence[_Found]) -> Period:
    """Return whose amount it is: its label tells, else the total above it in its column, else the last one before."""
    if each.label.period is not Period.ANY or each.label.part is Part.TOTAL:
        return each.label.period
    before = [total for total in totals if (total.row, total.place) <= (each.row, each.place)]
    above = [total for total in before if total.place == each.place]
    return (above or before)[-1].label.period if before else Period.ANY


def _objective(found: Sequence[_Found], rows: Sequence[GridRow]) -> tuple[str, tuple[Remark, ...]]:
    """Return the year's objective, else the one of the whole cycle; what is left out is remarked on."""
    by_rank = sorted((each for each in found if each.value), key=lambda each: _BY_PREFERENCE.index(each.label.period))
    texts = list(dict.fromkeys(objective_in(each.value) for each in by_rank))
    if len(texts) < 2:
        return (texts[0] if texts else ""), ()
    other = next(each for each in by_rank if objective_in(each.value) == texts[1])
    spot = rows[other.row].spots[0] if rows[other.row].spots else NOWHERE
    read = f"绩效目标取年度目标，另一目标“{' '.join(texts[1].split())[:_SHOWN]}”没有读入"
    return texts[0], (Remark(spot, read, "因原表分别写了两个目标而本表只有一栏，请核对", "objective"),)
