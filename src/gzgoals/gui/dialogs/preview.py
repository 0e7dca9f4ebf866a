"""The pages as they will print, to leaf through and then to print."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QGraphicsView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gzgoals.gui.dialogs.asking import accepted


class PreviewDialog(QDialog):
    """Shows what `paint` puts on `printer`; accepted when the user wants it printed.

    Qt's own preview dialog prints by replaying the pictures of its pages, whose text then is no longer exact; here the
    pages are painted anew.
    """

    def __init__(self, printer: QPrinter, paint: Callable[[QPrinter], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印预览")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printer = printer  # the widget does not keep it alive
        self.pages = QPrintPreviewWidget(printer, self)
        self.pages.paintRequested.connect(paint)
        self.pages.previewChanged.connect(self._refresh)
        for page in self.pages.findChildren(QGraphicsView):
            page.setAccessibleName("页面")
            page.viewport().setAccessibleName("页面")
        self._place = QLabel(self)
        self._back = self._button("上一页", "PgUp", self._turn_back)
        self._on = self._button("下一页", "PgDown", self._turn_on)
        bar = QHBoxLayout()
        for part in (self._back, self._place, self._on):
            bar.addWidget(part)
        bar.addSpacing(16)
        for text, keys, do in (
            ("适合宽度", "Ctrl+1", self.pages.fitToWidth),
            ("整页", "Ctrl+2", self.pages.fitInView),
            ("放大", "Ctrl++", self.pages.zoomIn),
            ("缩小", "Ctrl+-", self.pages.zoomOut),
        ):
            bar.addWidget(self._button(text, keys, do))
        bar.addStretch(1)
        bar.addWidget(self._button("打印…", "Ctrl+P", self.accept))
        bar.addWidget(self._button("关闭", "", self.reject))
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.pages, 1)
        self.pages.fitToWidth()

    @classmethod
    def ask(cls, printer: QPrinter, paint: Callable[[QPrinter], None], parent: QWidget, title: str = "") -> bool:
        """Show the pages and tell whether the user wants them printed."""
        dialog = cls(printer, paint, parent)
        if title:
            dialog.setWindowTitle(title)
        dialog.resize(parent.size() * 0.92)
        return accepted(dialog)

    def _button(self, text: str, keys: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setShortcut(QKeySequence(keys))
        button.setToolTip(f"{text}（{keys}）" if keys else text)
        button.clicked.connect(do)
        return button

    def _turn_back(self) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() - 1)
        self._refresh()

    def _turn_on(self) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + 1)
        self._refresh()

    def _refresh(self) -> None:
        page, count = self.pages.currentPage(), self.pages.pageCount()
        self._place.setText(f"第 {page} 页 共 {count} 页")
        self._back.setEnabled(page > 1)
        self._on.setEnabled(page < count)
