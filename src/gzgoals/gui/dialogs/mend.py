"""All fixes of one kind about to be applied: what each changes, to be ticked one by one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gzgoals.core.checks import Finding, Mend, rule_name
from gzgoals.core.table import GoalTable
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.tick_buttons import tick_buttons
from gzgoals.gui.models.mend_rows import COLUMNS, MendRow, mend_rows
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.type_size import fitting

_WIDTHS = {"ticked": 46, "owner": 170, "where": 210}
_WHERE = [column.key for column in COLUMNS].index("where")


def ask_mending(parent: QWidget, table: GoalTable, mends: Sequence[Mend], kind: str) -> tuple[Finding, ...]:
    """Show what a kind of fix changes and return the findings that are to be mended, none to leave it."""
    dialog = MendDialog(table, mends, kind, parent)
    dialog.resize(fitting(dialog, QSize(920, 560)).boundedTo(parent.size() * 0.95))
    return dialog.chosen() if accepted(dialog) else ()


class MendDialog(QDialog):
    """A row a finding, its text before and after; the button says how many are ticked."""

    def __init__(self, table: GoalTable, mends: Sequence[Mend], kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("全部同类修正")
        self._mends = mends
        self._rows = list(mend_rows(table, mends, range(len(mends))))
        self.model: RowsModel[MendRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self, lines=2)
        self.view.setAccessibleName("将要修正的内容")
        self.view.setColumnHidden(_WHERE, not any(row.where for row in self._rows))
        names = "、".join(dict.fromkeys(rule_name(mend.finding.rule) for mend in mends))
        about = QLabel(f"“{names}”共 {len(mends)} 处可以一并修正：{kind}。勾选要修正的，可一步撤销。", self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(about, 1)
        top.addWidget(tick_buttons(self, self._tick_all, self._tick_none))
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.buttons)
        self.model.wished.connect(self._on_wished)
        self._refresh()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def chosen(self) -> tuple[Finding, ...]:
        """Return the findings that are ticked."""
        return tuple(mend.finding for number, mend in enumerate(self._mends) if self._rows[number].ticked)

    def _refresh(self) -> None:
        self.model.set_rows(tuple(self._rows))
        ticked = sum(row.ticked for row in self._rows)
        self.go.setText(f"修正 {ticked} 处")
        self.go.setEnabled(ticked > 0)

    def _on_wished(self, number: int, _column: str, text: str) -> None:
        self._rows[number] = replace(self._rows[number], ticked=bool(text))
        self._refresh()

    def _tick_all(self) -> None:
        self._tick(ticked=True)

    def _tick_none(self) -> None:
        self._tick(ticked=False)

    def _tick(self, *, ticked: bool) -> None:
        self._rows = [replace(row, ticked=ticked) for row in self._rows]
        self._refresh()
