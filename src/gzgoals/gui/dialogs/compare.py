"""Two tables compared, to be read and exported."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gzgoals.core.years import Comparison
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.change_rows import Sides
from gzgoals.gui.widgets.compare_view import CompareView

Export = Callable[[str], None]


class CompareDialog(QDialog):
    """Shows a comparison; `export`, where there is one, writes it to a file of the kind that a suffix names.

    `sides` are what two tables of the same year are called.
    """

    def __init__(
        self, comparison: Comparison, parent: QWidget, export: Export | None, sides: Sides | None = None
    ) -> None:
        super().__init__(parent)
        old, new = sides or (f"{comparison.old_year} 年", f" {comparison.new_year} 年")
        self.setWindowTitle(f"{old}与{new}对比")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._export = export or _refuse
        self.view = CompareView(self, writable=False, sides=sides)
        self.view.set_comparison(comparison)
        same = QLabel("两张表内容相同，没有改动。", self)
        same.setObjectName("caption")
        same.setVisible(not comparison.changes)
        buttons = QDialogButtonBox(self)
        exports = (("导出 PDF…", self._on_pdf_clicked), ("导出 Excel…", self._on_sheet_clicked)) if export else ()
        for text, do in exports:
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(do)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part, stretch in ((same, 0), (self.view, 1), (buttons, 0)):
            layout.addWidget(part, stretch)

    @classmethod
    def tell(cls, comparison: Comparison, parent: QWidget, export: Export | None, sides: Sides | None = None) -> None:
        """Show a comparison until it is closed."""
        dialog = cls(comparison, parent, export, sides)
        window = parent.parentWidget() or parent  # a dialog may be small
        dialog.resize(window.size() * 0.92)
        dialog.view.view.setFocus()
        accepted(dialog)

    def _on_pdf_clicked(self) -> None:
        self._export(".pdf")

    def _on_sheet_clicked(self) -> None:
        self._export(".xlsx")


def _refuse(_suffix: str) -> None:
    """Stand for an export where there is none, and no button for it either."""
