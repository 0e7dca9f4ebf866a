"""What differs between two tables, as one line of text, and the later table made again from the earlier one and it.

What is the same object in both is not written: after a keystroke, the one project that was typed in.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gzgoals.core.edits import replaced
from gzgoals.core.errors import BadFileError
from gzgoals.core.files.reading import parse_table
from gzgoals.core.files.writing import table_line_pieces
from gzgoals.core.table import GoalTable, Project, Unit

_NAME = "recovery"


def delta(old: GoalTable, new: GoalTable) -> Iterator[bytes]:
    """Yield a line that makes `new` of `old`: a part of a table, and the ids that say where all the rest stands.

    It comes in pieces, for it may be as long as a large table, as when that is told of the year before.
    The part holds the units that differ, each with the projects that differ; the year before only where it does.
    """
    known = {unit.id: unit for unit in old.units}
    changed = [unit for unit in new.units if unit is not known.get(unit.id)]
    same = {id(unit) for unit in new.units}
    before = {project.id: project for unit in old.units if id(unit) not in same for project in unit.projects}
    part = replaced(
        new,
        units=tuple(replaced(unit, projects=_others(unit.projects, before)) for unit in changed),
        last_year=new.last_year if new.last_year is not old.last_year else None,
    )
    head: dict[str, Any] = {"units": [unit.id for unit in new.units]}
    if new.last_year is old.last_year:
        head["same_last_year"] = True
    head["projects"] = {
        unit.id: [project.id for project in unit.projects]
        for unit in changed
        if not _stand_alike(unit, known.get(unit.id))
    }
    yield json.dumps(head, separators=(",", ":")).encode() + b" "
    yield from table_line_pieces(part)


def _others(projects: Iterable[Project], before: dict[str, Project]) -> tuple[Project, ...]:
    return tuple(project for project in projects if before.get(project.id) is not project)


def _stand_alike(unit: Unit, before: Unit | None) -> bool:
    """Tell whether a unit's projects are those it had, in their order."""
    return before is not None and [project.id for project in unit.projects] == [each.id for each in before.projects]


def with_delta(old: GoalTable, line: bytes) -> GoalTable:
    """Return the table that `line` was written for when it was made after `old`.

    Raises `BadFileError` when the line is none or does not follow `old`.
    """
    try:
        head, at = json.JSONDecoder().raw_decode(line.decode())
        part = parse_table(line.decode()[at:].encode(), _NAME)
        known = {unit.id: unit for unit in old.units}
        units = {unit.id: _unit(unit, known, old, head["projects"]) for unit in part.units}
        return replaced(
            part,
            units=tuple(units.get(each) or known[each] for each in head["units"]),
            last_year=old.last_year if head.get("same_last_year") else part.last_year,
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFileError("恢复记录的这一段不完整。") from error


def _unit(part: Unit, known: dict[str, Unit], old: GoalTable, orders: dict[str, list[str]]) -> Unit:
    fresh = {project.id: project for project in part.projects}
    if part.id not in orders:
        return replaced(part, projects=tuple(fresh.get(each.id, each) for each in known[part.id].projects))
    elsewhere = {project.id: project for unit in old.units for project in unit.projects}
    return replaced(part, projects=tuple(fresh.get(each) or elsewhere[each] for each in orders[part.id]))
