"""The view of the project tree: what has changed out of sight is not painted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QTreeView

Index = QModelIndex | QPersistentModelIndex


class ProjectView(QTreeView):
    """A tree view that lets rows change in units that are closed, or above and below what is seen, without a stroke.

    Qt would paint all there is to see, each time that some badges come.
    """

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        seen = self.visualRect(first).united(self.visualRect(last))
        if seen.intersects(self.viewport().rect()):
            super().dataChanged(first, last, list(roles))
