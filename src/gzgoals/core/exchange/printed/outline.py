"""How the rows of a table hang together: 合计, units, and the projects below each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.exchange.printed.rows import Rank, Row
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact


class Group(NamedTuple):
    """A unit's row, None where it was not printed, and the rows of its projects."""

    head: Row | None
    projects: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The rows in their ranks; `department` is a row above all units that only repeats the 合计."""

    total: Row | None
    department: Row | None
    groups: tuple[Group, ...]


def outline_of(rows: Sequence[Row]) -> Outline:
    """Return the outline of rows in their printed order."""
    total = next((row for row in rows if _is_total(row)), None)
    groups = _groups([row for row in rows if not _is_total(row)])
    first = groups[0] if groups else None
    if first and len(groups) > 1 and total and not total.told and _repeats(first, total):
        return Outline(total, first.head, groups[1:])
    return Outline(total, None, groups)


def _is_total(row: Row) -> bool:
    return row.told is Rank.TOTAL if row.told else row.leads and compact(row.name) in TOTAL_NAMES


def _repeats(group: Group, total: Row) -> bool:
    """Tell a department's row: nothing hangs on it, and it says again what the 合计 says."""
    return bool(group.head and not group.projects and group.head.amounts == total.amounts and any(total.amounts))


def _groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    heads = [index for index, row in enumerate(rows) if row.leads]
    begins = [-1, *heads] if rows and not rows[0].leads else heads
    ends = [*begins[1:], len(rows)][: len(begins)]
    return tuple(
        Group(rows[begin] if begin >= 0 else None, tuple(rows[begin + 1 : end]))
        for begin, end in zip(begins, ends, strict=True)
    )
