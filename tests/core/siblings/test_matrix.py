"""Projects side by side: each indicator in one cell, columns in a sensible order that keep their keys."""

from dataclasses import replace
from itertools import chain

from hypothesis import given

from core_strategies import tables
from gzgoals.core.edits import add_indicators, move_project, put_value, remove_project
from gzgoals.core.siblings import Matrix, find_siblings, matrix_of, shown
from gzgoals.core.table import GoalTable, Indicator, Place, Project, split_target
from invented_years import indicator, project, published, table, unit


def places_of(whole: GoalTable) -> list[Place]:
    return [Place(each.id, one.id) for each in whole.units for one in each.projects]


def matrix(*projects: Project) -> Matrix:
    whole = table(unit("本级", *projects))
    return matrix_of(whole, places_of(whole))


def drawn(matrix: Matrix) -> list[str]:
    """Draw a matrix as its titles and a line of the names of the indicators of each project."""
    titles = " ".join(column.name for column in matrix.columns)
    return [titles, *(" ".join(each.name if each else "-" for each in line.cells) for line in matrix.lines)]


def test_the_five_published_siblings_have_the_same_four_indicators() -> None:
    whole = published()
    side_by_side = matrix_of(whole, find_siblings(whole).groups[0].projects)
    assert [(column.name, column.category) for column in side_by_side.columns] == [
        ("设备维护响应率", "12"),
        ("应用系统正常运行率", "22"),
        ("等级保护2.0测评得分", "22"),
        ("网络设备及服务器正常运行率", "22"),
    ]
    lines = [[shown(each) for each in line.cells if each] for line in side_by_side.lines]
    assert lines == [["≥99%", "≥99%", "≥70分", "≥99%"]] * 5


def test_what_a_project_has_beside_stands_after_what_it_follows_there() -> None:
    one, other = (
        project("甲", "0.00", "", "响应率", "得分"),
        project("乙", "0.00", "", "响应率", "人次", "得分", "数量"),
    )
    assert drawn(matrix(one, other)) == ["响应率 人次 得分 数量", "响应率 - 得分 -", "响应率 人次 得分 数量"]


def test_a_column_is_named_as_most_projects_name_it() -> None:
    names = ("各应用系统正常运行率", "应用系统正常运行率", "应用系统正常运行率")
    side_by_side = matrix(*(project(str(number), "0.00", "", name) for number, name in enumerate(names)))
    assert [column.name for column in side_by_side.columns] == ["应用系统正常运行率"]


def test_the_same_name_in_another_category_shares_the_column() -> None:
    one = Project(name="甲", indicators=(indicator("完好率", category="12"),))
    other = Project(name="乙", indicators=(indicator("完好率", category="22"),))
    assert drawn(matrix(one, other)) == ["完好率", "完好率", "完好率"]


def test_what_one_project_has_both_of_is_not_the_same() -> None:
    one = project("甲", "0.00", "", "应用系统正常运行率", "各应用系统正常运行率")
    assert len(matrix(one, project("乙", "0.00", "", "应用系统正常运行率")).columns) == 2
    assert len(matrix(project("丙", "0.00", "", "完好率", "完好率")).columns) == 2


def test_what_most_projects_want_is_usual_but_never_one_alone() -> None:
    def usual(*values: str) -> str | None:
        projects = (Project(name=value, indicators=(indicator("完好率", value),)) for value in values)
        found = matrix(*projects).columns[0].usual
        return found[0].value if found else None

    assert usual("95", "95", "90") == "95"
    assert usual("95", "90") is None
    assert usual("95") is None


def test_both_targets_are_shown_where_they_differ() -> None:
    both = Indicator(cycle=split_target("≥95%"), annual=split_target("≥90%"))
    assert shown(both) == "≥95% / ≥90%"
    assert shown(replace(both, annual=both.cycle)) == "≥95%"


def test_a_column_keeps_its_key_when_it_is_renamed_and_when_its_first_project_goes() -> None:
    whole = published()
    places = find_siblings(whole).groups[0].projects
    before = matrix_of(whole, places)
    for line in before.lines:
        assert line.cells[0]
        whole = put_value(whole, replace(line.place, indicator=line.cells[0].id, field="name"), "新的名称")
    whole = remove_project(whole, places[0])
    after = matrix_of(whole, places, before)
    assert [column.key for column in after.columns] == [column.key for column in before.columns]
    assert (after.columns[0].name, len(after.lines)) == ("新的名称", 4)


def test_a_column_that_is_new_takes_no_key_of_another() -> None:
    whole = published()
    places = find_siblings(whole).groups[0].projects
    before = matrix_of(whole, places)
    moved = move_project(whole, places[0], places[0].unit, 16)
    grown = add_indicators(moved, places[0], (indicator("新增的指标"),), 0)
    keys = [column.key for column in matrix_of(grown, places, before).columns]
    assert len(set(keys)) == 5
    assert keys[1:] == [column.key for column in before.columns]


@given(tables())
def test_each_indicator_stands_in_one_cell_and_each_cell_holds_one(whole: GoalTable) -> None:
    side_by_side = matrix_of(whole, places_of(whole))
    for line in side_by_side.lines:
        held = [each for each in line.cells if each]
        assert sorted(map(id, held)) == sorted(map(id, line.project.indicators))
    assert all(any(line.cells[number] for line in side_by_side.lines) for number in range(len(side_by_side.columns)))


@given(tables(), tables())
def test_keys_are_never_given_twice(one: GoalTable, other: GoalTable) -> None:
    before = matrix_of(one, places_of(one))
    after = matrix_of(other, places_of(other), before)
    again = matrix_of(one, list(chain(places_of(one), places_of(other))), after)
    for each in (before, after, again):
        assert len({column.key for column in each.columns}) == len(each.columns)


@given(tables())
def test_projects_that_are_gone_are_left_out(whole: GoalTable) -> None:
    places = [Place("gone", "gone"), *places_of(whole)]
    assert [line.place for line in matrix_of(whole, places).lines] == places_of(whole)
