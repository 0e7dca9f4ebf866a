"""Short questions and notices."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from gzgoals.core.visible import visible


class Unsaved(Enum):
    """What to do with unsaved work."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


def ask_unsaved(parent: QWidget, name: str) -> Unsaved:
    """Ask whether to save the changes to `name` before it is closed."""
    box = _box(
        parent, QMessageBox.Icon.Warning, f"“{name}”有未保存的修改。", "要先保存吗？不保存的话，这些修改将丢失。"
    )
    save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    clicked = _answer(box)
    return Unsaved.SAVE if clicked is save else Unsaved.DISCARD if clicked is discard else Unsaved.STAY


def ask_print_with_errors(parent: QWidget, errors: int) -> bool:
    """Ask whether a table with errors is to be printed all the same."""
    box = _box(
        parent, QMessageBox.Icon.Question, f"表中还有 {errors} 处错误。", "仍要打印或导出吗？可先按 F8 逐条查看。"
    )
    go_on = box.addButton("仍要继续", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton("返回修改", QMessageBox.ButtonRole.RejectRole))
    return _answer(box) is go_on


def ask_save_elsewhere(parent: QWidget, text: str) -> bool:
    """Tell why a table was not saved, and ask whether to save a copy in another place."""
    box = _box(parent, QMessageBox.Icon.Warning, text, "您的修改仍在窗口中，也已自动保护。可以另存一份到别处。")
    elsewhere = box.addButton("另存为…", QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton("以后再存", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(elsewhere)
    box.setEscapeButton(stay)
    return _answer(box) is elsewhere


def ask_drop_review(parent: QWidget) -> bool:
    """Ask whether an import is to be given up with what was corrected in it."""
    box = _box(parent, QMessageBox.Icon.Question, "要放弃这次导入吗？", "您在核对时所作的更正不会保留。")
    drop = box.addButton("放弃导入", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("继续核对", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    return _answer(box) is drop


def tell(parent: QWidget, text: str, details: str = "") -> None:
    """Tell the user something in one sentence, with more below it where there is more."""
    box = _box(parent, QMessageBox.Icon.Information, text, details)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    _answer(box)


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle("绩效目标表")
    box.setTextFormat(Qt.TextFormat.PlainText)  # file names and contents are text, never markup
    box.setText(visible(text))
    box.setInformativeText(visible(details))
    return box


def _answer(box: QMessageBox) -> QAbstractButton:
    """Show a box until it is answered; it is freed only now, since closing must not take the answer with it."""
    box.exec()
    box.deleteLater()
    return box.clickedButton()
