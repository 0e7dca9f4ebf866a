"""Two tables compared, to be read and exported."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gzgoals.core.years import Comparison
from gzgoals.gui.widgets.compare_view import CompareView

Export = Callable[[str], None]


class CompareDialog(QDialog):
    """Shows a comparison; `export` writes it to a file of the kind that a suffix names."""

    def __init__(self, comparison: Comparison, parent: QWidget, export: Export) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{comparison.old_year} 年与 {comparison.new_year} 年对比")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._export = export
        self.view = CompareView(self, writable=False)
        self.view.set_comparison(comparison)
        same = QLabel("两张表内容相同，没有改动。", self)
        same.setObjectName("caption")
        same.setVisible(not comparison.changes)
        buttons = QDialogButtonBox(self)
        for text, do in (("导出 PDF…", self._on_pdf_clicked), ("导出 Excel…", self._on_sheet_clicked)):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(do)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part, stretch in ((same, 0), (self.view, 1), (buttons, 0)):
            layout.addWidget(part, stretch)

    @classmethod
    def tell(cls, comparison: Comparison, parent: QWidget, export: Export) -> None:
        """Show a comparison until it is closed."""
        dialog = cls(comparison, parent, export)
        dialog.resize(parent.size() * 0.92)
        dialog.view.view.setFocus()
        dialog.exec()

    def _on_pdf_clicked(self) -> None:
        self._export(".pdf")

    def _on_sheet_clicked(self) -> None:
        self._export(".xlsx")
