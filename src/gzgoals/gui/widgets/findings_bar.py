"""The bar above the list of findings: what is to be seen, in which groups, and how many there are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from gzgoals.core.checks import Severity, rule_name
from gzgoals.core.table import TABLE, Place
from gzgoals.gui.models.finding_choice import Choice, Grouping
from gzgoals.gui.models.finding_pieces import Tally
from gzgoals.gui.widgets.badge_toggle import BadgeToggle
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.type_size import follow_type, scaled
from gzgoals.gui.widgets.window_undo import free_undo_keys

_MANY = 5000
"""From how many findings on a typed text is looked for only when the typing pauses."""
_PAUSE = 200
"""Milliseconds."""


class FindingsBar(QWidget):
    """Toggles, groupings and filters.

    Signals
    -------
    edited()
        The user has chosen something else.
    hints_wanted(rules)
        The user wants the hints of these rules again.
    left_down()
        The user wants to go on into the list.
    """

    edited = Signal()
    hints_wanted = Signal(object)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggles = {severity: BadgeToggle(severity, self) for severity in sorted(Severity, reverse=True)}
        self.answered = BadgeToggle(None, self)
        self.grouping = ChoiceField([(each, each.value) for each in Grouping], self)
        self.rule = ChoiceField([("", _ALL)], self)
        self.only_here = _button("仅当前项目", self)
        self.text = QLineEdit(self)
        self.hints_off = _button("", self)
        self.counts = QLabel(self)
        self._rules: tuple[str, ...] = ()
        self._total = 0
        self._brief = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._name()
        self._lay_out()
        self._connect()

    def _name(self) -> None:
        self.grouping.setAccessibleName("分组")
        self.grouping.setToolTip("问题如何分组")
        self.rule.setAccessibleName("规则")
        self.rule.setToolTip("只看一条规则的问题")
        self.only_here.setCheckable(True)
        self.only_here.setToolTip("只看正在编辑的项目、单位的问题")
        self.text.setAccessibleName("筛选问题")
        self.text.setPlaceholderText("筛选问题")
        self.text.setClearButtonEnabled(True)
        self.counts.setObjectName("caption")
        self.hints_off.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hints_off.setMenu(QMenu(self.hints_off))
        self.hints_off.hide()
        free_undo_keys(self.text, own_first=True)

    def _lay_out(self) -> None:
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 10, 4)
        line.setSpacing(4)
        for toggle in (*self.toggles.values(), self.answered):
            line.addWidget(toggle)
        line.addSpacing(4)
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(6)
        self.rule.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_type(self, self._fit_type)
        for part, share in ((self.grouping, 0), (self.rule, 2), (self.only_here, 0), (self.text, 3)):
            line.addWidget(part, share)
        line.addWidget(self.hints_off)
        line.addWidget(self.counts)

    def _fit_type(self) -> None:
        self.rule.setMaximumWidth(scaled(self, 220))
        self.text.setMinimumWidth(scaled(self, 84))
        for field in (self.grouping, self.rule):
            field.setMinimumHeight(self.text.sizeHint().height())
        self.grouping.setMinimumWidth(self.grouping.sizeHint().width() + 12)

    def _fit_room(self) -> None:
        """Say everything in brief where there is no room for the words."""
        brief = self._line.minimumSize().width() + (self._saves if self._brief else 0) > self.width()
        if brief == self._brief:
            return
        self._brief = brief
        for toggle in (*self.toggles.values(), self.answered):
            toggle.set_brief(brief)
        self.counts.setVisible(not brief)

    @property
    def _saves(self) -> int:
        """How many pixels less the bar takes in brief."""
        toggles = sum(toggle.saves for toggle in (*self.toggles.values(), self.answered))
        return toggles + self.counts.sizeHint().width() + self._line.spacing()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width() - (0 if self._brief else self._saves), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()

    def _connect(self) -> None:
        for toggle in (*self.toggles.values(), self.answered, self.only_here):
            toggle.clicked.connect(self.edited)
        self.grouping.edited.connect(self.edited)
        self.rule.edited.connect(self.edited)
        self.text.textChanged.connect(self._on_text_changed)
        self.text.installEventFilter(self)
        self._timer.timeout.connect(self.edited)

    def choice(self, here: Place) -> Choice:
        """Return what is chosen, while the thing at `here` is being edited."""
        return Choice(
            Grouping(self.grouping.value()),
            frozenset(severity for severity, toggle in self.toggles.items() if toggle.isChecked()),
            self.answered.isChecked(),
            str(self.rule.value()),
            here.thing if self.only_here.isChecked() else TABLE,
            self.text.text().strip(),
        )

    def show_everything(self) -> None:
        """Choose that nothing is left out, as when another table is opened; the grouping stays."""
        with QSignalBlocker(self.text):
            self.text.clear()
        for toggle in (*self.toggles.values(), self.answered):
            toggle.setChecked(True)
        self.only_here.setChecked(False)
        self.rule.setCurrentIndex(0)

    def set_rule(self, rule: str) -> None:
        """Choose to see one rule only."""
        self.rule.setCurrentIndex(max(self.rule.findData(rule), 0))
        self.edited.emit()

    def set_counts(self, every: Tally, shown: Tally, rules: Mapping[str, int]) -> None:
        """Show how many findings there are, and how many of them in the list."""
        self._total = every.total
        for severity, toggle in self.toggles.items():
            toggle.set_count(every.severities[severity])
        self.answered.set_count(every.answered)
        self.counts.setText(f"显示 {shown.total} / 共 {every.total}")
        self._fit_room()
        there = tuple(sorted(rule for rule, count in rules.items() if count))
        if there != self._rules:
            self._rules = there
            self._fill_rules()

    def _fill_rules(self) -> None:
        """Offer the rules of which there are findings, and the chosen one all the same."""
        chosen = str(self.rule.value())
        offered = sorted({*self._rules, chosen} - {""})
        self.rule.clear()
        self.rule.addItem(_ALL, "")
        for rule in offered:
            self.rule.addItem(f"{rule} {rule_name(rule)}", rule)
        self.rule.setCurrentIndex(max(self.rule.findData(chosen), 0))
        self.rule.view().setMinimumWidth(self.rule.view().sizeHintForColumn(0) + 24)

    def set_hints_off(self, rules: Sequence[str]) -> None:
        """Tell which hints are switched off in this table."""
        menu = self.hints_off.menu()
        menu.clear()
        for rule in rules:
            action = menu.addAction(f"重新提示：{rule_name(rule)}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, rule=rule: self.hints_wanted.emit((rule,)))
        if len(rules) > 1:
            menu.addSeparator()
            menu.addAction("全部重新提示").triggered.connect(lambda: self.hints_wanted.emit(tuple(rules)))
        self.hints_off.setText(f"已关闭 {len(rules)} 类提示 ▾")
        self.hints_off.setToolTip("\n".join(rule_name(rule) for rule in rules))
        self.hints_off.setVisible(bool(rules))

    def _on_text_changed(self) -> None:
        if self._total > _MANY:
            self._timer.start(_PAUSE)
        else:
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in keys:
                self.left_down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.text.text():
                self.text.clear()
                return True
        return super().eventFilter(watched, event)


_ALL = "全部规则"


def _button(text: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("framed", True)
    return button
