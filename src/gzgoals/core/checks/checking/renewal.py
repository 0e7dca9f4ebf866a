"""What differs between two outcomes of checks, for whoever shows them and repaints only that."""

from typing import NamedTuple

from gzgoals.core.checks.checking.checked import Checked, CheckedUnit
from gzgoals.core.edits import changed_rows


class Renewed(NamedTuple):
    """Which parts of an outcome are not those of an earlier one.

    `projects` are the places, unit and row, of the projects that are another object or have other findings; `units` are
    the rows of the units that are another object or have other findings of their own or in their projects.
    """

    projects: tuple[tuple[int, int], ...]
    units: tuple[int, ...]


def renewed(old: Checked, new: Checked) -> Renewed | None:
    """Return what differs between two outcomes; None where units or projects have come, gone or moved."""
    if not _same_rows(old, new):
        return None
    projects: list[tuple[int, int]] = []
    units = changed_rows(old.units, new.units)
    for row in units:
        before, after = old.units[row], new.units[row]
        if not _same_rows(before, after):
            return None
        projects.extend((row, place) for place in after.projects.differing(before.projects))
    return Renewed(tuple(projects), tuple(units))


def _same_rows(old: Checked | CheckedUnit, new: Checked | CheckedUnit) -> bool:
    return old.rows is new.rows or old.rows == new.rows
