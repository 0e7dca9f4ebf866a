"""Showing a dialog until it is answered."""

from PySide6.QtWidgets import QDialog


def accepted(dialog: QDialog) -> bool:
    """Show a dialog, tell whether it was accepted, and free it: what it was answered is to be read at once."""
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()  # else each that was ever shown would live as long as the window
