"""Amounts of many projects about to be raised, cut or rounded: what each becomes, before it is applied."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gzgoals.core.edits import Scaling, rescaled
from gzgoals.core.edits.amounts import STEPS
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.rescaled_rows import COLUMNS, RescaledRow, rescaled_rows
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.spin_fields import inset

_WIDTHS = {"before": 130, "after": 130, "difference": 130}
_WORDS = {
    "元": "元（四位小数）",
    "百元": "百元（两位小数）",
    "千元": "千元（一位小数）",
    "万元": "万元（整数）",
}
_MOST = 1000.0


def ask_scaling(parent: QWidget, table: GoalTable, places: Sequence[Place]) -> Scaling | None:
    """Ask how the amounts of the projects at `places` are to change; None to leave them."""
    dialog = RescaleDialog(table, places, parent)
    dialog.resize(QSize(760, 540).boundedTo(parent.size() * 0.95))
    return dialog.scaling() if accepted(dialog) else None


class RescaleDialog(QDialog):
    """A percentage, what is rounded to, and each project's total before and after."""

    def __init__(self, table: GoalTable, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量调整金额")
        self._table, self._places = table, places
        self.direction = ChoiceField(((-1, "压减"), (1, "增加")), self)
        self.percent = _percent_field(self)
        self.step = ChoiceField(tuple((step, _WORDS[step]) for step in STEPS), self)
        self.step.set_value("百元")
        self.model: RowsModel[RescaledRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self)
        self.note = QLabel(self)
        self.note.setObjectName("caption")
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.direction.edited.connect(self.refresh)
        self.step.edited.connect(self.refresh)
        self.percent.valueChanged.connect(self.refresh)
        self.refresh()
        self.percent.setFocus()
        self.percent.selectAll()

    def _lay_out(self) -> None:
        for widget, name in ((self.direction, "压减或增加"), (self.percent, "百分比"), (self.step, "四舍五入到")):
            widget.setAccessibleName(name)
            widget.setMinimumHeight(widget.fontMetrics().height() + 12)
        self.view.setAccessibleName("调整前后的金额")
        line = QHBoxLayout()
        line.setSpacing(8)
        rounding = QLabel("四舍五入到(&R)", self)
        rounding.setBuddy(self.step)
        for part in (self.direction, self.percent, rounding, self.step):
            line.addWidget(part)
        line.insertSpacing(2, 16)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def scaling(self) -> Scaling:
        """Return how the amounts are to change."""
        percent = Decimal(str(round(self.percent.value(), 2))) * Decimal(str(self.direction.value()))
        return Scaling(percent, str(self.step.value()))

    def refresh(self) -> None:
        """Show what the amounts become."""
        found = rescaled(self._table, self._places, self.scaling())
        self.model.set_rows(rescaled_rows(found))
        changed = sum(each.before != each.after for each in found)
        drafts = sum(each.draft for each in found)
        about = "财政拨款、财政专户拨款和其他资金分别计算，总计为三者之和，单位：万元。可一步撤销。"
        self.note.setText(about + (f"标 ※ 的 {drafts} 个项目有金额不是数字，该金额保持原样。" if drafts else ""))
        self.go.setText(f"调整 {changed} 个项目")
        self.go.setEnabled(changed > 0)


def _percent_field(parent: QWidget) -> QDoubleSpinBox:
    field = QDoubleSpinBox(parent)
    inset(field)
    field.setLocale(QLocale(QLocale.Language.C))
    field.setRange(0, _MOST)
    field.setDecimals(2)
    field.setValue(5)
    field.setSuffix(" %")
    return field
