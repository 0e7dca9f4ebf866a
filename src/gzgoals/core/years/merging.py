"""Merging: tables from several offices become one; equal projects once, different ones side by side to choose from."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.edits import replaced
from gzgoals.core.table import TABLE, GoalTable, Place, Project, new_id
from gzgoals.core.years.carrying import apart, carried, in_place_of, paired_ids
from gzgoals.core.years.gathering import Gathered, Group, gathered
from gzgoals.core.years.likeness import content

Choices = Mapping[int, Collection[int]]
"""For the number of a conflict in the plan, the numbers of those of its candidates that are kept."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that merging has to decide: what is taken and on what grounds, both parts of a Chinese sentence."""

    place: Place
    read: str
    why: str

    @property
    def text(self) -> str:
        """The note as one Chinese sentence."""
        return f"{self.read}，{self.why}。"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A project that the sources have differently: the candidates, each with the number of its source from 0."""

    unit: str
    project: str
    candidates: tuple[tuple[int, Project], ...]


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging comes to: conflicts to choose in, how many projects came equal from several sources, and notes.

    `names` are the sources' names as the officer knows them.
    """

    tables: tuple[GoalTable, ...]
    names: tuple[str, ...]
    units: tuple[Gathered, ...]
    conflicts: tuple[Conflict, ...]
    equal: int
    notes: tuple[Note, ...]


def merge_plan(tables: Sequence[GoalTable], names: Sequence[str] = ()) -> MergePlan:
    """Return what there is to be decided before these tables, at least one, become one table.

    Units are the same by id or name, projects by id, or by name in the same unit; `names` are those of the sources.
    """
    names = tuple(names) or tuple(f"第 {number} 个文件" for number, _ in enumerate(tables, 1))
    units = gathered(tables)
    groups = [(each, group) for each in units for group in each.groups]
    conflicts = tuple(
        Conflict(each.unit.name, group.candidates[0][1].name, group.candidates)
        for each, group in groups
        if len(group.candidates) > 1
    )
    equal = sum(len(group.members) > len(group.candidates) for _, group in groups)
    return MergePlan(tuple(tables), names, units, conflicts, equal, tuple(_notes(tables, names, units)))


def merged(plan: MergePlan, choices: Choices | None = None) -> GoalTable:
    """Return the one table: every project of every source, of each conflict the candidates that were chosen.

    A conflict without a choice keeps all candidates, the later ones named by their source. Department, year and scheme
    are the first table's, and so are the ids; explanations and the year before of all are kept where they belong.
    """
    chosen = dict(choices or {})
    first = plan.tables[0]
    ids: list[dict[str, str]] = [{} for _ in plan.tables]
    taken: set[str] = set()
    numbers = iter(range(len(plan.conflicts)))
    units = []
    for each in plan.units:
        unit_id = new_id() if each.unit.id in taken else each.unit.id
        taken.add(unit_id)
        projects: list[Project] = []
        there = {content(project) for group in each.groups for _, project in group.candidates}
        for group in each.groups:
            kept = chosen.get(next(numbers)) if len(group.candidates) > 1 else None
            heirs = (h for h in _heirs(group, kept, plan.names) if h.is_first or content(h.project) not in there)
            projects += [_entered(heir, group, taken, ids) for heir in heirs]
        stated = each.unit.stated if each.is_whole else None
        units.append(replaced(each.unit, id=unit_id, projects=tuple(projects), stated=stated))
    table = replaced(
        first, units=tuple(units), stated=first.stated if _is_stated_alike(plan.tables, plan.units) else None
    )
    for source, known in zip(plan.tables[1:], ids[1:], strict=True):
        table = carried(table, source, known, whole=True)
    return table


def outcome_notes(plan: MergePlan) -> tuple[Note, ...]:
    """Return what is to be told once a plan was followed without choices: equal ones, and each conflict."""
    found = [Note(TABLE, f"{plan.equal} 个项目各来源完全相同", "只留一份")] if plan.equal else []
    for conflict in plan.conflicts:
        sources = "、".join(f"“{plan.names[source]}”" for source, _ in conflict.candidates)
        read = f"“{conflict.unit}”的项目“{conflict.project}”在{sources}中内容不同"
        found.append(Note(TABLE, read, "已全部保留，后者在名称中注明来源，请核对取舍"))
    return tuple(found)


class _Heir(NamedTuple):
    """A project of the one table, and the candidate that it comes from; the first of its group goes by its own name."""

    project: Project
    candidate: Project
    is_first: bool


def _heirs(group: Group, kept: Collection[int] | None, names: Sequence[str]) -> Iterator[_Heir]:
    """Yield what a group comes to: the first that is kept in the place of the first candidate, the others beside it."""
    candidates = group.candidates
    wanted = [candidate for number, candidate in enumerate(candidates) if kept is None or number in kept]
    for number, (source, project) in enumerate(wanted):
        if number == 0:
            yield _Heir(in_place_of(candidates[0][1], project, set()), project, is_first=True)
        else:
            yield _Heir(replaced(project, name=f"{project.name}（来自 {names[source]}）"), project, is_first=False)


def _entered(heir: _Heir, group: Group, taken: set[str], ids: list[dict[str, str]]) -> Project:
    """Return an heir with ids of its own, entering in `ids` what became of each source's projects and indicators."""
    result = apart(heir.project, taken)
    for source, member in group.members:
        if content(member) == content(heir.candidate):
            ids[source].update(paired_ids(member, result))
    return result


def _is_stated_alike(tables: Sequence[GoalTable], units: Sequence[Gathered]) -> bool:
    """Tell whether the printed 合计 of the sources still is that of the one table."""
    untouched = all(each.is_whole and each.sources[0] == 0 for each in units)
    return untouched and all(table.stated == tables[0].stated for table in tables)


def _notes(tables: Sequence[GoalTable], names: Sequence[str], units: Sequence[Gathered]) -> Iterator[Note]:
    for field, word in (("department", "部门名称"), ("year", "年度"), ("scheme", "编码方案")):
        taken, *rest = dict.fromkeys(getattr(table, field) for table in tables)
        if rest:
            yield Note(TABLE.at(field), f"{word}取“{taken}”", f"其他来源为“{'”“'.join(map(str, rest))}”")
    lost = any(each.unit.stated and not each.is_whole for each in units)
    if lost or (any(table.stated for table in tables) and not _is_stated_alike(tables, units)):
        yield Note(TABLE, "原表合计未保留", "几个来源合并后不再可比")
    for each in units:
        for source, name in each.other_names:
            yield Note(Place(each.unit.id), f"单位名称取“{each.unit.name}”", f"“{names[source]}”中为“{name}”")
        for source, unit, project in each.moved_in:
            why = f"“{names[source]}”中属于“{unit}”"
            yield Note(Place(each.unit.id, project.id), f"项目“{project.name}”归入“{each.unit.name}”", why)
    yield from _notes_on_years(tables, names)


def _notes_on_years(tables: Sequence[GoalTable], names: Sequence[str]) -> Iterator[Note]:
    """Tell which years before are left out: those of a table of another year, and others than the first one's."""
    taken: int | None = None
    for table, name in zip(tables, names, strict=True):
        year = table.last_year.year if table.last_year else None
        if year is None:
            continue
        if table.year != tables[0].year:
            yield Note(TABLE, f"“{name}”中的 {year} 年上年数据未并入", f"该表是 {table.year} 年的")
        elif taken is None:
            taken = year
        elif year != taken:
            yield Note(TABLE, f"上年数据取 {taken} 年", f"“{name}”中的 {year} 年数据未并入")
