"""The head and the foot of a dialog that fills a window: what it is about, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)


def head_of(parent: QWidget, title: str, about: str) -> QFrame:
    """Return a bar with a title on the left and what it is about on the right."""
    bar, line = _bar(parent, "head")
    heading = QLabel(title, bar)
    heading.setObjectName("dialog_title")
    told = QLabel(about, bar)
    told.setObjectName("caption")
    told.setTextFormat(Qt.TextFormat.PlainText)
    line.addWidget(heading)
    line.addStretch(1)
    line.addWidget(told)
    return bar


def foot_of(parent: QWidget, choices: QWidget, cancel: QPushButton, go: QPushButton) -> QFrame:
    """Return a bar with choices on the left and the two ways out on the right; `go` is the main one."""
    bar, line = _bar(parent, "foot")
    go.setObjectName("primary")
    go.setDefault(True)
    cancel.setAutoDefault(False)
    for field in (*choices.findChildren(QComboBox), *choices.findChildren(QSpinBox)):
        field.setMinimumHeight(field.fontMetrics().height() + 12)
    line.addWidget(choices)
    line.addStretch(1)
    line.addWidget(cancel)
    line.addWidget(go)
    return bar


def frame(dialog: QDialog, head: QFrame, body: QWidget | QLayout, foot: QFrame) -> None:
    """Fill a dialog with its body, which takes all the room that is left, between head and foot."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    if isinstance(body, QLayout):
        column.addLayout(body, 1)
    else:
        column.addWidget(body, 1)
    column.addWidget(foot)


def _bar(parent: QWidget, name: str) -> tuple[QFrame, QHBoxLayout]:
    bar = QFrame(parent)
    bar.setObjectName(name)
    bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line = QHBoxLayout(bar)
    line.setContentsMargins(16, 10, 16, 10)
    line.setSpacing(10)
    return bar, line
