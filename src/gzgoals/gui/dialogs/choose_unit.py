"""Which unit projects are to be moved to."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.lookup import ranked
from gzgoals.core.table import Unit
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.widgets.line_above import walk_below


def ask_unit(parent: QWidget, units: Sequence[Unit], about: str) -> str | None:
    """Ask for one of these units and return its id; None to leave things where they are."""
    dialog = UnitDialog(units, about, parent)
    dialog.resize(QSize(420, 400).boundedTo(parent.size() * 0.95))
    return dialog.chosen() if accepted(dialog) else None


class UnitDialog(QDialog):
    """A list of units, found by any part of their name, by pinyin or initials."""

    def __init__(self, units: Sequence[Unit], about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("移到其他单位")
        self._units = [(unit.id, unit.name or "（未填单位名称）") for unit in units]
        told = QLabel(about, self)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.wanted = QLineEdit(self)
        self.wanted.setPlaceholderText("查找单位（可用拼音首字母）")
        self.wanted.setAccessibleName("查找单位")
        self.list = QListWidget(self)
        self.list.setAccessibleName("单位")
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("移到这里", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        for part in (told, self.wanted, self.list, self.buttons):
            layout.addWidget(part)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        walk_below(self.wanted, self.list)
        self.wanted.textChanged.connect(self._refresh)
        self._refresh()
        self.wanted.setFocus()

    def chosen(self) -> str | None:
        """Return the id of the unit that is current."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole)) if self.list.count() else None

    def _refresh(self) -> None:
        self.list.clear()
        wanted = self.wanted.text().strip()
        names = [name for _, name in self._units]
        rows = [row for row, _ in ranked(wanted, names)] if wanted else range(len(names))
        for row in rows:
            key, name = self._units[row]
            item = QListWidgetItem(name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(name)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
        self.list.setCurrentRow(0)
        self.go.setEnabled(self.list.count() > 0)
