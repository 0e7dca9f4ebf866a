"""Projects side by side under a user's hands: real keys and clicks in the tab 同类项目."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import add_project, copy_project, find_project, put_value, remove_indicators
from gzgoals.core.siblings import Side, find_siblings, shown
from gzgoals.core.table import Place
from gzgoals.gui.panels import sibling_search
from gzgoals.gui.window import matrix_actions
from gzgoals.gui.window.main_window import MainWindow
from hands import compose
from invented_years import published

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLACES = find_siblings(published()).groups[0].projects


@pytest.fixture(autouse=True)
def opened(window: MainWindow, qtbot: QtBot) -> None:
    """The published table with its five siblings side by side."""
    window.session.open(published())
    window.session.show(PLACES[0])
    qtbot.keyClick(window, KEYS.Key_F7)


def drawn(window: MainWindow) -> list[str]:
    model = window.matrix.model
    return [
        " ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def go_to(window: MainWindow, row: int, column: int) -> QModelIndex:
    view = window.matrix.view
    view.setFocus()
    chosen = view.selectionModel()
    chosen.setCurrentIndex(window.matrix.model.index(row, column), chosen.SelectionFlag.ClearAndSelect)
    return view.currentIndex()


def select(window: MainWindow, first: tuple[int, int], last: tuple[int, int]) -> None:
    view, model = window.matrix.view, window.matrix.model
    go_to(window, *first)
    flags = view.selectionModel().SelectionFlag
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            view.selectionModel().select(model.index(row, column), flags.Select)


def editor(window: MainWindow) -> QLineEdit:
    (found,) = [each for each in window.matrix.view.findChildren(QLineEdit) if each.isVisible()]
    return found


def type_into(window: MainWindow, qtbot: QtBot, text: str) -> None:
    assert text.isascii()  # Qt's test keys know only Latin ones
    qtbot.keyClicks(window.matrix.view, text[0])
    qtbot.keyClicks(editor(window), text[1:])


def targets(window: MainWindow, row: int) -> list[str]:
    return [shown(each) for each in find_project(window.session.table, PLACES[row]).indicators]


def test_f7_shows_the_siblings_of_the_project_shown_and_gives_them_the_keyboard(window: MainWindow) -> None:
    assert drawn(window) == ["≥99% ≥99% ≥70分 ≥99%"] * 5
    assert window.matrix.view.hasFocus()
    assert window.matrix.bar.groups.currentText() == "当前项目：信息化运维 · 5 个项目 · 4 项相同指标"


def test_typing_sets_both_targets_enter_goes_down_and_one_step_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 1, 0)
    type_into(window, qtbot, ">=95%")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert targets(window, 1) == ["≥95%", "≥99%", "≥70分", "≥99%"]
    assert window.matrix.view.currentIndex().row() == 2
    assert window.session.history.undo_label == "修改指标值"
    qtbot.keyClick(window.matrix.view, KEYS.Key_Z, CTRL)
    assert window.session.table is published()


def test_an_input_method_composes_into_a_cell(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 0, 0)
    qtbot.keyClick(window.matrix.view, KEYS.Key_F2)
    editor(window).selectAll()
    compose(editor(window), "达标")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert targets(window, 0)[0] == "达标"


def test_tab_goes_right(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 0, 0)
    type_into(window, qtbot, "98%")
    qtbot.keyClick(editor(window), KEYS.Key_Tab)
    assert window.matrix.view.currentIndex().column() == 1
    assert targets(window, 0)[0] == "98%"


def test_escape_leaves_the_cell_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 0, 0)
    type_into(window, qtbot, "98%")
    qtbot.keyClick(editor(window), KEYS.Key_Escape)
    assert window.session.table is published()


def test_one_side_alone_is_typed_where_that_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.matrix.bar.sides[Side.ANNUAL], Qt.MouseButton.LeftButton)
    go_to(window, 0, 0)
    type_into(window, qtbot, ">=98%")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert targets(window, 0)[0] == "≥99% / ≥98%"
    assert drawn(window)[0].startswith("◇ ≥99% / ≥98% ")


def test_undo_stays_in_the_matrix_and_goes_to_the_cell(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 2, 3)
    type_into(window, qtbot, "98%")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    go_to(window, 0, 0)
    qtbot.keyClick(window.matrix.view, KEYS.Key_Z, CTRL)
    here = window.matrix.view.currentIndex()
    assert (here.row(), here.column()) == (2, 3)
    assert window.matrix.view.hasFocus()


def test_ctrl_enter_fills_the_selection_with_what_is_typed_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    select(window, (0, 0), (4, 0))
    type_into(window, qtbot, ">=98%")
    qtbot.keyClick(editor(window), KEYS.Key_Return, CTRL)
    assert [targets(window, row)[0] for row in range(5)] == ["≥98%"] * 5
    window.session.undo()
    assert window.session.table is published()


def test_ctrl_enter_without_an_editor_fills_with_the_current_cell(window: MainWindow, qtbot: QtBot) -> None:
    select(window, (1, 2), (3, 3))
    go = window.matrix.view.selectionModel()
    go.setCurrentIndex(window.matrix.model.index(1, 2), go.SelectionFlag.NoUpdate)
    qtbot.keyClick(window.matrix.view, KEYS.Key_Return, CTRL)
    assert [targets(window, row)[2:] for row in range(1, 4)] == [["≥70分", "≥70分"]] * 3


def test_ctrl_d_fills_down_column_by_column(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改", replace(place(0, 2), field="annual.value"), "75")
    select(window, (0, 2), (2, 3))
    qtbot.keyClick(window.matrix.view, KEYS.Key_D, CTRL)
    assert [targets(window, row)[2:] for row in range(4)] == [["≥70分 / ≥75分", "≥99%"]] * 3 + [["≥70分", "≥99%"]]


def test_ctrl_d_in_a_single_cell_takes_what_stands_above(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改", replace(place(0, 2), field="annual.value"), "75")
    go_to(window, 1, 2)
    qtbot.keyClick(window.matrix.view, KEYS.Key_D, CTRL)
    assert targets(window, 1)[2] == "≥70分 / ≥75分"


def test_del_clears_targets_and_leaves_the_indicators(window: MainWindow, qtbot: QtBot) -> None:
    select(window, (0, 0), (1, 1))
    qtbot.keyClick(window.matrix.view, KEYS.Key_Delete)
    assert [targets(window, row) for row in range(3)] == [["", "", "≥70分", "≥99%"]] * 2 + [
        ["≥99%", "≥99%", "≥70分", "≥99%"]
    ]


def test_typing_into_a_plus_adds_the_indicator(window: MainWindow, qtbot: QtBot) -> None:
    window.session.apply("删", lambda table: remove_indicators(table, PLACES[3], {place(3, 1).indicator}), PLACES[3])
    assert drawn(window)[3] == "≥99% ＋ ≥70分 ≥99%"
    go_to(window, 3, 1)
    type_into(window, qtbot, ">=98%")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    added = find_project(window.session.table, PLACES[3]).indicators[1]
    assert (added.name, added.category, added.cycle.text) == ("应用系统正常运行率", "22", "≥98%")
    assert window.session.history.undo_label == "新增指标"


def test_a_block_is_copied_and_pasted(window: MainWindow, qtbot: QtBot) -> None:
    select(window, (0, 1), (1, 2))
    qtbot.keyClick(window.matrix.view, KEYS.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "≥99%\t≥70分\r\n≥99%\t≥70分\r\n"
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n5\t6\n")
    go_to(window, 3, 3)
    qtbot.keyClick(window.matrix.view, KEYS.Key_V, CTRL)
    assert [targets(window, row)[3] for row in (3, 4)] == ["1", "3"]
    QGuiApplication.clipboard().setText("优")
    select(window, (0, 0), (1, 0))
    qtbot.keyClick(window.matrix.view, KEYS.Key_V, CTRL)
    assert [targets(window, row)[0] for row in range(3)] == ["优", "优", "≥99%"]


def test_a_block_is_cut_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.table
    select(window, (0, 1), (1, 2))
    qtbot.keyClick(window.matrix.view, KEYS.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "≥99%\t≥70分\r\n≥99%\t≥70分\r\n"
    assert [targets(window, row) for row in range(3)] == [["≥99%", "", "", "≥99%"]] * 2 + [
        ["≥99%", "≥99%", "≥70分", "≥99%"]
    ]
    assert window.session.history.undo_label == "剪切"
    window.undo()
    assert window.session.table is before


def test_going_to_no_cell_goes_nowhere(window: MainWindow) -> None:
    window.matrix.view.setCurrentIndex(QModelIndex())
    here = window.session.place
    window.matrix.go()
    assert window.session.place == here


def test_a_quoted_cell_of_several_lines_is_pasted_into_one_cell(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText('"优\n良"\t2\r\n')
    go_to(window, 0, 0)
    qtbot.keyClick(window.matrix.view, KEYS.Key_V, CTRL)
    assert targets(window, 0)[:2] == ["优 良", "2"]
    assert targets(window, 1)[0] == "≥99%"


def double_click(qtbot: QtBot, header: QWidget, at: QPoint) -> None:
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(header, Qt.MouseButton.LeftButton, pos=at)


def test_a_double_click_on_a_title_renames_in_all_projects_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    titles = window.matrix.view.titles
    at = QPoint(titles.sectionViewportPosition(2) + 20, 20)
    double_click(qtbot, titles.viewport(), at)
    editor(window).selectAll()
    compose(editor(window), "等级保护测评得分")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert {find_project(window.session.table, each).indicators[2].name for each in PLACES} == {"等级保护测评得分"}
    assert window.matrix.view.hasFocus()
    window.session.undo()
    assert window.session.table is published()


def test_shift_f2_edits_the_title_and_escape_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 0, 1)
    qtbot.keyClick(window.matrix.view, KEYS.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert editor(window).text() == "应用系统正常运行率"
    qtbot.keyClicks(editor(window), "X")
    qtbot.keyClick(editor(window), KEYS.Key_Escape)
    assert window.session.table is published()
    assert window.matrix.view.hasFocus()


def test_a_half_typed_title_is_taken_in_before_saving(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 0, 1)
    qtbot.keyClick(window.matrix.view, KEYS.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor(window), "X")
    window.commit()
    assert find_project(window.session.table, PLACES[4]).indicators[1].name == "X"


def test_columns_get_other_widths_at_once_and_their_names_the_lines_that_they_need_then(window: MainWindow) -> None:
    titles = window.matrix.view.titles
    titles.fit(dict.fromkeys(range(4), 300))
    high = titles.height()
    looked = QSignalSpy(titles.geometriesChanged)
    titles.fit(dict.fromkeys(range(4), 75))
    assert looked.count() < 4  # the header that becomes higher tells of it once more
    assert [titles.sectionSize(column) for column in range(4)] == [75] * 4
    assert titles.height() == titles.sizeHint().height() > high


def test_a_click_on_a_title_selects_the_column(window: MainWindow, qtbot: QtBot) -> None:
    titles = window.matrix.view.titles
    at = QPoint(titles.sectionViewportPosition(1) + 20, 20)
    qtbot.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [(index.row(), index.column()) for index in window.matrix.view.chosen()] == [(row, 1) for row in range(5)]


def test_a_whole_column_takes_the_current_value(window: MainWindow) -> None:
    window.session.put("改", replace(place(2, 0), field="annual.value"), "98")
    go_to(window, 2, 0)
    window.actions_by_key["matrix_fill_column"].trigger()
    assert [targets(window, row)[0] for row in range(5)] == ["≥99% / ≥98%"] * 5


def test_a_double_click_on_a_project_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    names = window.matrix.view.names
    double_click(qtbot, names.viewport(), QPoint(20, names.sectionViewportPosition(3) + 5))
    assert window.session.place == PLACES[3]
    assert drawn(window) == ["≥99% ≥99% ≥70分 ≥99%"] * 5


def test_the_menu_goes_to_the_cell_in_the_grid(window: MainWindow) -> None:
    go_to(window, 2, 3)
    window.actions_by_key["matrix_go"].trigger()
    assert window.session.place == PLACES[2]
    assert window.form.grid.view.hasFocus()
    assert window.form.grid.current() == (place(2, 3).indicator,)


def test_an_edit_elsewhere_leaves_what_is_half_typed(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, 3, 2)
    type_into(window, qtbot, "8")
    tester = QAbstractItemModelTester(window.matrix.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    reset = QSignalSpy(window.matrix.model.modelReset)
    window.session.put("改", replace(place(1, 2), field="annual.value"), "75")
    window.session.apply("删", lambda table: remove_indicators(table, PLACES[0], {place(0, 0).indicator}), PLACES[0])
    assert editor(window).text() == "8"
    qtbot.keyClicks(editor(window), "0")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert targets(window, 3)[2] == "80"
    assert reset.count() == 0
    assert tester.model() is window.matrix.model


def test_a_project_stays_while_it_is_edited_whatever_it_has_in_common(window: MainWindow) -> None:
    ids = {place(4, column).indicator for column in (0, 1, 2)}
    window.session.apply("删", lambda table: remove_indicators(table, PLACES[4], ids), PLACES[4])
    assert window.matrix.places == PLACES
    assert drawn(window)[4] == "＋ ＋ ＋ ≥99%"


def test_a_project_without_siblings_says_so(window: MainWindow) -> None:
    unit = window.session.table.units[0]
    window.session.show(Place(unit.id, unit.projects[0].id))
    assert window.matrix.nothing.isVisible()
    assert "当前项目没有同类项目" in window.matrix.nothing.text()
    window.matrix.enter()
    assert window.matrix.bar.groups.hasFocus()


def test_a_group_can_be_chosen_whatever_project_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    unit = window.session.table.units[0]
    window.session.show(Place(unit.id, unit.projects[0].id))
    groups = window.matrix.bar.groups
    groups.setFocus()
    qtbot.keyClick(groups, KEYS.Key_Down)
    assert groups.currentText() == "信息化运维 · 5 个项目 · 4 项相同指标"
    assert window.matrix.places == PLACES


def test_ticked_projects_stand_side_by_side(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = window.session.table.units[0]
    wanted = tuple(Place(unit.id, unit.projects[number].id) for number in (6, 8))
    monkeypatch.setattr(matrix_actions, "ask_projects", lambda *_: wanted)
    qtbot.mouseClick(window.matrix.bar.choose, Qt.MouseButton.LeftButton)
    assert window.matrix.places == wanted
    assert window.matrix.bar.groups.currentText() == "选定的 2 个项目"
    assert drawn(window)[1].split()[-1] == "维持"
    assert "＋" in drawn(window)[0]


def test_another_table_is_shown_with_its_own_siblings(window: MainWindow) -> None:
    window.session.open(put_value(published(), PLACES[0].at("name"), "另一个名称"))
    window.session.show(PLACES[0])
    assert window.matrix.model.rows[0].name == "另一个名称"


def test_on_a_low_screen_the_form_makes_way_until_the_user_is_taken_to_it(window: MainWindow, qtbot: QtBot) -> None:
    window.show_findings()
    assert window.form.isVisible()
    window.resize(1160, 560)
    before = window._right.sizes()
    window.show_matrix()
    assert not window.form.isVisible()
    go_to(window, 1, 0)
    type_into(window, qtbot, "98%")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    qtbot.keyClick(window.matrix.view, KEYS.Key_Z, CTRL)
    assert not window.form.isVisible()
    assert window.matrix.view.hasFocus()
    window.actions_by_key["matrix_go"].trigger()
    assert window.form.grid.view.hasFocus()
    assert window._right.sizes() == before


def test_without_siblings_the_form_keeps_its_room(window: MainWindow) -> None:
    window.show_findings()
    window.resize(1160, 720)
    unit = window.session.table.units[0]
    window.session.show(Place(unit.id, unit.projects[0].id))
    window.show_matrix()
    assert window.form.isVisible()
    assert window.form.height() >= window.form.least_height() * 4 // 5


def test_the_focus_is_in_the_window(window: MainWindow) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.matrix.isAncestorOf(focus)


def place(row: int, column: int) -> Place:
    """Return the place of an indicator of the published siblings."""
    here = PLACES[row]
    return replace(here, indicator=find_project(published(), here).indicators[column].id)


def test_the_groups_of_a_large_table_are_looked_for_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sibling_search, "LARGE", 10)
    window.session.open(published())
    window.session.show(PLACES[0])
    assert window.matrix.nothing.text() == "正在查找同类项目…"
    qtbot.waitUntil(lambda: window.matrix.places == PLACES)
    window.session.put("改", replace(place(1, 2), field="annual.value"), "75")
    assert drawn(window)[1] == "≥99% ≥99% ◇ ≥70分 / ≥75分 ≥99%"


def test_a_project_that_becomes_a_sibling_joins_in(window: MainWindow) -> None:
    copy = copy_project(find_project(published(), PLACES[0]))
    window.session.apply("复制", lambda table: add_project(table, PLACES[0], copy, 0), PLACES[0])
    assert [row.key.project for row in window.matrix.model.rows] == [copy.id, *(each.project for each in PLACES)]


def test_a_column_without_a_name_gets_one(window: MainWindow, qtbot: QtBot) -> None:
    for row in range(5):
        window.session.put("改", replace(place(row, 0), field="name"), "")
    assert window.matrix.model.titles[0].name == "（未填指标名称）"
    go_to(window, 0, 0)
    qtbot.keyClick(window.matrix.view, KEYS.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert editor(window).text() == ""
    qtbot.keyClicks(editor(window), "X")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert {find_project(window.session.table, each).indicators[0].name for each in PLACES} == {"X"}
