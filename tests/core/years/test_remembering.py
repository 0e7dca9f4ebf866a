"""A table is given a year before: what lives on has one id in both years."""

from gzgoals.core.table import GoalTable, LastYear, Project, Reason, Unit
from gzgoals.core.years import compare
from gzgoals.core.years.remembering import with_last_year
from last_year import sample, two_years, year_before


def ids(units: tuple[Unit, ...]) -> dict[str, str]:
    return {project.name: project.id for unit in units for project in unit.projects}


def test_projects_units_and_indicators_take_the_ids_that_they_have_now() -> None:
    table = sample()
    other = sample()
    last = with_last_year(table, other).last_year
    assert last is not None
    assert other.units[0].id != table.units[0].id
    assert last.units == table.units


def test_all_changes_are_found_and_only_those() -> None:
    table = two_years()
    assert table.last_year is not None
    found = [(change.kind.value, change.owner[:6], change.where) for change in compare(table.last_year, table).changes]
    assert found == [
        ("amount", "机构运行辅助", "财政拨款"),
        ("objective", "机构运行辅助", "绩效目标"),
        ("amount", "业务用房物业", "财政拨款"),
        ("indicator", "业务用房物业", "指标 2 · 年度指标值（配套设施完好率）"),
        ("indicator_dropped", "业务用房物业", "指标 3"),
        ("renamed", "办公、业务用", "项目名称"),
        ("dropped", "审判法庭改造", "项目"),
        ("added", "广州互联网法", "项目"),
    ]


def test_ids_that_mean_other_things_in_the_other_table_are_not_trusted() -> None:
    def table(year: int, **names: str) -> GoalTable:
        projects = tuple(Project(id=key, name=name) for key, name in names.items())
        return GoalTable(year=year, units=(Unit(id="u", name="甲", projects=projects),))

    last = with_last_year(table(2026, p="物业费", q="租赁费"), table(2025, q="物业费", p="租赁费")).last_year
    assert last is not None
    assert ids(last.units) == {"物业费": "p", "租赁费": "q"}


def test_reasons_that_were_written_already_are_kept() -> None:
    table = sample()
    reason = Reason(project=table.units[0].projects[0].id, field="objective", reason="职责调整")
    table = GoalTable(
        year=2026, department=table.department, units=table.units, last_year=LastYear(year=2024, reasons=(reason,))
    )
    last = with_last_year(table, year_before(table)).last_year
    assert last is not None
    assert (last.year, last.reasons) == (2025, (reason,))
