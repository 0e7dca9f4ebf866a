"""Drop-downs in cells: found by any part, code or pinyin, taken by Enter, Tab or a click, and never in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.table import OPERATORS
from gzgoals.gui.models.cells import Cell, Editor
from gzgoals.gui.models.rows_model import Column, RowsModel
from gzgoals.gui.widgets.choice_editor import NOTHING_FITS, ChoiceEditor, choice_of, fitting
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.pop_list import PopList
from hands import compose

KEYS = Qt.Key
OUTPUTS = ("11-数量指标", "12-质量指标", "13-时效指标", "14-成本指标")
EFFECTS = ("21-经济效益", "22-社会效益")


@dataclass(frozen=True)
class Thing:
    key: str
    category: str = "12-质量指标"
    sign: str = "≥"
    note: str = ""


def _category(row: Thing) -> Cell:
    return Cell(row.category, editor=Editor.CHOICE, choices=OUTPUTS, further=(*OUTPUTS, *EFFECTS))


COLUMNS = (
    Column[Thing]("category", "二级指标", _category),
    Column[Thing]("sign", "符号", lambda row: Cell(row.sign, editor=Editor.CHOICE, choices=OPERATORS)),
    Column[Thing]("note", "备注", lambda row: Cell(row.note)),
)


class Chooser(QWidget):
    """A list that does what is wished, with a field behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[Thing] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, {"category": 160, "sign": 60}, parent=self)
        self.after = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(self.after)
        self.model.wished.connect(self.change)
        self.model.set_rows([Thing("a"), Thing("b", "（待定）"), *(Thing(f"c{number}") for number in range(9))])

    def change(self, key: str, column: str, text: str) -> None:
        rows = [replace(row, **{column: text}) if row.key == key else row for row in self.model.rows]
        self.model.set_rows(rows)

    def row(self, key: str) -> Thing:
        return next(row for row in self.model.rows if row.key == key)


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    chooser = Chooser()
    qtbot.addWidget(chooser)
    chooser.resize(600, 460)
    with qtbot.waitActive(chooser):
        chooser.show()
        chooser.activateWindow()
    return chooser


def go_to(chooser: Chooser, row: int = 0, column: int = 0) -> QModelIndex:
    chooser.view.setFocus()
    index = chooser.model.index(row, column)
    chooser.view.setCurrentIndex(index)
    return index


def open_editor(chooser: Chooser) -> ChoiceEditor:
    found = [each for each in chooser.view.viewport().findChildren(ChoiceEditor) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def typed(chooser: Chooser, qtbot: QtBot, text: str, column: int = 0, row: int = 0) -> ChoiceEditor:
    """Type into a closed cell: the first key opens it."""
    go_to(chooser, row, column)
    qtbot.keyClicks(chooser.view, text[0])
    editor = open_editor(chooser)
    qtbot.keyClicks(editor, text[1:])
    return editor


def labels(editor: ChoiceEditor) -> list[str]:
    return [row.label for row in editor.list.model.rows]


def found(query: str, values: Sequence[str]) -> list[str]:
    return [choice.key for choice in fitting(query, [choice_of(value) for value in values])]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("12", "12-质量指标"),
        ("zl", "12-质量指标"),
        ("zhiliang", "12-质量指标"),
        ("时效", "13-时效指标"),
        ("sx", "13-时效指标"),
        ("1", "11-数量指标"),
        ("cb", "14-成本指标"),
    ],
)
def test_the_best_fit_comes_first(query: str, first: str) -> None:
    assert found(query, OUTPUTS)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [(">=", "≥"), (">", "＞"), ("<=", "≤"), ("=", "＝"), ("≥", "≥"), ("大于", "＞"), ("大于等于", "≥"), ("d", "≥"),
     ("x", "≤"), ("不低于", "≥"), ("无", ""), ("w", ""), ("dengyu", "＝")],
)  # fmt: skip
def test_a_sign_is_found_in_any_form(query: str, first: str) -> None:
    assert found(query, OPERATORS)[0] == first


def test_nothing_typed_keeps_their_own_order() -> None:
    assert found("", OPERATORS) == list(OPERATORS)


def test_what_fits_is_marked() -> None:
    (choice,) = fitting("zl", [choice_of("12-质量指标")])
    assert choice.spans == ((3, 5),)


def test_the_list_opens_at_the_first_key_which_is_looked_for(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "c")
    assert editor.text() == "c"
    assert labels(editor) == ["14-成本指标"]
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert chooser.row("a").category == "14-成本指标"
    assert chooser.view.currentIndex().row() == 1


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier])
def test_f2_and_alt_down_open_it_at_the_present_choice(
    chooser: Chooser, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    go_to(chooser)
    qtbot.keyClick(chooser.view, KEYS.Key_Down if modifier.value else KEYS.Key_F2, modifier)
    assert labels(open_editor(chooser)) == list(OUTPUTS)
    assert open_editor(chooser).choice == "12-质量指标"


def test_a_click_opens_it_and_a_click_takes(chooser: Chooser, qtbot: QtBot) -> None:
    rect = chooser.view.visualRect(chooser.model.index(0, 0))
    qtbot.mouseClick(chooser.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    pop = open_editor(chooser).list
    third = pop.view.visualRect(pop.model.index(2, 0)).center()
    qtbot.mouseClick(pop.view.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert chooser.row("a").category == "13-时效指标"
    assert QApplication.focusWidget() is chooser.view


def test_tab_takes_and_goes_right(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(typed(chooser, qtbot, "13"), KEYS.Key_Tab)
    assert chooser.row("a").category == "13-时效指标"
    assert chooser.view.currentIndex().column() == 1


def test_arrows_and_pages_choose(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, " ")
    seen = []
    for key in (KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_PageDown, KEYS.Key_Down, KEYS.Key_PageUp):
        qtbot.keyClick(editor, key)
        seen.append(editor.choice)
    assert seen == [OUTPUTS[2], OUTPUTS[1], OUTPUTS[3], OUTPUTS[3], OUTPUTS[0]]


def test_escape_leaves_it_as_it_was(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "13")
    qtbot.keyClick(editor, KEYS.Key_Down)
    qtbot.keyClick(editor, KEYS.Key_Escape)
    assert chooser.row("a").category == "12-质量指标"
    assert not editor.list.isVisible()


@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Tab, KEYS.Key_Backtab])
def test_what_fits_nothing_keeps_the_editor_open_and_says_so(chooser: Chooser, qtbot: QtBot, key: Qt.Key) -> None:
    editor = typed(chooser, qtbot, "xyz")
    assert editor.accessibleDescription() == NOTHING_FITS
    qtbot.keyClick(editor, key)
    assert open_editor(chooser).text() == "xyz"
    assert chooser.row("a").category == "12-质量指标"


def test_enter_on_a_value_that_is_none_of_the_choices_leaves_it(chooser: Chooser, qtbot: QtBot) -> None:
    go_to(chooser, 1)
    qtbot.keyClick(chooser.view, KEYS.Key_F2)
    assert open_editor(chooser).text() == "（待定）"
    qtbot.keyClick(open_editor(chooser), KEYS.Key_Return)
    assert chooser.row("b").category == "（待定）"
    assert chooser.view.currentIndex().row() == 2


def test_further_choices_come_where_the_usual_ones_do_not_fit(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "22")
    assert labels(editor) == ["22-社会效益"]
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert chooser.row("a").category == "22-社会效益"


@pytest.mark.parametrize(("text", "left_with"), [("13", "13-时效指标"), ("1", "12-质量指标"), ("xyz", "12-质量指标")])
def test_leaving_by_the_mouse_takes_only_what_cannot_be_meant_otherwise(
    chooser: Chooser, qtbot: QtBot, text: str, left_with: str
) -> None:
    typed(chooser, qtbot, text)
    chooser.after.setFocus()
    assert chooser.row("a").category == left_with


def test_an_exact_sign_is_taken_though_it_begins_another(chooser: Chooser, qtbot: QtBot) -> None:
    typed(chooser, qtbot, ">", column=1)
    chooser.after.setFocus()
    assert chooser.row("a").sign == "＞"


def test_none_is_a_sign_like_any_other(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(typed(chooser, qtbot, "wu", column=1), KEYS.Key_Return)
    assert chooser.row("a").sign == ""


def test_an_input_method_filters_before_it_is_done(chooser: Chooser) -> None:
    index = go_to(chooser)
    chooser.view.edit(index)
    editor = open_editor(chooser)
    QApplication.sendEvent(editor, QInputMethodEvent("shi'xiao", []))
    assert labels(editor) == ["13-时效指标"]
    compose(editor, "时效")
    assert editor.text() == "时效"
    assert labels(editor) == ["13-时效指标"]


def test_a_difference_from_elsewhere_leaves_what_is_typed(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "1")
    qtbot.keyClick(editor, KEYS.Key_Down)
    chooser.change("a", "note", "改了")
    assert editor.text() == "1"
    assert editor.choice == "12-质量指标"


def test_no_list_is_left_when_the_row_goes(chooser: Chooser, qtbot: QtBot) -> None:
    typed(chooser, qtbot, "1")
    chooser.model.set_rows(chooser.model.rows[1:])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not chooser.findChildren(PopList)


def test_the_list_lies_above_a_cell_that_has_no_room_below(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.after.hide()
    chooser.resize(600, 250)  # the last row stands at the lower edge
    below = typed(chooser, qtbot, "1")
    assert below.list.y() >= below.mapTo(chooser, below.rect().bottomLeft()).y()
    qtbot.keyClick(below, KEYS.Key_Escape)
    above = typed(chooser, qtbot, "1", row=10)
    assert above.list.geometry().bottom() <= above.mapTo(chooser, above.rect().topLeft()).y()
    assert chooser.rect().contains(above.list.geometry())


def test_a_reader_hears_where_one_is(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "zb")
    assert editor.accessibleName().startswith("二级指标")
    qtbot.keyClick(editor, KEYS.Key_Down)
    assert editor.accessibleDescription() == "12-质量指标，第 2 项，共 4 项"


def test_the_model_of_the_list_is_sound(chooser: Chooser, qtbot: QtBot) -> None:
    editor = typed(chooser, qtbot, "1")
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(editor.list.model, mode, editor.list.model)
    qtbot.keyClicks(editor, "2x")
    assert tester.model() is editor.list.model
