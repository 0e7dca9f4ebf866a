"""The matrix as a model: what cells say, what is announced, and what survives an edit elsewhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from core_strategies import tables
from gzgoals.core.checks import Severity, check
from gzgoals.core.edits import add_indicators, move_project, put_value, remove_indicators, remove_project
from gzgoals.core.siblings import Matrix, Side, find_siblings, matrix_of
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.matrix_model import MatrixModel
from gzgoals.gui.models.matrix_rows import matrix_rows, titles
from invented_years import indicator, published

pytestmark = pytest.mark.usefixtures("qapp")

PLACES = find_siblings(published()).groups[0].projects
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Shown:
    """A tested model that follows a table."""

    def __init__(self, table: GoalTable, side: Side = Side.BOTH) -> None:
        self.model = MatrixModel()
        self.tester = QAbstractItemModelTester(self.model, FATAL)
        self.matrix = Matrix()
        self.side = side
        self.show(table)

    def show(self, table: GoalTable) -> None:
        self.matrix = matrix_of(table, PLACES, self.matrix)
        rows = matrix_rows(table, self.matrix, check(table), PLACES[0])
        self.model.set_matrix(self.matrix, titles(table, self.matrix, self.side), rows)

    def told(self, row: int, column: int, role: int) -> object:
        return self.model.index(row, column).data(role)


def place(row: int, column: int, field: str = "") -> Place:
    """Return the place of an indicator of the published siblings."""
    projects = {each.id: each for each in published().units[0].projects}
    here = PLACES[row]
    return replace(here, indicator=projects[here.project].indicators[column].id, field=field)


def test_a_row_is_a_project_and_a_column_an_indicator() -> None:
    model = Shown(published()).model
    heads = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert heads[0] == "2021年信息化运维项目"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "等级保护2.0测评得分"
    drawn = [[model.index(row, column).data() for column in range(4)] for row in range(5)]
    assert drawn == [["≥99%", "≥99%", "≥70分", "≥99%"]] * 5


def test_what_differs_from_most_is_told_by_sign_tooltip_and_aloud() -> None:
    shown = Shown(put_value(published(), place(1, 2, "annual.value"), "75"))
    assert shown.told(1, 2, Qt.ItemDataRole.DisplayRole) == "◇ ≥70分 / ≥75分"
    assert shown.told(1, 2, Qt.ItemDataRole.EditRole) == "≥70分 / ≥75分"
    tip = str(shown.told(1, 2, Qt.ItemDataRole.ToolTipRole))
    assert "实施周期 ≥70分，年度 ≥75分" in tip
    assert "多数项目为 ≥70分" in tip
    assert "与多数项目不同" in str(shown.told(1, 2, Qt.ItemDataRole.AccessibleTextRole))


def test_the_editor_opens_with_the_side_that_is_typed() -> None:
    table = put_value(published(), place(1, 2, "annual.value"), "75")
    assert Shown(table, Side.CYCLE).told(1, 2, Qt.ItemDataRole.EditRole) == "≥70分"
    assert Shown(table, Side.ANNUAL).told(1, 2, Qt.ItemDataRole.EditRole) == "≥75分"


def test_a_cell_says_project_indicator_target_and_problem() -> None:
    table = put_value(published(), place(0, 2, "annual.measure"), "")
    shown = Shown(put_value(table, place(0, 2, "cycle.measure"), ""))
    said = str(shown.told(0, 2, Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("广州互联网法院2021年信息化运维项目，等级保护2.0测评得分，≥70，与多数项目不同，警告：")
    assert shown.told(0, 2, Role.MARK) is Severity.WARNING


def test_what_a_project_lacks_can_be_typed_there() -> None:
    shown = Shown(remove_indicators(published(), PLACES[3], {place(3, 1).indicator}))
    assert shown.told(3, 1, Qt.ItemDataRole.DisplayRole) == "＋"
    assert shown.told(3, 1, Qt.ItemDataRole.EditRole) == ""
    assert "没有这项指标" in str(shown.told(3, 1, Qt.ItemDataRole.AccessibleTextRole))
    wished = QSignalSpy(shown.model.wished)
    assert shown.model.setData(shown.model.index(3, 1), "≥98%")
    assert wished.at(0) == [PLACES[3], shown.matrix.columns[1].key, "≥98%"]


def test_heads_tell_amount_category_and_problems() -> None:
    model = Shown(published()).model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(0, Qt.Orientation.Horizontal, role) == "设备维护响应率，质量指标"
    assert str(model.headerData(0, Qt.Orientation.Vertical, role)).startswith("2021年信息化运维项目，184.55 万元，提示")
    assert model.headerData(9, Qt.Orientation.Vertical) is None


def test_an_edit_elsewhere_announces_that_row_alone() -> None:
    quiet = replace(published(), hints_off=("S11",))  # that all indicators are the same as others' marks each of them
    shown = Shown(quiet)
    model = shown.model
    spies = [QSignalSpy(signal) for signal in (model.modelReset, model.rowsInserted, model.columnsInserted)]
    changed = QSignalSpy(model.dataChanged)
    shown.show(put_value(quiet, place(1, 2, "annual.value"), "75"))
    assert [spy.count() for spy in spies] == [0, 0, 0]
    assert {index.row() for number in range(changed.count()) for index in changed.at(number)[:2]} == {1}


def test_the_same_table_announces_nothing() -> None:
    shown = Shown(published())
    changed = QSignalSpy(shown.model.dataChanged)
    shown.show(published())
    assert changed.count() == 0


def test_an_index_follows_its_project_and_its_indicator() -> None:
    shown = Shown(published())
    held = QPersistentModelIndex(shown.model.index(3, 2))
    table = remove_project(published(), PLACES[1])
    table = add_indicators(table, PLACES[0], (indicator("新增的指标"),), 0)
    shown.show(table)
    assert (held.row(), held.column()) == (2, 3)
    assert held.data() == "≥70分"


def test_rows_and_columns_that_move_are_announced_as_moved() -> None:
    shown = Shown(published())
    model = shown.model
    inserted, removed = QSignalSpy(model.columnsInserted), QSignalSpy(model.columnsRemoved)
    table = published()
    for row in range(5):
        table = remove_indicators(table, PLACES[row], {place(row, 0).indicator})
        first = next(each for each in published().units[0].projects if each.id == PLACES[row].project).indicators[0]
        table = add_indicators(table, PLACES[row], (first,))
    shown.show(table)
    assert (inserted.count(), removed.count()) == (0, 0)
    assert [title.name for title in model.titles][-1] == "设备维护响应率"


@given(tables(), tables())
def test_any_matrix_can_follow_any_other(one: GoalTable, other: GoalTable) -> None:
    model, matrix = MatrixModel(), Matrix()
    tester = QAbstractItemModelTester(model, FATAL)
    for table in (one, other, one):
        places = [Place(unit.id, project.id) for unit in table.units for project in unit.projects]
        matrix = matrix_of(table, places, matrix)
        rows = matrix_rows(table, matrix, check(table), Place())
        model.set_matrix(matrix, titles(table, matrix, Side.BOTH), rows)
        assert (model.rowCount(), model.columnCount()) == (len(places), len(matrix.columns))
        drawn = [
            [model.indicator_at(model.index(row, column)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        assert drawn == [list(line.cells) for line in matrix.lines]
    assert tester.parent() is None


def test_a_moved_project_moves_its_row() -> None:
    shown = Shown(published())
    moved = QSignalSpy(shown.model.rowsMoved)
    table = move_project(published(), PLACES[0], PLACES[0].unit, 16)
    shown.matrix = matrix_of(table, [*PLACES[1:], PLACES[0]], shown.matrix)
    shown.model.set_matrix(
        shown.matrix, titles(table, shown.matrix, Side.BOTH), matrix_rows(table, shown.matrix, check(table), Place())
    )
    assert moved.count() == 1
    assert shown.model.rows[-1].key == PLACES[0]
