"""What was guessed while a file was read, for the user to look over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


def tell_doubts(parent: QWidget, summary: str, doubts: Sequence[str]) -> None:
    """Tell what was read and, line by line, what of it was inferred."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("导入结果")
    dialog.resize(720, 320)
    label = QLabel(f"{summary}\n其中 {len(doubts)} 处是推断的，请核对：", dialog)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    text = QPlainTextEdit("\n".join(doubts), dialog)
    text.setReadOnly(True)
    text.setAccessibleName("推断的内容")
    buttons = QDialogButtonBox(dialog)
    buttons.addButton("知道了", QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    for part in (label, text, buttons):
        layout.addWidget(part)
    dialog.exec()
