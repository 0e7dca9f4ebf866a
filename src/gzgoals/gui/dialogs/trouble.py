"""The one calm word when something unexpected has gone wrong."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from gzgoals.core.files.homes import log_home

_DONE = {True: "已记录。", False: "日志未能写入。"}
_KEPT = {True: "您的内容已自动保护，", False: "自动保护没有成功，请尽快保存，"}


class TroubleBox(QMessageBox):
    """Says that something went wrong, whether it is `logged` and the work `saved`, and that one can go on.

    Where the program is `ending` it says that instead.
    """

    def __init__(self, parent: QWidget | None, *, logged: bool, saved: bool, ending: bool = False) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Information)
        self.setWindowTitle("绩效目标表")
        self.setTextFormat(Qt.TextFormat.PlainText)
        if ending:
            self.setText(f"程序遇到意外问题，需要关闭，{_DONE[logged]}")
            kept = "您的内容已自动保护，下次启动时可以恢复。" if saved else ""
            self.setInformativeText(f"{kept}请把日志发给维护人员。")
        else:
            self.setText(f"刚才的操作没有完成，{_DONE[logged]}")
            self.setInformativeText(f"{_KEPT[saved]}可以继续使用；如再次出现，请把日志发给维护人员。")
        self.go_on = self.addButton("关闭" if ending else "继续", QMessageBox.ButtonRole.AcceptRole)
        self.folder = self.addButton("打开日志文件夹", QMessageBox.ButtonRole.ActionRole)
        self.setDefaultButton(self.go_on)
        self.setEscapeButton(self.go_on)
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: QAbstractButton) -> None:
        if button is self.folder:
            open_log_folder()


def open_log_folder() -> None:
    """Show the folder of logs in the desktop's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_home())))
