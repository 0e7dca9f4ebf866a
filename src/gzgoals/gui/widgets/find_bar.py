"""The bar above the list of hits: what is looked for, how and where, and what is to come in its place."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from gzgoals.core.search import Query, Where
from gzgoals.core.table import Place
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.text_field import NO_LIMIT, one_line
from gzgoals.gui.widgets.tick_box import TickBox
from gzgoals.gui.widgets.type_size import follow_type
from gzgoals.gui.widgets.window_undo import free_undo_keys

_OPTIONS = {"case": "区分大小写", "width": "区分全角和半角", "whole": "整格相同", "wildcards": "通配 * ?"}
_TIPS = {
    "case": "A 与 a 不同",
    "width": "％ 与 % 不同",
    "whole": "单元格的全部内容与查找内容相同",
    "wildcards": "* 代表任意多个字，? 代表一个字；查找 * 本身时写 ~*",
}
_IN_BRIEF = {
    Where.UNIT: "单位",
    Where.PROJECT: "项目",
    Where.OBJECTIVE: "目标",
    Where.INDICATOR: "指标",
    Where.VALUE: "值",
    Where.MEASURE: "计量",
}
"""What the fields of the table are called where there is little room."""


class FindBar(QWidget):
    """Two fields, the fields of the table to look in, the part of it, and options.

    Signals
    -------
    edited()
        Something else is looked for.
    new_edited()
        Something else is to come in its place.
    stepped(by)
        The user wants to go to the next hit, or the former one.
    replace_wanted(every)
        The user wants the ticked hits replaced, or every one.
    left_down()
        The user wants to go on into the list.
    left()
        The user wants to go back to the work.
    """

    edited = Signal()
    new_edited = Signal()
    stepped = Signal(int)
    replace_wanted = Signal(bool)
    left_down = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _line("查找", "查找内容", self)
        self.new = _line("替换为", "不填则删去", self)
        self.ticked = QPushButton(self)
        self.every = QPushButton("全部替换", self)
        self.where = {where: _tick(where, self) for where in Where}
        self.scope = ChoiceField([], self)
        self.options = _options(self)
        self.counts = ElidedLabel(self)
        self._brief = False
        self._lay_out()
        self._connect()
        self.set_replaceable(0, 0)

    def _lay_out(self) -> None:
        self.counts.setObjectName("caption")
        self.counts.setAccessibleName("查找结果")
        self.scope.setAccessibleName("查找范围")
        self.scope.setToolTip("在哪些项目中查找")
        self.ticked.setToolTip("替换勾选的各处，可一步撤销（Ctrl+Enter）")
        self.every.setToolTip("不论是否勾选，全部替换，可一步撤销")
        above = self._above = QGridLayout()
        above.setHorizontalSpacing(6)
        for column, (caption, field) in enumerate((("查找", self.text), ("替换为", self.new))):
            label = QLabel(caption, self)
            label.setObjectName("caption")
            label.setBuddy(field)
            above.addWidget(label, 0, 2 * column)
            above.addWidget(field, 0, 2 * column + 1)
            above.setColumnStretch(2 * column + 1, 1)
        above.addWidget(self.ticked, 0, 4)
        above.addWidget(self.every, 0, 5)
        below = self._below = QHBoxLayout()
        below.setSpacing(4)
        for box in self.where.values():
            below.addWidget(box)
        self.scope.setMinimumHeight(self.text.sizeHint().height())
        below.addWidget(self.scope)
        below.addWidget(self.options)
        below.addWidget(self.counts, 1)
        lines = self._lines = QGridLayout(self)
        lines.setContentsMargins(10, 6, 10, 4)
        lines.setVerticalSpacing(4)
        lines.addLayout(above, 0, 0)
        lines.addLayout(below, 1, 0)
        follow_type(self, self._fit_room)

    def _connect(self) -> None:
        self.text.textChanged.connect(self.edited)
        self.new.textChanged.connect(self.new_edited)
        for box in self.where.values():
            box.clicked.connect(self.edited)
        self.scope.edited.connect(self.edited)
        for option in self.options.menu().actions():
            option.toggled.connect(self._on_option_toggled)
        self.ticked.clicked.connect(lambda: self.replace_wanted.emit(False))
        self.every.clicked.connect(lambda: self.replace_wanted.emit(True))
        for field in (self.text, self.new):
            field.installEventFilter(self)

    def _fit_room(self) -> None:
        """Call the fields of the table by short names where there is no room for the long ones."""
        if not self.isVisible():
            return  # how wide it will be is told when it is shown
        around = self._lines.contentsMargins()
        long = self._below.minimumSize().width() + (self._saves if self._brief else 0)
        brief = long > self.width() - around.left() - around.right()
        if brief != self._brief:
            self._brief = brief
            for where, box in self.where.items():
                box.setText(_IN_BRIEF[where] if brief else where.value)

    @property
    def _saves(self) -> int:
        """How many pixels less the fields of the table take in brief."""
        width = self.fontMetrics().horizontalAdvance
        return sum(width(where.value) - width(brief) for where, brief in _IN_BRIEF.items())

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self._brief:
            return least
        around = self._lines.contentsMargins()
        above = self._above.minimumSize().width()
        below = self._below.minimumSize().width() - self._saves
        return QSize(max(above, below) + around.left() + around.right(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_room()

    def query(self, within: tuple[Place, ...]) -> Query:
        """Return what is looked for in these parts of the table."""
        where = frozenset(where for where, box in self.where.items() if box.isChecked())
        options = {str(option.data()): option.isChecked() for option in self.options.menu().actions()}
        return Query(one_line(self.text.text()), where, within, **options)

    def option(self, name: str) -> QAction:
        """Return the option with a name of `Query`."""
        return next(option for option in self.options.menu().actions() if option.data() == name)

    def set_scopes(self, scopes: dict[str, str]) -> None:
        """Offer these parts of the table, by key and label; the chosen one stays chosen as long as it is there."""
        chosen = self.scope.value()
        self.scope.clear()
        for key, label in scopes.items():
            self.scope.addItem(label, key)
        self.scope.setCurrentIndex(max(self.scope.findData(chosen), 0))

    def set_replaceable(self, ticked: int, every: int) -> None:
        """Tell how many hits would be another."""
        word = "替换" if self.new.text() else "删去"
        self.ticked.setText(f"{word}勾选的 {ticked} 处")
        self.every.setText(f"全部{word}")
        self.ticked.setEnabled(ticked > 0)
        self.every.setEnabled(every > 0)

    def begin(self, text: str) -> None:
        """Take the keyboard, to look for `text` where there is any."""
        if text:
            self.text.setText(one_line(text))
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def forget_typing(self) -> None:
        """Let the next Ctrl+Z take back what was replaced, not what was typed to do so."""
        for field in (self.text, self.new):
            with QSignalBlocker(field):
                field.setText(field.text())

    def _on_option_toggled(self) -> None:
        chosen = [option.text() for option in self.options.menu().actions() if option.isChecked()]
        self.options.setText(f"选项 {len(chosen)} ▾" if chosen else "选项 ▾")
        self.options.setToolTip("、".join(chosen) or "怎样才算找到")
        self.options.setProperty("on", bool(chosen))
        self.options.style().unpolish(self.options)  # a changed property is looked at only then
        self.options.style().polish(self.options)
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in (self.text, self.new):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.replace_wanted.emit(False)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Down:
                self.left_down.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                return False
        return True


def _line(name: str, prompt: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(prompt)
    field.setClearButtonEnabled(True)
    field.setMaxLength(NO_LIMIT)
    field.setMinimumWidth(110)
    free_undo_keys(field, own_first=True)
    return field


def _tick(where: Where, parent: QWidget) -> TickBox:
    box = TickBox(where.value, parent)
    box.setChecked(True)
    box.setAccessibleName(where.value)
    box.setToolTip(f"在{where.value}中查找")
    return box


def _options(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText("选项 ▾")
    button.setAccessibleName("查找选项")
    button.setToolTip("怎样才算找到")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("framed", True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setToolTipsVisible(True)
    for name, label in _OPTIONS.items():
        option = menu.addAction(label)
        option.setCheckable(True)
        option.setData(name)
        option.setToolTip(_TIPS[name])
    button.setMenu(menu)
    return button
