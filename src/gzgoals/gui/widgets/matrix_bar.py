"""The bar above the matrix: which projects stand side by side, and which of their targets is typed."""

from collections.abc import Sequence
from itertools import starmap

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gzgoals.core.siblings import Side
from gzgoals.gui.widgets.choice_field import ChoiceField

_TIPS = {
    Side.BOTH: "键入的指标值同时写入实施周期和年度；不同时可写成“≥95% / ≥90%”",
    Side.CYCLE: "键入的指标值只写入实施周期",
    Side.ANNUAL: "键入的指标值只写入年度",
}


class MatrixBar(QWidget):
    """What can be chosen about the matrix.

    Signals
    -------
    group_chosen(value)
        The user has chosen another entry of the list of groups.
    side_chosen()
        The user has chosen another of the targets.
    projects_wanted()
        The user wants to tick the projects.
    """

    group_chosen = Signal(object)
    side_chosen = Signal()
    projects_wanted = Signal()

    def __init__(self, legend: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[object, str], ...] = ()
        self.groups = ChoiceField((), self)
        self.groups.setAccessibleName("哪一组项目")
        self.groups.setToolTip("哪些项目并排编辑")
        self.groups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groups.setMinimumContentsLength(12)
        self.groups.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.groups.setMaximumWidth(460)
        self.choose = QPushButton("选择项目…", self)
        self.choose.setToolTip("勾选任意几个项目并排编辑")
        self.sides = {side: self._side_button(side) for side in Side}
        self._group = QButtonGroup(self)
        self.legend = QLabel(legend, self)
        self.legend.setObjectName("caption")
        self._lay_out()
        self.groups.edited.connect(self.group_chosen)
        self.choose.clicked.connect(self.projects_wanted)
        self._group.buttonClicked.connect(self.side_chosen)

    def _side_button(self, side: Side) -> QToolButton:
        button = QToolButton(self)
        button.setText(side.value)
        button.setCheckable(True)
        button.setChecked(side is Side.BOTH)
        button.setToolTip(_TIPS[side])
        button.setAccessibleDescription(_TIPS[side])
        button.setFocusPolicy(self.choose.focusPolicy())
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 5, 12, 5)
        line.setSpacing(4)
        self.groups.setMinimumHeight(self.choose.sizeHint().height())
        line.addWidget(self.groups, 100)
        line.addWidget(self.choose)
        line.addStretch(1)
        typed = QLabel("填写", self)
        typed.setObjectName("caption")
        line.addWidget(typed)
        for button in self.sides.values():
            self._group.addButton(button)
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self.legend)

    @property
    def side(self) -> Side:
        """Which of the targets is typed."""
        return next(side for side, button in self.sides.items() if button.isChecked())

    def set_groups(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """Offer these entries, of which `value` is chosen."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.groups.clear()
            list(starmap(lambda each, label: self.groups.addItem(label, each), choices))
            self.groups.view().setMinimumWidth(min(self.groups.view().sizeHintForColumn(0) + 24, 560))
        self.groups.set_value(value)
