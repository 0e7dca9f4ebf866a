"""The tabs below the form: pushed together to their titles or opened, whenever what is in them is wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from gzgoals.gui.widgets.type_size import follow_type

_CLOSED = 90
"""Pixels below which a list is so low that it is opened when it is wanted."""


class LowerTabs(QTabWidget):
    """The lists in the lower part of a splitter with two parts."""

    def __init__(self, room: QSplitter, panels: Sequence[tuple[QWidget, str]], least_above: Callable[[], int]) -> None:
        """Take the lower part of `room`, with a tab for each of the panels.

        `least_above` tells how high what stands above must be not to scroll, in pixels.
        """
        super().__init__(room)
        self.room = room
        self._beside: QWidget | None = None
        self._taken: tuple[object, ...] = ()
        self._least_above = least_above
        room.addWidget(self)
        self.setDocumentMode(True)
        self.setAccessibleName("检查和对比")
        for panel, title in panels:
            self.addTab(panel, title)
        follow_type(self, self._fit)
        self.tabBarClicked.connect(self._on_tab_clicked)
        room.splitterMoved.connect(self._on_room_divided)

    def set_beside(self, widget: QWidget) -> None:
        """Show a widget beside the titles as long as all of them can be read."""
        self._beside = widget
        self.setCornerWidget(widget)
        self._fit_beside()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self._takes_other_room():
            return True  # Qt would paint all there is in the tabs anew, at nearly every key: a count is another
        return super().event(event)

    def _takes_other_room(self) -> bool:
        """Tell whether the titles, what stands beside them or the lists need other room than they did before."""
        before, beside = self._taken, self._beside
        taken = self.tabBar().sizeHint(), self.sizeHint(), self.minimumSizeHint()
        self._taken = (*taken, beside.sizeHint(), beside.isHidden()) if beside else taken
        return self._taken != before

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_beside()

    def _fit_beside(self) -> None:
        if self._beside:
            room = self.width() - self.tabBar().sizeHint().width()
            self._beside.setVisible(room >= self._beside.sizeHint().width())

    def title_of(self, panel: QWidget) -> str:
        """Return what the tab of a panel is called."""
        return self.tabText(self.indexOf(panel))

    def set_title(self, panel: QWidget, title: str) -> None:
        """Call the tab of a panel `title`."""
        if self.title_of(panel) != title:
            self.tabBar().setTabText(self.indexOf(panel), title)  # its own way would paint all tabs anew
            self._fit_beside()

    def bring(self, panel: QWidget, height: int = 0) -> None:
        """Show a panel with two fifths of the room, or what is left of them, and with the `height` that it needs."""
        self.setCurrentWidget(panel)
        whole = sum(self.room.sizes())
        usual, left = whole * 2 // 5, whole - self._least_above()
        wanted = max(height, min(usual, left) if left > 2 * _CLOSED else usual)
        if self.room.sizes()[1] < wanted:
            self.room.setSizes([whole - wanted, wanted])

    def open(self, panel: QWidget) -> None:
        """Show a panel in the room that there is, unless that is none."""
        self.setCurrentWidget(panel)
        if self.height() < _CLOSED:
            self.bring(panel)

    def _fit(self) -> None:
        """Let the lists be pushed together until only their tabs are left."""
        self.setMinimumHeight(self.tabBar().sizeHint().height() + 2)
        self._fit_beside()

    def _on_tab_clicked(self, tab: int) -> None:
        if panel := self.widget(tab):
            self.open(panel)

    def _on_room_divided(self) -> None:
        """Leave nothing but the tabs where there would be no room for a list."""
        if self.height() < _CLOSED:
            self.room.setSizes([self.room.height(), 0])


def split(way: Qt.Orientation, parts: Sequence[QWidget] = ()) -> QSplitter:
    """Return a splitter whose parts cannot be pushed away altogether."""
    splitter = QSplitter(way)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(5)
    for part in parts:
        splitter.addWidget(part)
    return splitter


def divide(splitter: QSplitter, sizes: Sequence[int], grows: int) -> None:
    """Share the room of a splitter; the part with the number `grows` takes what is more some day."""
    splitter.setSizes(list(sizes))
    splitter.setStretchFactor(grows, 1)
