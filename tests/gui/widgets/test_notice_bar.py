"""A bar that says one thing at a time and offers answers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.notice_bar import Notice, NoticeBar

LOST = Notice("lost", "有未保存的修改，已保留。", (("recover", "恢复"), ("later", "以后再说")))
CHANGED = Notice("changed", "文件已被改动。", (("reload", "载入"),))


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_while_there_is_nothing_to_say(bar: NoticeBar) -> None:
    assert bar.isHidden()
    bar.tell(LOST)
    assert not bar.isHidden()
    bar.withdraw("lost")
    assert bar.isHidden()


def test_the_latest_notice_is_shown_and_the_earlier_one_comes_back(bar: NoticeBar) -> None:
    bar.tell(LOST)
    bar.tell(CHANGED)
    assert (bar.text.text(), list(bar.buttons)) == (CHANGED.text, ["reload"])
    bar.withdraw("changed")
    assert (bar.text.text(), list(bar.buttons)) == (LOST.text, ["recover", "later"])


def test_a_notice_takes_the_place_of_one_with_its_key(bar: NoticeBar) -> None:
    bar.tell(LOST)
    bar.tell(Notice("lost", "另有一份。"))
    bar.withdraw("lost")
    assert bar.isHidden()


def test_an_answer_names_its_notice(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.tell(LOST)
    bar.show()
    with qtbot.waitSignal(bar.answered) as heard:
        qtbot.mouseClick(bar.buttons["recover"], Qt.MouseButton.LeftButton)
    assert heard.args == ["lost", "recover"]


def test_a_file_name_is_never_read_as_markup(bar: NoticeBar) -> None:
    bar.tell(Notice("changed", "“<img src=x>.gzgoals”已被改动。"))
    assert bar.text.textFormat() == Qt.TextFormat.PlainText
    assert bar.accessibleName() == "“<img src=x>.gzgoals”已被改动。"
