"""The reason for leaving a finding as it is: given, changed, renewed or taken back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gzgoals.core.checks import Finding, why
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.widgets.badge import BadgeLabel
from gzgoals.gui.widgets.type_size import fitting

_LONG = 200
"""Characters of a checked value that are shown."""


def ask_reason(parent: QWidget, finding: Finding, where: str, former: str = "") -> str | None:
    """Ask for a reason and return it; an empty one takes the explanation back, None leaves everything as it is.

    `where` says in words where the finding is, `former` what stood there when a reason was written that has lapsed.
    """
    dialog = ExplainDialog(finding, where, former, parent)
    dialog.resize(fitting(dialog, QSize(560, 0)).width(), dialog.sizeHint().height())
    return dialog.reason() if accepted(dialog) else None


class ExplainDialog(QDialog):
    """A finding with what was checked, and room for the reason."""

    def __init__(self, finding: Finding, where: str, former: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("说明理由")
        self._withdrawn = False
        self.text = QPlainTextEdit(finding.reason, self)
        self.text.setAccessibleName("理由")
        self.text.setPlaceholderText("写明为什么保留不改，例如：该项目不直接面向服务对象，不设满意度指标。")
        self.text.setTabChangesFocus(True)
        self.text.setObjectName("reason")
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 18)
        self.save, self.withdraw, buttons = self._buttons(finding)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._heading(finding))
        for line in _lines(finding, where, former):
            layout.addWidget(_label(line, self, muted=True))
        layout.addWidget(self.text)
        layout.addWidget(_label("理由随文件保存，并列入检查报告；所检查的内容一改动，理由即失效。", self, muted=True))
        layout.addWidget(buttons)
        self.text.textChanged.connect(self._refresh)
        self._refresh()
        self.text.selectAll()
        self.text.setFocus()

    def _heading(self, finding: Finding) -> QHBoxLayout:
        line = QHBoxLayout()
        badge = BadgeLabel(self)
        badge.set_badge(Badge(finding.severity))
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_label(finding.message, self), 1)
        return line

    def _buttons(self, finding: Finding) -> tuple[QWidget, QWidget, QDialogButtonBox]:
        buttons = QDialogButtonBox(self)
        save = buttons.addButton("保存", QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        save.setToolTip("Ctrl+Enter")
        withdraw = buttons.addButton("撤回理由", QDialogButtonBox.ButtonRole.DestructiveRole)
        withdraw.setVisible(bool(finding.reason))
        withdraw.setAutoDefault(False)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        withdraw.clicked.connect(self._on_withdraw_clicked)
        return save, withdraw, buttons

    def reason(self) -> str:
        """Return the reason as it is written; nothing where it is taken back."""
        return "" if self._withdrawn else self.text.toPlainText().strip()

    def _refresh(self) -> None:
        self.save.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_withdraw_clicked(self) -> None:
        self._withdrawn = True
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.save.isEnabled():
            self.accept()
        else:
            super().keyPressEvent(event)


def _lines(finding: Finding, where: str, former: str) -> list[str]:
    lines = [where]
    if finding.lapsed:
        lines.append(
            f"理由已失效：写理由时为“{_short(former)}”，现在是“{_short(finding.value)}”。请核对后重新保存或撤回。"
        )
    elif finding.value:
        lines.append(f"所检查的内容：{_short(finding.value)}")
    lines.append(f"为何检查：{why(finding.rule)}")
    return lines


def _short(text: str) -> str:
    """Return a checked value on one line, not too long; two cells that say the same are told once."""
    parts = dict.fromkeys(text.split("；"))
    line = " ".join((text if len(parts) > 1 else next(iter(parts))).split()) or "（空）"
    return f"{line[:_LONG]}…" if len(line) > _LONG else line


def _label(text: str, parent: QWidget, *, muted: bool = False) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if muted:
        label.setObjectName("caption")
    return label
