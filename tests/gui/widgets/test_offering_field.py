"""A field that offers what its text could become."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.models.library_rows import LibraryRow, composed_rows
from gzgoals.gui.widgets.offering_field import OfferingField
from gzgoals.gui.widgets.pop_list import PopList
from hands import compose

KEYS = Qt.Key


def offered(typed: str) -> Sequence[LibraryRow]:
    return composed_rows([f"{typed}甲", f"{typed}乙"])


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[OfferingField]:
    """Give a field of a window that has the keyboard, with another one below it."""
    window = QWidget()
    qtbot.addWidget(window)
    field = OfferingField(window)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(QLineEdit(window))
    field.offer(offered)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    yield field
    window.close()


def pop(field: OfferingField) -> PopList[LibraryRow]:
    (found,) = field.window().findChildren(PopList)
    return found


def strike(qtbot: QtBot, field: OfferingField, typed: str, *keys: Qt.Key) -> None:
    qtbot.keyClicks(field, typed)
    for key in keys:
        qtbot.keyClick(field, key)


def test_what_is_gone_to_stands_in_the_field_at_once(field: OfferingField, qtbot: QtBot) -> None:
    spy = QSignalSpy(field.edited)
    strike(qtbot, field, "a", KEYS.Key_Down, KEYS.Key_Down)
    assert field.value() == "a乙"
    assert spy.at(spy.count() - 1) == ["a乙"]


def test_typing_goes_on_from_there(field: OfferingField, qtbot: QtBot) -> None:
    strike(qtbot, field, "a", KEYS.Key_Down)
    strike(qtbot, field, "b", KEYS.Key_Up)
    assert field.value() == "a甲b乙"


def test_escape_goes_back_to_what_was_typed_and_then_closes(field: OfferingField, qtbot: QtBot) -> None:
    strike(qtbot, field, "a", KEYS.Key_Down, KEYS.Key_Escape)
    assert (field.value(), pop(field).isVisible()) == ("a", False)
    strike(qtbot, field, "b")
    assert pop(field).isVisible()
    strike(qtbot, field, "", KEYS.Key_Escape)
    assert (field.value(), pop(field).isVisible()) == ("ab", False)


@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Tab])
def test_leaving_keeps_the_text_and_takes_the_list_away(field: OfferingField, qtbot: QtBot, key: Qt.Key) -> None:
    strike(qtbot, field, "a", key)
    assert QApplication.focusWidget() is not field
    assert (field.value(), pop(field).isVisible()) == ("a", False)


def test_a_click_goes_on_from_what_was_clicked(field: OfferingField, qtbot: QtBot) -> None:
    strike(qtbot, field, "a")
    view = pop(field).view
    where = view.visualRect(pop(field).model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert field.value() == "a乙"
    assert [row.entry.name for row in pop(field).model.rows] == ["a乙甲", "a乙乙"]


def test_an_input_method_has_the_place_while_it_composes(field: OfferingField, qtbot: QtBot) -> None:
    strike(qtbot, field, "a")
    QApplication.sendEvent(field, QInputMethodEvent("jia", []))
    assert not pop(field).isVisible()
    compose(field, "丙")
    assert pop(field).isVisible()


def test_another_text_from_elsewhere_takes_the_list_away(field: OfferingField, qtbot: QtBot) -> None:
    strike(qtbot, field, "a")
    field.set_value("别的")
    assert not pop(field).isVisible()
