"""The model of rows: what is announced, what survives, what is wished."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from gzgoals.core.checks import Severity
from gzgoals.gui.models.cells import Cell, Editor, Role
from gzgoals.gui.models.rows_model import TICKED, Column, RowsModel

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass(frozen=True)
class Letter:
    key: str
    text: str = ""


COLUMNS = (
    Column[Letter]("key", "键", lambda row: Cell(row.key)),
    Column[Letter]("text", "字", lambda row: Cell(row.text, editor=Editor.TEXT)),
)


def letters(keys: str) -> list[Letter]:
    return [Letter(key) for key in keys]


@pytest.fixture
def model() -> RowsModel[Letter]:
    model = RowsModel(COLUMNS, "application/x-letters", "key")
    model.set_rows(letters("abcd"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    return model


def drawn(model: RowsModel[Letter]) -> str:
    return "".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


@pytest.mark.parametrize("new", ["", "a", "dcba", "bcda", "xabyc", "abcd", "zdx"])
def test_new_rows_are_shown_whatever_they_were(model: RowsModel[Letter], new: str) -> None:
    model.set_rows(letters(new))
    assert drawn(model) == new


def test_only_what_differs_is_announced(model: RowsModel[Letter]) -> None:
    signals = (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset)
    inserted, removed, moved, changed, reset = (QSignalSpy(signal) for signal in signals)
    model.set_rows([Letter("a"), Letter("b", "新"), Letter("c"), Letter("e")])
    counts = (inserted.count(), removed.count(), moved.count(), changed.count(), reset.count())
    assert counts == (1, 1, 0, 1, 0)
    assert [index.row() for index in changed.at(0)[:2]] == [1, 1]


def test_of_a_row_that_has_been_seen_only_the_cells_that_show_something_else_are_announced(
    model: RowsModel[Letter],
) -> None:
    for column in range(2):
        model.index(1, column).data()
    changed = QSignalSpy(model.dataChanged)
    model.set_rows([Letter("a"), Letter("b", "新"), Letter("c", "新"), Letter("d")])
    told = [[(index.row(), index.column()) for index in changed.at(at)[:2]] for at in range(changed.count())]
    assert told == [[(1, 1), (1, 1)], [(2, 0), (2, 1)]]
    assert model.index(1, 1).data() == "新"


def test_equal_rows_are_announced_not_at_all(model: RowsModel[Letter]) -> None:
    changed = QSignalSpy(model.dataChanged)
    model.set_rows(letters("abcd"))
    assert changed.count() == 0


def test_an_index_follows_its_row(model: RowsModel[Letter]) -> None:
    held = QPersistentModelIndex(model.index_of("c"))
    model.set_rows(letters("xcab"))
    assert held.data() == "c"
    model.set_rows(letters("ab"))
    assert not held.isValid()


def test_setting_data_only_wishes(model: RowsModel[Letter]) -> None:
    wished = QSignalSpy(model.wished)
    assert model.setData(model.index_of("b", "text"), "新")
    assert wished.at(0) == ["b", "text", "新"]
    assert model.index_of("b", "text").data() == ""


def test_only_cells_with_an_editor_can_be_edited(model: RowsModel[Letter]) -> None:
    assert not model.index_of("a", "key").flags() & Qt.ItemFlag.ItemIsEditable
    assert model.index_of("a", "text").flags() & Qt.ItemFlag.ItemIsEditable


def test_rows_are_dragged_by_their_handle_alone(model: RowsModel[Letter]) -> None:
    assert model.index_of("a", "key").flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.index_of("a", "text").flags() & Qt.ItemFlag.ItemIsDragEnabled


@pytest.mark.parametrize(("row", "onto", "target"), [(1, "", 1), (-1, "c", 2), (-1, "", 4)])
def test_dropped_rows_are_only_wished_elsewhere(model: RowsModel[Letter], row: int, onto: str, target: int) -> None:
    dragged = QSignalSpy(model.dragged)
    data = model.mimeData([model.index_of("d"), model.index_of("a")])
    parent = model.index_of(onto) if onto else QModelIndex()
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    assert dragged.at(0) == [["a", "d"], target]
    assert drawn(model) == "abcd"


def test_what_others_drop_is_refused(model: RowsModel[Letter]) -> None:
    dragged = QSignalSpy(model.dragged)
    data = QMimeData()
    data.setText("abc")
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert dragged.count() == 0


def roles(cell: Cell, asked: Sequence[int]) -> list[object]:
    return [cell.answer(role) for role in asked]


def test_a_cell_answers_everything_that_it_shows() -> None:
    cell = Cell("95", right=True).marked(Severity.WARNING, "95 缺少计量单位")
    asked = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Role.MARK)
    assert roles(cell, asked) == ["95", "95，警告：95 缺少计量单位", Severity.WARNING]
    assert "95 缺少计量单位" in cell.answer(Qt.ItemDataRole.ToolTipRole)
    assert cell.answer(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert cell.answer(Qt.ItemDataRole.DecorationRole) is None


def test_a_prompt_is_shown_but_is_not_the_text() -> None:
    cell = Cell(prompt="在此键入")
    asked = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Role.MUTED)
    assert roles(cell, asked) == ["在此键入", "", True]


@pytest.mark.parametrize(("state", "wish"), [(Qt.CheckState.Checked, TICKED), (Qt.CheckState.Unchecked, "")])
def test_ticking_only_wishes(state: Qt.CheckState, wish: str) -> None:
    column = Column[Letter]("tick", "勾", lambda _: Cell(check=Qt.CheckState.Unchecked))
    model: RowsModel[Letter] = RowsModel((column,))
    model.set_rows(letters("a"))
    wished = QSignalSpy(model.wished)
    assert model.index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(model.index(0, 0), state, Qt.ItemDataRole.CheckStateRole)
    assert wished.at(0) == ["a", "tick", wish]
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_tick_is_said_aloud() -> None:
    assert Cell(check=Qt.CheckState.Checked, spoken="带入“物业费”").aloud == "已勾选，带入“物业费”"
    assert Cell(check=Qt.CheckState.Unchecked).aloud == "未勾选"


def test_more_can_be_shown_than_is_edited() -> None:
    cell = Cell("其他资金", shown="10.00 → 其他资金")
    asked = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Role.MUTED)
    assert roles(cell, asked) == ["10.00 → 其他资金", "其他资金", False]
