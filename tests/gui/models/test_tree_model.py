"""The model of the project tree: what is announced and what survives."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from gzgoals.gui.models.cells import Badge
from gzgoals.gui.models.project_rows import ROOT, TreeRow
from gzgoals.gui.models.tree_model import TreeModel

pytestmark = pytest.mark.usefixtures("qapp")


def tree(drawing: str) -> TreeRow:
    """Read a tree drawn as `A:abc B:d`: units with the projects below them; a key's name is itself."""
    units = []
    for unit in drawing.split():
        key, _, projects = unit.partition(":")
        units.append(TreeRow(key, key, children=tuple(TreeRow(each, each) for each in projects)))
    return TreeRow(ROOT, "某法院", children=tuple(units))


def drawn(model: TreeModel) -> str:
    top = model.index(0, 0)
    units = [model.index(row, 0, top) for row in range(model.rowCount(top))]
    return " ".join(
        f"{unit.data()}:{''.join(model.index(row, 0, unit).data() for row in range(model.rowCount(unit)))}"
        for unit in units
    )


@pytest.fixture
def model() -> TreeModel:
    model = TreeModel()
    model.set_tree(tree("A:abc B:d"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    return model


@pytest.mark.parametrize(
    "new", ["A:abc B:d", "A:cab B:d", "B:d A:abc", "A:ac B:bd", "A:", "", "C:xy A:abc B:d", "B:abcd"]
)
def test_a_new_tree_is_shown_whatever_it_was(model: TreeModel, new: str) -> None:
    model.set_tree(tree(new))
    assert drawn(model) == new


def test_a_changed_name_is_announced_at_its_row_alone(model: TreeModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    inserted = QSignalSpy(model.rowsInserted)
    unit = TreeRow("A", "A", children=(TreeRow("a", "a"), TreeRow("b", "新"), TreeRow("c", "c")))
    model.set_tree(TreeRow(ROOT, "某法院", children=(unit, TreeRow("B", "B", children=(TreeRow("d", "d"),)))))
    assert (changed.count(), inserted.count()) == (1, 0)
    assert model.key(changed.at(0)[0]) == "b"


def test_rows_that_are_far_apart_are_announced_apart(model: TreeModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    model.renew([TreeRow("c", "新"), TreeRow("a", "新"), TreeRow("d", "新")])
    told = {(model.key(changed.at(at)[0]), model.key(changed.at(at)[1])) for at in range(changed.count())}
    assert told == {("a", "a"), ("c", "c"), ("d", "d")}


def test_rows_side_by_side_are_announced_together(model: TreeModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    model.renew([TreeRow("c", "新"), TreeRow("b", "新")])
    assert [(model.key(changed.at(0)[0]), model.key(changed.at(0)[1])), changed.count()] == [("b", "c"), 1]


def test_only_the_columns_that_show_something_else_are_announced(model: TreeModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    model.renew(
        [TreeRow("a", "新"), TreeRow("b", "b", amount=Decimal("1.00")), TreeRow("c", "新", badge=Badge(answered=1))]
    )
    columns = {
        model.key(first): (first.column(), last.column()) for first, last, _ in map(changed.at, range(changed.count()))
    }
    assert columns == {"a": (0, 0), "b": (1, 1), "c": (0, 2)}


def test_an_index_follows_its_row_and_finds_nothing_when_it_is_gone(model: TreeModel) -> None:
    held = QPersistentModelIndex(model.index_of("b"))
    model.set_tree(tree("A:bca B:d"))
    assert held.data() == "b"
    model.set_tree(tree("A:ca B:d"))
    assert not held.isValid()


def test_an_index_that_outlives_its_row_finds_nothing(model: TreeModel) -> None:
    stale = model.index_of("d")
    model.set_tree(tree("A:abc"))
    assert model.key(stale) == ""
    assert stale.data() is None


def test_a_project_that_goes_into_another_unit_is_still_found(model: TreeModel) -> None:
    model.set_tree(tree("A:ac B:db"))
    assert model.index_of("b").parent().data() == "B"


def test_a_drop_is_only_wished(model: TreeModel) -> None:
    dragged = QSignalSpy(model.dragged)
    data = model.mimeData([model.index_of("a")])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index_of("B"))
    assert dragged.at(0) == [["a"], "B", 1, False]
    assert drawn(model) == "A:abc B:d"


def test_the_department_cannot_be_dragged(model: TreeModel) -> None:
    assert not model.index_of(ROOT).flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert model.index_of("a").flags() & Qt.ItemFlag.ItemIsDragEnabled
