"""The one protocol of all field widgets."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.money_field import MoneyField
from gzgoals.gui.widgets.offering_field import OfferingField
from gzgoals.gui.widgets.paragraph_field import ParagraphField
from gzgoals.gui.widgets.text_field import TextField
from gzgoals.gui.widgets.year_field import YearField

FIELDS: list[tuple[Callable[[], Any], object, object]] = [
    (TextField, "物业管理费", "租赁费"),
    (OfferingField, "物业管理费", "租赁费"),
    (MoneyField, Decimal("624.00"), "五百"),
    (ParagraphField, "一。\n二。", ""),
    (YearField, 2026, 2030),
    (lambda: ChoiceField([("2015", "2015版"), ("2021", "2021版")]), "2021", "2099"),
]


@pytest.fixture(params=FIELDS, ids=["text", "offering", "money", "paragraph", "year", "choice"])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> tuple[Any, object, object]:
    make, one, other = request.param
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    return widget, one, other


def test_what_is_set_is_the_value(field: tuple[Any, object, object]) -> None:
    widget, one, other = field
    for value in (one, other, one):
        widget.set_value(value)
        assert widget.value() == value


def test_setting_never_counts_as_the_users_edit(field: tuple[Any, object, object]) -> None:
    widget, one, other = field
    spy = QSignalSpy(widget.edited)
    widget.set_value(one)
    widget.set_value(other)
    assert spy.count() == 0


def enter(widget: QWidget, qtbot: QtBot) -> None:
    """Give `widget` the keyboard."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.setFocus()


@pytest.mark.parametrize("make", [TextField, MoneyField, ParagraphField, YearField])
def test_leaving_is_told(make: Callable[[], Any], qtbot: QtBot) -> None:
    widget = make()
    enter(widget, qtbot)
    with qtbot.waitSignal(widget.left):
        widget.clearFocus()


@pytest.mark.parametrize("make", [TextField, ParagraphField])
def test_each_key_is_told(make: Callable[[], Any], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    heard: list[object] = []
    widget.edited.connect(heard.append)
    qtbot.keyClicks(widget, "95%")
    assert heard == ["9", "95", "95%"]


@pytest.mark.parametrize("make", [TextField, ParagraphField])
def test_setting_the_shown_value_leaves_the_cursor(make: Callable[[], Any], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    qtbot.keyClicks(widget, "abcd")
    qtbot.keyClick(widget, Qt.Key.Key_Left)
    widget.set_value("abcd")
    qtbot.keyClicks(widget, "X")
    assert widget.value() == "abcXd"


@pytest.mark.parametrize("make", [TextField, ParagraphField])
def test_another_value_puts_the_cursor_behind_what_differs(make: Callable[[], Any], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.set_value("物业费用")
    widget.set_value("物业管理费用")
    qtbot.keyClicks(widget, "X")
    assert widget.value() == "物业管理X费用"


def test_money_is_shown_as_typed_until_the_field_is_left(qtbot: QtBot) -> None:
    field = MoneyField()
    enter(field, qtbot)
    qtbot.keyClicks(field, "1,600.2")
    assert (field.text(), field.value()) == ("1,600.2", Decimal("1600.20"))
    field.clearFocus()
    assert field.text() == "1600.20"


def test_a_draft_amount_is_never_cleared(qtbot: QtBot) -> None:
    field = MoneyField()
    enter(field, qtbot)
    qtbot.keyClicks(field, "1.2.3")
    field.clearFocus()
    assert (field.text(), field.value()) == ("1.2.3", "1.2.3")


def test_an_unknown_choice_is_shown_as_it_is(qtbot: QtBot) -> None:
    field = ChoiceField([("2015", "2015版")])
    qtbot.addWidget(field)
    field.set_value("2099")
    assert field.currentText() == "2099"


def test_a_year_is_told_when_it_is_whole(qtbot: QtBot) -> None:
    field = YearField()
    qtbot.addWidget(field)
    field.set_value(2026)
    heard: list[object] = []
    field.edited.connect(heard.append)
    field.selectAll()
    qtbot.keyClicks(field, "2031")
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == [2031]


def test_pasted_line_breaks_do_not_get_into_a_line(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    heard: list[object] = []
    field.edited.connect(heard.append)
    QApplication.clipboard().setText("物业\t费\n")
    field.paste()
    assert heard == ["物业 费"]


def test_a_very_long_line_is_never_cut(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_value("长" * 40_000)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert len(str(field.value())) == 39_999


def test_characters_that_nobody_touched_stay_in_a_paragraph(qtbot: QtBot) -> None:
    field = ParagraphField()
    qtbot.addWidget(field)
    text = "甲\u00a0乙\u2028丙。\n丁。"
    field.set_value(text)
    assert field.value() == text
    qtbot.keyClicks(field, "X")
    assert field.value() == f"{text}X"


def test_a_choice_is_found_by_any_part_or_pinyin_of_it(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "全部类别"), ("b", "12-质量指标"), ("c", "22-社会效益")])
    qtbot.addWidget(field)
    picked: list[object] = []
    field.edited.connect(picked.append)
    qtbot.keyClicks(field, "zl")
    assert field.value() == "b"
    assert picked[-1] == "b"
