"""Short questions: what each button answers."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.dialogs.messages import Unsaved, ask_print_with_errors, ask_unsaved, tell


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def click(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a way to have the next box answered by the button with some text; Escape where it is empty."""

    def answer(text: str) -> None:
        def run(box: QMessageBox) -> int:
            box.open()
            if text:
                next(button for button in box.buttons() if button.text() == text).click()
            else:
                box.reject()
            return box.result()

        monkeypatch.setattr(QMessageBox, "exec", run)

    return answer


@pytest.mark.parametrize(
    ("button", "answer"),
    [("保存", Unsaved.SAVE), ("不保存", Unsaved.DISCARD), ("取消", Unsaved.STAY), ("", Unsaved.STAY)],
)
def test_unsaved_work(parent: QWidget, click: Callable[[str], None], button: str, answer: Unsaved) -> None:
    click(button)
    assert ask_unsaved(parent, "表") is answer


@pytest.mark.parametrize(("button", "answer"), [("仍要继续", True), ("返回修改", False), ("", False)])
def test_printing_with_errors(parent: QWidget, click: Callable[[str], None], button: str, *, answer: bool) -> None:
    click(button)
    assert ask_print_with_errors(parent, 3) is answer


def test_what_is_told_is_text_and_nothing_else(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look(box: QMessageBox) -> int:
        label = box.findChild(QWidget, "qt_msgbox_label")
        shown.append(f"{label.textFormat().name} {label.text()}")  # type: ignore[union-attr]
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    tell(parent, "<img src=x>")
    assert shown == ["PlainText <img src=x>"]
