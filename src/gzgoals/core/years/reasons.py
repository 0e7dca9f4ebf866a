"""Why something differs from the year before: reasons kept in the table, found again by what they were written for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Reason
from gzgoals.core.years.changes import Change


def put_reason(table: GoalTable, change: Change, reason: str) -> GoalTable:
    """Return the table with the reason for a change; an empty one takes it away.

    It is kept with the year before: a table that remembers none stays as it is.
    """
    last_year = table.last_year
    if last_year is None:
        return table
    owner, indicator, field = change.key
    kept = [each for each in last_year.reasons if _key(each) != change.key]
    text = reason.strip()
    if text:
        former = next((number for number, each in enumerate(last_year.reasons) if _key(each) == change.key), len(kept))
        written = Reason(
            project=owner, indicator=indicator, field=field, before=change.before, after=change.after, reason=text
        )
        kept.insert(former, written)
    return replaced(table, last_year=replaced(last_year, reasons=tuple(kept)))


def reasons_by_owner(reasons: Iterable[Reason]) -> Mapping[str, tuple[Reason, ...]]:
    """Return the reasons by the id of the project or unit that they are about."""
    by_owner: dict[str, tuple[Reason, ...]] = defaultdict(tuple)
    for reason in reasons:
        by_owner[reason.project] += (reason,)
    return dict(by_owner)


def with_reason(change: Change, reasons: Iterable[Reason]) -> Change:
    """Return the change with the reason that was written for it, if there is one among `reasons`."""
    for reason in reasons:
        if _key(reason) == change.key:
            stale = (reason.before, reason.after) != (change.before, change.after)
            return replace(change, reason=reason.reason, stale=stale)
    return change


def _key(reason: Reason) -> tuple[str, str, str]:
    return (reason.project, reason.indicator, reason.field)
