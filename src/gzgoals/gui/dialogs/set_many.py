"""Category, sign and measure of many indicators at once: what is left at 不改 stays as it is in each."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.table import OPERATORS, Catalogue
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.widgets.choice_editor import NO_SIGN
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.text_field import one_line

_KEEP = "不改"
_SIDES = ((("cycle", "annual"), "两者"), (("cycle",), "仅实施周期指标值"), (("annual",), "仅年度指标值"))


@dataclass(frozen=True, slots=True)
class Setting:
    """What many indicators get; None leaves it as it is. `sides` are the targets whose sign and measure are meant."""

    category: str | None = None
    operator: str | None = None
    measure: str | None = None
    sides: tuple[str, ...] = ("cycle", "annual")

    @property
    def says_nothing(self) -> bool:
        """Whether all stays as it is."""
        return self.category is None and self.operator is None and self.measure is None


def ask_setting(parent: QWidget, catalogue: Catalogue, about: str) -> Setting | None:
    """Ask what many indicators are to get; `about` says how many there are. None to leave them."""
    dialog = SetManyDialog(catalogue, about, parent)
    return dialog.setting() if accepted(dialog) else None


class SetManyDialog(QDialog):
    """Three fields that are left alone until something is chosen."""

    def __init__(self, catalogue: Catalogue, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量设置指标")
        labels = [(each.code, _label(catalogue, each.code)) for each in catalogue.categories if each.parent]
        self.category = ChoiceField(((None, _KEEP), *labels), self)
        self.operator = ChoiceField(((None, _KEEP), *((sign, sign or NO_SIGN) for sign in OPERATORS)), self)
        self.sets_measure = ChoiceField(((False, _KEEP), (True, "改为")), self)
        self.measure = QLineEdit(self)
        self.measure.setPlaceholderText("留空即清除计量单位")
        self.measure.setEnabled(False)
        self.sides = ChoiceField(_SIDES, self)
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("设置", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out(about)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.category.edited.connect(self._refresh)
        self.operator.edited.connect(self._refresh)
        self.sets_measure.edited.connect(self._on_measure_chosen)
        self._refresh()

    def _lay_out(self, about: str) -> None:
        told = QLabel(f"{about}。选“不改”的内容保持原样，可一步撤销。", self)
        told.setWordWrap(True)
        self.measure.setAccessibleName("计量单位")
        self.sets_measure.setAccessibleName("是否改计量单位")
        for field in (self.category, self.operator, self.sets_measure, self.measure, self.sides):
            field.setMinimumHeight(field.fontMetrics().height() + 12)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.addRow("指标类别(&C)", self.category)
        form.addRow("计算符号(&O)", self.operator)
        measure = QHBoxLayout()
        measure.setSpacing(8)
        measure.addWidget(self.sets_measure)
        measure.addWidget(self.measure, 1)
        label = QLabel("计量单位(&M)", self)
        label.setBuddy(self.sets_measure)
        form.addRow(label, measure)
        form.addRow("符号和单位用于(&S)", self.sides)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addWidget(told)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(440)

    def setting(self) -> Setting:
        """Return what has been chosen."""
        category, operator = self.category.value(), self.operator.value()
        sides = next(side for side, label in _SIDES if label == self.sides.currentText())
        return Setting(
            None if category is None else str(category),
            None if operator is None else str(operator),
            one_line(self.measure.text()).strip() if self.sets_measure.value() else None,
            sides,
        )

    def _refresh(self) -> None:
        self.go.setEnabled(not self.setting().says_nothing)

    def _on_measure_chosen(self, wanted: object) -> None:
        self.measure.setEnabled(bool(wanted))
        if wanted:
            self.measure.setFocus()
        self._refresh()


def _label(catalogue: Catalogue, code: str) -> str:
    first, second = catalogue.levels(code)
    return f"{second}（{first.partition('-')[2]}）"
