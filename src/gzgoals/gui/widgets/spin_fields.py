"""Numbers that go up and down, with their digits where those of other fields stand."""

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

_INSET = 6
"""Pixels."""


def inset(field: QSpinBox | QDoubleSpinBox) -> None:
    """Set the digits in from the edge, where Qt leaves them in spite of what a style sheet says."""
    field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
