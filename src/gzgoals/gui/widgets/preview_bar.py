"""The bar above the preview: which page, how large, in which font, and the ways on to setup and printer."""

from PySide6.QtCore import QSignalBlocker, QSize, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.spin_fields import inset

_GAP = 6
"""Pixels between two buttons."""


class PreviewBar(QWidget):
    """Where there is little room the buttons for the size make way: keys and wheel do the same.

    Signals
    -------
    page_chosen(number)
        The user has typed the number of a page.
    stepped(by)
        The user wants the next page (1), or the one before (-1).
    zoomed(by)
        The user wants the pages larger (1), or smaller (-1).
    fit_wanted(), whole_wanted()
        The user wants pages as wide as the room, or seen as a whole.
    setup_wanted(), print_wanted()
        The user wants to set up the pages, or to print.
    """

    page_chosen = Signal(int)
    stepped = Signal(int)
    zoomed = Signal(int)
    fit_wanted = Signal()
    whole_wanted = Signal()
    setup_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QSpinBox(self)
        inset(self.number)
        self.number.setAccessibleName("页码")
        self.number.setPrefix("第 ")
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self.page_chosen)
        self.told = ElidedLabel(self)
        self.told.setObjectName("caption")
        self._sizes = self._size_buttons()
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(_GAP)
        line.addWidget(_button("上一页", self, self.stepped, -1))
        line.addWidget(self.number)
        line.addWidget(_button("下一页", self, self.stepped, 1))
        line.addWidget(self._sizes)
        line.addWidget(self.told, 1)
        line.addWidget(_button("页面设置…", self, self.setup_wanted))
        line.addWidget(_button("打印…", self, self.print_wanted))

    def _size_buttons(self) -> QWidget:
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(2 * _GAP, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(_button("适合宽度", buttons, self.fit_wanted))
        line.addWidget(_button("整页", buttons, self.whole_wanted))
        line.addWidget(_button("放大", buttons, self.zoomed, 1))
        line.addWidget(_button("缩小", buttons, self.zoomed, -1))
        return buttons

    def set_count(self, pages: int) -> None:
        """Tell how many pages there are."""
        with QSignalBlocker(self.number):
            self.number.setRange(1, pages)
            self.number.setSuffix(f" 页　共 {pages} 页")

    def show_page(self, number: int) -> None:
        """Tell which page is in view, unless another number is just being typed."""
        if not self.number.hasFocus():
            with QSignalBlocker(self.number):
                self.number.setValue(number)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width() - (0 if self._sizes.isHidden() else self._sizes_width), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hidden = self._sizes.isHidden()
        whole = self._line.minimumSize().width() + (self._sizes_width if hidden else 0)
        if (whole > self.width()) is not hidden:
            self._sizes.setHidden(not hidden)

    @property
    def _sizes_width(self) -> int:
        return self._sizes.minimumSizeHint().width() + _GAP


def _button(text: str, parent: QWidget, signal: SignalInstance, *says: int) -> QToolButton:
    """Return a button that emits one of the bar's signals."""
    button = QToolButton(parent)
    button.setText(text)
    button.clicked.connect(lambda: signal.emit(*says))
    return button
