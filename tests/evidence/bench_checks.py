"""How quick checking, opening and saving are at 17 projects and at 10,000 with 100,000 indicators, in one run.

    python -m evidence.bench_checks [PROJECTS [INDICATORS]]

Run from `tests`. An edit is what the session does for one: the edit itself, printed totals that it settles, the check
of what it touched, and telling what is renewed. Small and large take turns, so that other work on the machine blurs
both alike; opening and saving stand beside the bare reading and writing of the same JSON.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median, quantiles

from evidence.invented import large_table
from gzgoals.core.checks import RULES, Checked, Office, check, renewed
from gzgoals.core.collection import collection_paused, keep
from gzgoals.core.edits import move_project, put_value, without_settled
from gzgoals.core.files import parse_table, table_bytes
from gzgoals.core.table import GoalTable, Place, Project

_SMALL = 17
_EDITS = 1000
_ROUNDS = 3
_NO_RULES = Office(off=frozenset(each.id for each in RULES))

Edit = tuple[Place, object]


def main(arguments: list[str]) -> None:
    """Print the figures for a small table, a large unit and many units."""
    projects = int(arguments[0]) if arguments else 10_000
    indicators = int(arguments[1]) if len(arguments) > 1 else 10
    small = large_table(_SMALL, 1, indicators)
    tables = {
        f"{_SMALL} projects": small,
        f"{projects:,} projects in 1 unit": large_table(projects, 1, indicators),
        f"{projects:,} projects in 20 units": large_table(projects, 20, indicators),
    }
    large = tables[f"{projects:,} projects in 20 units"]
    print(f"{indicators} indicators a project; {_variety(large)}; processor time")
    _bench_whole(large, projects * indicators)
    _bench_edits(tables)
    _bench_files(large)
    print(f"peak memory of the whole run {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def _bench_edits(tables: dict[str, GoalTable]) -> None:
    benches = {name: _Bench(table) for name, table in tables.items()}
    keep(sum(bench.checked.figures.indicators for bench in benches.values()))
    for _ in range(_EDITS):
        for bench in benches.values():
            bench.step()
    base = next(iter(benches.values()))
    for name, bench in benches.items():
        print(
            f"edit to findings, {name:28} median {bench.middle:7.0f} µs ({bench.middle / base.middle:.2f} times)"
            f"   p99 {bench.worst:7.0f} µs ({bench.worst / base.worst:.2f} times)   goal: 2 times"
        )


class _Bench:
    """A table that is edited at random cells, one after the other, and how long each edit took."""

    def __init__(self, table: GoalTable) -> None:
        self.table = table
        self.checked = check(table)
        self.past = [table]
        self.times: list[float] = []
        self._chance = random.Random(7)

    def step(self) -> None:
        """Do one more edit."""
        place, value = self._wish()
        begin = time.process_time()
        new = without_settled(put_value(self.table, place, value), place, self.checked.sums_of)
        checked = check(new, self.checked)
        change = renewed(self.checked, checked)
        self.times.append(time.process_time() - begin)
        assert change is not None
        self.table, self.checked = new, checked
        self.past.append(new)

    @property
    def middle(self) -> float:
        """The median in µs."""
        return median(self.times) * 1e6

    @property
    def worst(self) -> float:
        """What one edit of a hundred takes longer than, in µs."""
        return quantiles(self.times, n=100)[-1] * 1e6

    def _wish(self) -> Edit:
        """Think of an edit somewhere: a name, an amount, an objective, or a cell of an indicator."""
        chance = self._chance
        unit = chance.choice(self.table.units)
        project = chance.choice(unit.projects)
        number = chance.randint(1, 99_999)
        indicator = chance.choice(project.indicators)
        cell = Place(unit.id, project.id, indicator.id)
        return chance.choice(
            (
                (cell.at("name"), f"结案率{number}"),
                (cell.at("cycle.value"), str(number)),
                (cell.at("annual"), indicator.cycle),
                (cell.at("category"), chance.choice(("11", "12", "99"))),
                (
                    Place(unit.id, project.id, field="name"),
                    chance.choice((f"项目{number}", _other(chance, unit.projects))),
                ),
                (Place(unit.id, project.id, field="objective"), f"做好第{number}项工作。"),
                (Place(unit.id, project.id, field="funding.appropriation"), Decimal(number).scaleb(-2)),
            )
        )


def _other(chance: random.Random, projects: tuple[Project, ...]) -> str:
    return chance.choice(projects).name


def _variety(table: GoalTable) -> str:
    all_of_it = [each for unit in table.units for project in unit.projects for each in project.indicators]
    names = {each.name for each in all_of_it}
    targets = {target for each in all_of_it for target in (each.cycle, each.annual)}
    return f"of {len(all_of_it):,} in all, {len(names):,} names and {len(targets):,} targets are different ones"


def _bench_whole(table: GoalTable, indicators: int) -> None:
    """Time the check of a table that is just opened: the first one in this program, and by rules that know no text.

    Garbage is not collected meanwhile, as in the window's thread.
    """
    with collection_paused():
        first = _seconds(lambda: check(table))
        seconds = min(_seconds(lambda: check(table, office=Office())) for _ in range(_ROUNDS))
    checked: Checked = check(table)
    print(f"full check, the very first   {first:8.3f} s   {len(checked.findings):,} findings (goal: 2 s)")
    print(f"full check, by other rules   {seconds:8.3f} s")
    bare = min(_seconds(lambda: check(table, office=_NO_RULES)) for _ in range(_ROUNDS))
    each, own = seconds / indicators * 1e6, bare / indicators * 1e6
    print(f"                             {each:8.1f} µs an indicator, {own:.1f} µs of it with all rules off")
    moved = move_project(table, Place(table.units[0].id, table.units[0].projects[0].id), table.units[-1].id, 0)
    again = min(_seconds(lambda: check(moved, checked)) for _ in range(_ROUNDS))
    print(f"check after moving a project {again:8.3f} s")


def _bench_files(table: GoalTable) -> None:
    data = table_bytes(table)
    fields = json.loads(data)
    opening = min(_seconds(lambda: parse_table(data, "表.gzgoals")) for _ in range(_ROUNDS))
    loading = min(_seconds(lambda: json.loads(data)) for _ in range(_ROUNDS))
    saving = min(_seconds(lambda: table_bytes(table)) for _ in range(_ROUNDS))
    dumping = min(_seconds(lambda: json.dumps(fields, ensure_ascii=False, indent=2)) for _ in range(_ROUNDS))
    print(f"opening {len(data) / 1e6:6.1f} MB            {opening:8.3f} s   {opening / loading:.2f} times json.loads")
    print(f"saving                       {saving:8.3f} s   {saving / dumping:.2f} times json.dumps")


def _seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


if __name__ == "__main__":
    main(sys.argv[1:])
