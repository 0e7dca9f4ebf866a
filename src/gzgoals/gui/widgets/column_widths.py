"""How wide a table's columns are: as their type needs, or as the user has dragged them, others taking the rest."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from gzgoals.gui.widgets.type_size import follow_type, scaled, type_scale

_LEAST = 96
"""Pixels that a column which takes what is left keeps at least; where there is less room the table scrolls."""
_NARROWEST, _WIDEST = 16, 2000
"""Pixels between which a width that is remembered makes sense."""
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class ColumnWidths(QObject):
    """The widths of a view's columns, by the columns' keys, in pixels of the usual type.

    `usual` names those with a width of their own; the others share what is left. What the user drags counts before it,
    until she wants the usual widths again. `name` is by what the widths are remembered.
    """

    def __init__(
        self, view: QTableView, keys: Sequence[str], usual: Mapping[str, int], name: str = "", least: int = _LEAST
    ) -> None:
        super().__init__(view)
        self.setObjectName(name)
        self._view = view
        self._keys = tuple(keys)
        self._usual = dict(usual)
        self._own: dict[str, int] = {}
        self._least = least
        self._fitting = False
        self._dragged = False
        view.horizontalHeader().setMinimumSectionSize(_NARROWEST)  # the style's own would overrule the widths
        self._edges = view.horizontalHeader().viewport()
        for watched in (view, view.viewport(), self._edges):
            watched.installEventFilter(self)
        view.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.fit()

    @property
    def own(self) -> dict[str, int]:
        """The widths that the user has chosen."""
        return dict(self._own)

    def set_usual(self, usual: Mapping[str, int]) -> None:
        """Give columns other widths than before, where the user has not chosen her own."""
        self._usual |= usual
        self.fit()

    def set_own(self, own: Mapping[str, int]) -> None:
        """Have the widths that the user once chose; none brings back the usual ones."""
        known = {key: width for key, width in own.items() if key in self._usual}
        self._own = {key: min(max(width, _NARROWEST), _WIDEST) for key, width in known.items()}
        self.fit()

    def fit(self) -> None:
        """Give every column its width in the type of now."""
        self._fitting = True
        for number, key in enumerate(self._keys):
            if key in self._usual:
                width = scaled(self._view, self._own.get(key, self._usual[key]))
                if self._view.columnWidth(number) != width and not self._view.isColumnHidden(number):
                    self._view.setColumnWidth(number, width)
        self._share_the_rest()
        self._fitting = False

    def _share_the_rest(self) -> None:
        """Stretch the other columns over what is left, but not below what can be read."""
        header = self._view.horizontalHeader()
        shown = [number for number in range(len(self._keys)) if not header.isSectionHidden(number)]
        rest = [number for number in shown if self._keys[number] not in self._usual]
        least = scaled(self._view, self._least)
        taken = sum(header.sectionSize(number) for number in shown if number not in rest)
        fits = self._view.viewport().width() - taken >= least * len(rest)
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
        for number in rest:
            if header.sectionResizeMode(number) != mode:
                header.setSectionResizeMode(number, mode)
            if not fits:
                header.resizeSection(number, least)

    def _on_section_resized(self, number: int, old: int, new: int) -> None:
        comes_or_goes = not old or not new
        if not self._dragged or self._fitting or comes_or_goes or self._keys[number] not in self._usual:
            return
        self._own[self._keys[number]] = round(new / type_scale(self._view))
        self._fitting = True
        self._share_the_rest()
        self._fitting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FontChange or (kind == QEvent.Type.Resize and watched is not self._edges):
            self.fit()
        elif watched is self._edges and kind in _PRESSES:
            self._dragged = True  # else it is Qt that makes columns wider, as when the type changes
        elif watched is self._edges and kind == QEvent.Type.MouseButtonRelease:
            self._dragged = False
        return False


def show_whole_rows(view: QTableView) -> None:
    """Let a view be a list whose rows are chosen as a whole, one line of its type high, and never typed into."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.verticalHeader().setVisible(False)
    fit_rows(view)


def fit_rows(view: QTableView) -> None:
    """Make all rows of a view one line of its type high, from now on."""
    follow_type(view, partial(_fit_rows, view))


def _fit_rows(view: QTableView) -> None:
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 12)
