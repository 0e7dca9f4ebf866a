"""Plain cells are painted at once, and look just as the style would paint them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QTreeView
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.gui.app import application
from gzgoals.gui.models.cells import Badge, Cell, Editor, Tone
from gzgoals.gui.models.rows_model import Column, RowsModel
from gzgoals.gui.widgets.cell_delegate import CellDelegate, Index
from gzgoals.gui.widgets.look import Look
from gzgoals.gui.window.theme import dress

LONG = "非编人员年度考核合格率与上年相比有所提高的单位所占的比例"
CELLS = (
    Cell("95", right=True),
    Cell("≥", centred=True, editor=Editor.CHOICE),
    Cell("甲 & 乙", strong=True),
    Cell("平方米", muted=True),
    Cell(prompt="键入"),
    Cell("12 ▲", tone=Tone.UP),
    Cell(LONG),
    Cell("两行\n文字"),
    Cell("100").marked(Severity.WARNING, "100 缺少计量单位"),
    Cell(LONG).marked(Severity.ERROR, "错"),
    Cell(badge=Badge(Severity.ERROR, 2)),
    Cell(),
)


class _ByStyle(CellDelegate):
    """Has the style paint every cell."""

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell, look: Look) -> None:
        QStyledItemDelegate.paint(self, painter, option, index)


class _Counting(CellDelegate):
    """Tells which columns it has the style paint."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines, by_cell=True)
        self.by_style: set[int] = set()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        self.by_style.add(index.column())
        super().initStyleOption(option, index)


@dataclass(frozen=True)
class _Row:
    key: str = "row"


@pytest.fixture(params=["light", "dark"], autouse=True)
def look(request: pytest.FixtureRequest) -> Iterator[None]:
    """The look of the program in either theme."""
    dress(application(), request.param)
    yield
    dress(application(), "light")


def pictured(qtbot: QtBot, kind: type[QTableView] | type[QTreeView], delegate: CellDelegate) -> QImage:
    """Return how a view shows a row with all these cells, the second of them selected."""
    columns = [Column[_Row](str(number), "", partial(_told, cell)) for number, cell in enumerate(CELLS)]
    view, model = kind(), RowsModel(columns)
    qtbot.addWidget(view)
    delegate.setParent(view)
    model.setParent(view)
    model.set_rows([_Row()])
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.resize(1300, 140)
    view.setCurrentIndex(model.index(0, 1))
    with qtbot.waitExposed(view):
        view.show()
    for number in range(len(CELLS)):
        view.setColumnWidth(number, 90 + number)
    if isinstance(view, QTableView):
        view.setRowHeight(0, 71)
    return view.viewport().grab().toImage()


def _told(cell: Cell, _row: _Row) -> Cell:
    return cell


@pytest.mark.parametrize("lines", [1, 4])
@pytest.mark.parametrize("kind", [QTableView, QTreeView])
def test_every_cell_looks_as_the_style_paints_it(
    qtbot: QtBot, kind: type[QTableView] | type[QTreeView], lines: int
) -> None:
    own = pictured(qtbot, kind, CellDelegate(lines, by_cell=True))
    assert own == pictured(qtbot, kind, _ByStyle(lines, by_cell=True))


@pytest.mark.parametrize(("lines", "by_style"), [(1, {1}), (4, {1, 6, 7, 9})])
def test_only_what_is_selected_or_takes_several_lines_is_left_to_the_style(
    qtbot: QtBot, lines: int, by_style: set[int]
) -> None:
    delegate = _Counting(lines)
    pictured(qtbot, QTableView, delegate)
    assert delegate.by_style == by_style
