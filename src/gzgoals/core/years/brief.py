"""A comparison in a few lines: what a table has been since, for one who looks for the right former save."""

from collections.abc import Iterator, Sequence

from gzgoals.core.table import money_text
from gzgoals.core.years.changes import Change, ChangeKind
from gzgoals.core.years.comparing import Comparison
from gzgoals.core.years.report import signed

_NAMED = 3
"""How many projects are called by name."""
_NAMES = {ChangeKind.DEPARTMENT, ChangeKind.UNIT_ADDED, ChangeKind.UNIT_DROPPED, ChangeKind.UNIT_RENAMED}


def brief(comparison: Comparison) -> str:
    """Return the totals then and now, and which projects have been added, dropped and changed, a line each."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old_total.total, comparison.new_total.total
    difference = f"（{signed(new - old)}）" if new != old else ""
    yield f"当时总计 {money_text(old)} 万元，现在 {money_text(new)} 万元{difference}"
    if comparison.old_year != comparison.new_year:
        yield f"当时是 {comparison.old_year} 年度，现在是 {comparison.new_year} 年度"
    changes = comparison.changes
    added = _owners([each for each in changes if each.kind is ChangeKind.ADDED])
    dropped = _owners([each for each in changes if each.kind is ChangeKind.DROPPED])
    inside = [each for each in changes if each.kind not in {ChangeKind.ADDED, ChangeKind.DROPPED, *_NAMES}]
    for word, owners in (("新增", added), ("删除", dropped), ("改动", _owners(inside))):
        if owners:
            yield f"此后{word} {len(owners)} 个项目：{_named(owners)}"
    if any(each.kind in _NAMES for each in changes):
        yield "部门或单位有改动"


def _owners(changes: Sequence[Change]) -> list[str]:
    """Return the names of the projects that the changes are about, each once, though two may share a name."""
    return list({each.place.project or each.old_place.project: each.owner for each in changes}.values())


def _named(owners: Sequence[str]) -> str:
    more = " 等" if len(owners) > _NAMED else ""
    return "；".join(owner.replace("\n", " ") or "（未命名）" for owner in owners[:_NAMED]) + more
