"""Which units and projects are selected in the tree, and selecting some."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.gui.models.project_rows import ROOT
from gzgoals.gui.models.tree_model import TreeModel
from gzgoals.gui.widgets.tree_view import TreeView


def chosen_in(view: TreeView, model: TreeModel, table: GoalTable) -> tuple[Place, ...]:
    """Return the units and projects that are selected, in their order; a unit stands for its projects too.

    The table where the department's row alone is selected, all units where more than that row is.
    """
    rows = view.selectionModel().selectedRows() or [view.currentIndex()]
    keys = {model.key(index): index for index in rows}
    if keys.pop(ROOT, None) is not None:
        return tuple(Place(unit.id) for unit in table.units) if keys else (TABLE,)
    found = []
    for key, index in keys.items():
        above = index.parent()
        if (unit := model.key(above)) == ROOT:
            found.append((index.row(), -1, Place(key)))
        elif unit and unit not in keys:
            found.append((above.row(), index.row(), Place(unit, key)))
    return tuple(place for _, _, place in sorted(found, key=lambda each: each[:2]))


def choose_in(view: TreeView, model: TreeModel, keys: Iterable[str]) -> None:
    """Select these units and projects; what is current stays so."""
    flag = QItemSelectionModel.SelectionFlag
    selection = QItemSelection()
    for index in map(model.index_of, keys):
        if index.isValid():
            selection.select(index, index)
    view.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
