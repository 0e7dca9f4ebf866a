"""The two buttons that tick all rows of a list, or none."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def tick_buttons(parent: QWidget, tick_all: Callable[[], None], tick_none: Callable[[], None]) -> QWidget:
    """Return the buttons side by side, to stand in the corner over the list."""
    corner = QWidget(parent)
    line = QHBoxLayout(corner)
    line.setContentsMargins(0, 0, 0, 4)
    line.setSpacing(6)
    for text, do in (("全选(&L)", tick_all), ("全不选(&N)", tick_none)):
        button = QPushButton(text, corner)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        line.addWidget(button)
    return corner
