"""The amounts of a project in the columns of a sheet, each printed once or repeated in every row."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from gzgoals.core.exchange.grids.captions import PARTS_OF_MONEY, Part, Period
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.money import money_in
from gzgoals.core.exchange.grids.pieces import ZERO, Amounts, Remark
from gzgoals.core.exchange.source import NOWHERE, GridRow, Spot
from gzgoals.core.table import Amount, money_text, worth

_PREFERENCE = (Period.ANNUAL, Period.ANY, Period.CYCLE)
_SOURCES = PARTS_OF_MONEY[1:]


def money_columns(columns: Columns) -> dict[Part, tuple[int, ...]]:
    """Return the columns of each amount: the year's where the cycle's stand beside them."""
    chosen = {}
    for part in PARTS_OF_MONEY:
        for period in _PREFERENCE:
            if places := columns.places.get((part, period)):
                chosen[part] = places
                break
    return chosen


def printed(rows: Sequence[GridRow], columns: Columns, unit: str) -> tuple[tuple[Amount | None, ...], list[Remark]]:
    """Return the four amounts that a project's rows print, None where nothing stands, and what was odd about them."""
    remarks: list[Remark] = []
    amounts: list[Amount | None] = []
    places = money_columns(columns)
    for part in PARTS_OF_MONEY:
        cells = [_once(rows, place, unit, part, remarks) for place in places.get(part, ())]
        filled = [amount for amount in cells if amount is not None]
        amounts.append(filled[0] if len(filled) == 1 else sum(map(worth, filled), ZERO) if filled else None)
    return tuple(amounts), remarks


def completed(
    amounts: Sequence[Amount | None], found: Collection[Part], spot: Spot, name: str
) -> tuple[Amounts, tuple[Remark, ...]]:
    """Return 总计 and the three sources without gaps; `found` are the parts of money that the source has a place for.

    A total that is not there is the sum of the sources; a total without any source is taken for 财政拨款, and what
    exceeds the sources for 其他资金 where that has no place of its own.
    """
    sourced = any(part in found for part in _SOURCES)
    total, *sources = amounts
    if isinstance(total, str) and any(source is not None for source in sources):
        full, remarks = completed((None, *sources), found, spot, name)
        remark = Remark(spot, f"“{name}”的总计“{total}”没有读入", "因它不是数字，按各资金来源之和计", "funding")
        return full, (*remarks, remark)
    if total is not None and not any(source is not None for source in sources):
        remark = Remark(spot, f"“{name}”的金额记入“财政拨款”", "因原表没有写它的资金来源，请核对", "funding")
        return (total, total, ZERO, ZERO), (remark,) if sourced and worth(total) else ()
    if isinstance(total, Decimal) and Part.OTHER not in found and (rest := _rest(total, sources)):
        read = f"“{name}”的 {money_text(rest)} 记入“其他资金”"
        why = "因原表没有“其他资金”一栏，而总计比所写的各来源多出这些，请核对"
        return (total, *(ZERO if source is None else source for source in sources[:-1]), rest), (
            Remark(spot, read, why, "funding"),
        )
    parts = [ZERO if source is None else source for source in sources]
    return (sum(map(worth, parts), ZERO) if total is None else total, *parts), ()


def _rest(total: Decimal, sources: Sequence[Amount | None]) -> Decimal | None:
    """Return by how much a total exceeds its sources, None where it does not or something is no number."""
    numbers = [amount for amount in sources if isinstance(amount, Decimal)]
    if any(isinstance(amount, str) for amount in sources):
        return None
    rest = total - sum(numbers, ZERO)
    return rest if rest > 0 else None


def has_sources(columns: Columns) -> bool:
    """Tell whether the sheet has columns of sources."""
    return columns.has(*_SOURCES)


def _once(rows: Sequence[GridRow], place: int, unit: str, part: Part, remarks: list[Remark]) -> Amount | None:
    filled = [(row, money_in(row.cell(place), unit)) for row in rows if row.cell(place).strip()]
    if not filled:
        return None
    values = list(dict.fromkeys(amount for _, amount in filled))
    if len(values) > 1:
        row = next(row for row, amount in filled if amount == values[1])
        read = f"{part.value}取 {_shown(values[0])}，另一行的 {_shown(values[1])} 没有读入"
        remarks.append(
            Remark(row.spots[0] if row.spots else NOWHERE, read, "因同一项目的各行金额不同，请核对", "funding")
        )
    return values[0]


def _shown(amount: Amount) -> str:
    return f"{amount:f}" if isinstance(amount, Decimal) else amount
