"""What the view of the project tree paints when rows change."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.gui.models.project_rows import ROOT, TreeRow
from gzgoals.gui.models.tree_model import TreeModel
from gzgoals.gui.widgets.project_view import ProjectView


class Painted(QObject):
    """Notes how high the parts are that are painted."""

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self.heights: list[int] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.heights.append(event.rect().height())  # type: ignore[attr-defined]
        return super().eventFilter(watched, event)


@pytest.fixture
def view(qtbot: QtBot) -> ProjectView:
    model = TreeModel()
    many = tuple(TreeRow(f"a{number}", "项目") for number in range(200))
    few = tuple(TreeRow(f"b{number}", "项目") for number in range(3))
    model.set_tree(
        TreeRow(ROOT, "某法院", children=(TreeRow("B", "B", children=few), TreeRow("A", "A", children=many)))
    )
    view = ProjectView()
    model.setParent(view)
    view.setModel(model)
    view.setUniformRowHeights(True)
    view.resize(300, 200)
    qtbot.addWidget(view)
    view.show()
    view.expand(model.index_of(ROOT))
    return view


def painted(view: ProjectView, *keys: str) -> list[int]:
    """Return how high what is painted is once these rows have another name."""
    model = view.model()
    assert isinstance(model, TreeModel)
    QApplication.processEvents()
    noted = Painted(view)
    model.renew([TreeRow(key, "新") for key in keys])
    QApplication.processEvents()
    return noted.heights


def test_nothing_is_painted_for_rows_of_a_closed_unit(view: ProjectView) -> None:
    assert painted(view, "a1", "a2", "a3") == []


def test_nothing_is_painted_for_rows_below_what_is_seen(view: ProjectView) -> None:
    view.expandAll()
    assert painted(view, "a150", "a151") == []


def test_a_row_that_is_seen_is_painted_alone(view: ProjectView) -> None:
    view.expandAll()
    (height,) = painted(view, "b1")
    assert 0 < height < view.viewport().height() / 2


def test_rows_that_reach_into_what_is_seen_are_painted(view: ProjectView) -> None:
    view.expandAll()
    assert painted(view, *(f"a{number}" for number in range(100)))
