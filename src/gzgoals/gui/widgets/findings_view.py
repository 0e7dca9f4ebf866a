"""The view of the list of findings: links and arrows under the mouse, a menu and F1 under the keys."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.finding_model import FindingsModel
from gzgoals.gui.models.finding_rows import COLUMNS, Link
from gzgoals.gui.widgets.column_widths import ColumnWidths, show_whole_rows
from gzgoals.gui.widgets.finding_delegate import FindingDelegate, link_at
from gzgoals.gui.widgets.group_header import GroupHeader
from gzgoals.gui.widgets.type_size import type_scale
from gzgoals.gui.widgets.typing_view import is_enter

_KEYS = [column.key for column in COLUMNS]
_WIDTHS = {"severity": 100}
"""Widths in pixels of the usual type."""
_SHARES = {"owner": (0.18, 90, 300), "where": (0.125, 80, 170), "links": (0.24, 110, 220)}
"""Which part of the whole width a column takes, and at least and at most how many pixels."""


def _shares(whole: int) -> dict[str, int]:
    """Return how wide the columns are that take a part of the whole width."""
    return {key: min(max(round(share * whole), least), most) for key, (share, least, most) in _SHARES.items()}


class FindingsView(QTableView):
    """A row a finding; what is to be done is only wished.

    Signals
    -------
    chosen(row)
        The user wants to go to what this row tells.
    toggled(row)
        The user wants what this row stands for to be listed, or no longer.
    linked(row, Link)
        The user wants this to be done.
    menu_wanted(row, position)
        The user asks what can be done; the position is a global one.
    why_wanted(row)
        The user asks why this is checked.
    """

    chosen = Signal(int)
    toggled = Signal(int)
    linked = Signal(int, object)
    menu_wanted = Signal(int, QPoint)
    why_wanted = Signal(int)

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: Link | None = None
        self.setAccessibleName("检查结果")
        self.setModel(model)
        self.delegate = FindingDelegate(self)
        self.setItemDelegate(self.delegate)
        show_whole_rows(self)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(GroupHeader([""] * len(COLUMNS), self))
        self.widths = ColumnWidths(self, _KEYS, _WIDTHS | _shares(0), "findings", 120)
        self.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.widths.set_usual(_shares(round(event.size().width() / type_scale(self))))
        super().resizeEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        opens = index.siblingAtColumn(0).data(Role.OPENED) is not None
        (self.toggled if opens else self.chosen).emit(index.row())

    def _link(self, point: QPoint) -> tuple[QModelIndex, Link | None]:
        index = self.indexAt(point)
        links = index.data(Role.LINKS) if index.isValid() else ()
        return index, link_at(point, self.visualRect(index), self.font(), links) if links else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, self._pressed = self._link(event.position().toPoint())
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        index, link = self._link(event.position().toPoint())
        if link == pressed and index.row() == self.currentIndex().row():
            self.linked.emit(index.row(), link)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index, link = self._link(event.position().toPoint())
        self._hover((index.data(Role.KEY), link) if link else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, hovered: tuple[object, Link] | None) -> None:
        if hovered != self.delegate.hovered:
            self.delegate.hovered = hovered
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu()
        elif index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.row(), event.globalPos())

    def _ask_for_menu(self) -> None:
        here = self.currentIndex()
        if here.isValid():
            below = self.visualRect(here.siblingAtColumn(1)).bottomLeft()
            self.menu_wanted.emit(here.row(), self.viewport().mapToGlobal(below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        opened = here.siblingAtColumn(0).data(Role.OPENED)
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self._ask_for_menu()
        elif event.key() == Qt.Key.Key_F1 and here.isValid():
            self.why_wanted.emit(here.row())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and here.isValid():
            if opened is (event.key() == Qt.Key.Key_Left):
                self.toggled.emit(here.row())
            elif event.key() == Qt.Key.Key_Left:
                self._go_to_opener(here)
        else:
            super().keyPressEvent(event)

    def _go_to_opener(self, here: QModelIndex) -> None:
        """Make the row current below which this one is listed."""
        for row in range(here.row() - 1, -1, -1):
            above = here.siblingAtRow(row)
            level = above.siblingAtColumn(0)
            listed_in = level.data(Role.DEPTH) < here.siblingAtColumn(0).data(Role.DEPTH)
            if above.siblingAtColumn(1).data(Role.STRONG) or (level.data(Role.OPENED) and listed_in):
                self.setCurrentIndex(above)
                return
