"""Whole indicators, projects and units between windows: the file format's own JSON with a word on what is meant."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from gzgoals.core.clipboard.block import too_long
from gzgoals.core.edits import copy_unit, replaced
from gzgoals.core.errors import BadClipboardError, GzgoalsError, NewerFileError
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.files import parse_table
from gzgoals.core.files.writing import table_line
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, catalogue_of, new_id

MIME = "application/x-gzgoals+json"

T = TypeVar("T", Indicator, Project, Unit)

_LARGEST = 64 * 1024 * 1024
_DAMAGED = "剪贴板中的内容已经损坏，没有粘贴。请重新复制后再粘贴。"


class Kind(StrEnum):
    """What has been copied."""

    INDICATORS = "indicators"
    PROJECTS = "projects"
    UNITS = "units"

    @property
    def word(self) -> str:
        """The kind in the user's words, with the word that counts it."""
        return {"indicators": "项指标", "projects": "个项目", "units": "个单位"}[self]


@dataclass(frozen=True, slots=True)
class Things:
    """What has been copied, in a table of its own; `cut` tells that it is gone from where it was.

    Projects stand in the units that they come from, indicators in their projects.
    """

    kind: Kind
    table: GoalTable
    cut: bool = False

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects, in their order."""
        return tuple(project for unit in self.table.units for project in unit.projects)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in their order."""
        return tuple(indicator for project in self.projects for indicator in project.indicators)

    @property
    def count(self) -> int:
        """How many there are of the kind."""
        if self.kind is Kind.UNITS:
            return len(self.table.units)
        return len(self.projects if self.kind is Kind.PROJECTS else self.indicators)

    def written(self) -> bytes:
        """Return the things as they are put on the clipboard."""
        head = json.dumps({"kind": self.kind, "cut": self.cut})
        return b'%s, "table": %s}' % (head[:-1].encode(), table_line(self.table))

    @classmethod
    def of(cls, data: bytes) -> "Things":
        """Read what `written` returned; raises `BadClipboardError` for anything else."""
        if len(data) > _LARGEST:
            raise too_long()
        try:
            fields = json.loads(data)
            kind = Kind(fields["kind"])
            table = parse_table(json.dumps(fields["table"]).encode(), "剪贴板")
        except NewerFileError as error:
            raise BadClipboardError("剪贴板中的内容由更新版本的程序复制，没有粘贴。请先升级本程序。") from error
        except (GzgoalsError, ValueError, TypeError, LookupError, RecursionError) as error:
            raise BadClipboardError(_DAMAGED) from error
        return cls(kind, table, fields.get("cut") is True)


def things_for(things: Things, table: GoalTable) -> Things:
    """Return the things as `table` can take them in: with ids of their own, and in the words of its scheme.

    What was cut keeps the ids that the table does not have (any longer), so that the explanations and the comparison
    with the year before still find it.
    """
    taken = _ids(table.units) if things.cut else None
    units = tuple(_own_unit(_translated(unit, things.table.scheme, table.scheme), taken) for unit in things.table.units)
    return Things(things.kind, replaced(things.table, units=units, scheme=table.scheme), things.cut)


def _ids(units: Sequence[Unit]) -> frozenset[str]:
    projects = [project for unit in units for project in unit.projects]
    indicators = [indicator for project in projects for indicator in project.indicators]
    return frozenset(thing.id for things in (units, projects, indicators) for thing in things)


def _own_unit(unit: Unit, taken: frozenset[str] | None) -> Unit:
    if taken is None:
        return copy_unit(unit)
    projects = tuple(_own_project(project, taken) for project in unit.projects)
    return _free(replaced(unit, projects=projects), taken)


def _own_project(project: Project, taken: frozenset[str]) -> Project:
    indicators = tuple(_free(each, taken) for each in project.indicators)
    return _free(replaced(project, indicators=indicators), taken)


def _free(thing: T, taken: frozenset[str]) -> T:
    return replaced(thing, id=new_id()) if thing.id in taken else thing


def _translated(unit: Unit, scheme: str, wanted: str) -> Unit:
    """Return a unit whose categories say in the scheme `wanted` what they said in their own."""
    if scheme == wanted:
        return unit
    old, new = catalogue_of(scheme), catalogue_of(wanted)

    def indicator(each: Indicator) -> Indicator:
        return replaced(each, category=understood(*old.levels(each.category), new)) if each.category else each

    return replaced(
        unit,
        projects=tuple(
            replaced(project, indicators=tuple(map(indicator, project.indicators))) for project in unit.projects
        ),
    )
