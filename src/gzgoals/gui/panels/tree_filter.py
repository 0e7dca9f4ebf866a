"""The filter above the project tree: a field to type in, marks to tick, and a bar that tells what is left out."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from gzgoals.gui.models.project_filter import OF_YEARS, Mark, Wanted
from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.text_field import one_line
from gzgoals.gui.widgets.window_undo import free_undo_keys

NO_YEAR = "表中记住了上年的数据时可用；可在“对比”菜单中选择上年的表"
_TIP = "按名称、拼音或首字母筛选，如 wyf；按金额如 >100、<=50、100-500（万元）；空格分开几个条件"


class TreeFilter(QWidget):
    """Tells what is wanted to be seen.

    Signals
    -------
    edited()
        Something else is wanted.
    left_down()
        The user wants to go on into the tree.
    """

    edited = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _field(self)
        self.button = QToolButton(self)
        self.amount = QAction("按金额…", self)
        self._ticks = {mark: self._tick(mark) for mark in Mark}
        self.bar = QFrame(self)
        self.told = ElidedLabel(self.bar, left=True)
        self.off = QToolButton(self.bar)
        self._lay_out()
        self.field.textChanged.connect(self._on_edited)
        self.field.installEventFilter(self)
        self.amount.triggered.connect(self.ask_amount)
        self.off.clicked.connect(self.clear)
        self._dress()

    def _tick(self, mark: Mark) -> QAction:
        action = QAction(mark.value, self)
        action.setCheckable(True)
        action.toggled.connect(self._on_edited)
        return action

    def _lay_out(self) -> None:
        menu = QMenu(self.button)
        menu.setToolTipsVisible(True)
        for mark, action in self._ticks.items():
            if mark is Mark.CHANGED:
                menu.addSeparator()
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.amount)
        self.button.setMenu(menu)
        self.button.setText("筛选 ▾")
        self.button.setAccessibleName("筛选条件")
        self.button.setToolTip("只看有问题的、与上年不同的，或一定金额的项目")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setProperty("framed", True)
        self.off.setText("显示全部")
        self.off.setToolTip("取消筛选（在筛选框中按 Esc）")
        for button in (self.button, self.off):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setObjectName("filtering")
        above, below, column = QHBoxLayout(), QHBoxLayout(self.bar), QVBoxLayout(self)
        above.setSpacing(4)
        above.addWidget(self.field, 1)
        above.addWidget(self.button)
        below.setContentsMargins(8, 1, 2, 1)
        below.addWidget(self.told, 1)
        below.addWidget(self.off)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self.bar)

    @property
    def wanted(self) -> Wanted:
        """What is wanted to be seen."""
        marks = frozenset(mark for mark, action in self._ticks.items() if action.isChecked())
        return Wanted(one_line(self.field.text()).strip(), marks)

    def enter(self) -> None:
        """Take the keyboard, to type over what is there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def toggle(self, mark: Mark) -> None:
        """Want what has this mark, or no longer."""
        if self._ticks[mark].isEnabled():
            self._ticks[mark].toggle()

    def clear(self) -> None:
        """Want everything to be seen."""
        if self.wanted.is_all:
            self.field.clear()
            return
        for action in self._ticks.values():
            with QSignalBlocker(action):
                action.setChecked(False)
        if self.field.text():
            self.field.clear()  # which tells it, and hides the button in the field
        else:
            self._on_edited()

    def ask_amount(self) -> None:
        """Let an amount be typed."""
        text = self.field.text().rstrip()
        if not text.endswith(">"):
            self.field.setText(f"{text} >".lstrip())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.end(False)

    def has(self, mark: Mark) -> bool:
        """Tell whether what has this mark is wanted."""
        return self._ticks[mark].isChecked()

    def can(self, mark: Mark) -> bool:
        """Tell whether it can be known what has this mark."""
        return self._ticks[mark].isEnabled()

    def set_last_year(self, remembered: bool) -> None:
        """Offer to compare with the year before, where the table remembers one."""
        for mark in OF_YEARS:
            self._ticks[mark].setEnabled(remembered)
            self._ticks[mark].setToolTip("" if remembered else NO_YEAR)
            if not remembered:
                self._ticks[mark].setChecked(False)

    def set_counts(self, shown: int, every: int) -> None:
        """Tell how many projects are shown, and why not all."""
        words = self.wanted.words
        self.told.set_text(f"显示 {shown} / {every} 个项目：{words}" if words else "")
        self.bar.setAccessibleName(self.told.text())

    def _on_edited(self) -> None:
        self._dress()
        self.edited.emit()

    def _dress(self) -> None:
        """Make it plain that not everything is shown."""
        wanted = self.wanted
        self.bar.setVisible(not wanted.is_all)
        if self.button.property("on") is not bool(wanted.marks):
            self.button.setProperty("on", bool(wanted.marks))
            self.button.style().unpolish(self.button)
            self.button.style().polish(self.button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left_down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.wanted.is_all:
                    self.left_down.emit()
                self.clear()
                return True
        return super().eventFilter(watched, event)


def _field(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText("筛选项目或单位")
    field.setAccessibleName("筛选项目或单位")
    field.setAccessibleDescription(_TIP)
    field.setToolTip(_TIP)
    field.setClearButtonEnabled(True)
    free_undo_keys(field, own_first=True)
    return field
