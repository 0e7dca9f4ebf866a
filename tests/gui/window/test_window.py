"""The window under a user's hands: real keys and clicks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import get_value, put_value
from gzgoals.core.table import Place, Target
from gzgoals.gui.dialogs.messages import Unsaved
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.widgets.choice_editor import ChoiceEditor
from gzgoals.gui.window import file_commands
from gzgoals.gui.window.main_window import MainWindow
from hands import compose, go_to_cell
from small_table import SMALL

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HERE = Place("u", "p")


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(SMALL)


def cell(window: MainWindow, key: str, column: str) -> QModelIndex:
    index = window.form.grid.model.index_of(key, column)
    assert index.isValid()
    return index


def editor(window: MainWindow) -> QLineEdit:
    view = window.form.grid.view
    found = [each for each in view.viewport().findChildren(QLineEdit) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def type_into(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Type into the current cell: the first key opens its editor, which takes the others."""
    qtbot.keyClicks(window.form.grid.view, text[0])
    qtbot.keyClicks(editor(window), text[1:])


def value(window: MainWindow, place: Place) -> object:
    return get_value(window.session.table, place)


def test_typing_a_name_changes_the_table_at_each_key(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.name
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "AB")
    assert value(window, HERE.at("name")) == "物业费AB"


def test_an_input_method_composes_undisturbed(window: MainWindow) -> None:
    name, objective = window.form.project_form.name, window.form.project_form.objective
    name.setFocus()
    name.end(False)
    compose(name, "用")
    objective.setFocus()
    compose(objective, "先")
    assert value(window, HERE.at("name")) == "物业费用"
    assert value(window, HERE.at("objective")) == "先满足需要。"
    assert window.session.history.undo_label == "修改绩效目标"


def test_ctrl_z_inside_a_text_field_takes_back_the_tables_last_step(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.name
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "AB")
    qtbot.keyClick(field, KEYS.Key_Z, CTRL)
    assert window.session.table is SMALL
    assert field.text() == "物业费"
    qtbot.keyClick(field, KEYS.Key_Y, CTRL)
    assert field.text() == "物业费AB"


def test_ctrl_z_inside_the_objective_does_the_same(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.objective
    field.setFocus()
    qtbot.keyClicks(field, "X")
    assert value(window, HERE.at("objective")) == "X满足需要。"
    qtbot.keyClick(field, KEYS.Key_Z, CTRL)
    assert window.session.table is SMALL
    assert field.value() == "满足需要。"


def test_an_amount_typed_moves_the_total(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.amounts["appropriation"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1234.5")
    assert window.form.project_form.total.text() == "1,234.50"
    assert "1,234.50" in window.tree.sums.text()


def test_typing_a_target_replaces_the_cell_and_enter_goes_down(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "98")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "annual.value")) == "98"
    assert view.currentIndex() == cell(window, "j", "annual.value")


def test_escape_leaves_the_cell_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "98")
    qtbot.keyClick(editor(window), KEYS.Key_Escape)
    assert window.session.table is SMALL


def test_tab_commits_and_goes_right(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "7")
    qtbot.keyClick(editor(window), KEYS.Key_Tab)
    assert value(window, Place("u", "p", "i", "annual.value")) == "7"
    assert view.currentIndex().column() == cell(window, "i", "annual.measure").column()


def test_a_code_is_picked_with_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "second")
    qtbot.keyClick(view, KEYS.Key_F2)
    box = editor(window)
    assert isinstance(box, ChoiceEditor)
    assert box.list.isVisible()
    labels = [row.label for row in box.list.model.rows]
    assert labels == ["11-数量指标", "12-质量指标", "13-时效指标", "14-成本指标"]
    qtbot.keyClick(box, KEYS.Key_Up)
    qtbot.keyClick(box, KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "category")) == "11"


def test_a_click_opens_the_list_at_once(window: MainWindow, qtbot: QtBot) -> None:
    view = window.form.grid.view
    rect = view.visualRect(cell(window, "i", "first"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    box = editor(window)
    assert isinstance(box, ChoiceEditor)
    assert box.list.isVisible()
    qtbot.keyClick(box, KEYS.Key_PageDown)
    qtbot.keyClick(box, KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "category")) == "31"


def test_an_open_cell_editor_survives_a_change_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "12")
    window.session.put("修改指标", Place("u", "p", "j", "name"), "另一名称")
    window.session.put("修改指标", Place("u", "p", "i", "name"), "新名称")
    assert editor(window).text() == "12"
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "annual.value")) == "12"
    assert value(window, Place("u", "p", "i", "name")) == "新名称"


def test_ctrl_z_in_an_open_cell_takes_back_its_own_typing_first(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "12")
    qtbot.keyClick(editor(window), KEYS.Key_Z, CTRL)
    assert window.session.table is SMALL
    assert editor(window).isVisible()


def test_typing_into_the_last_row_adds_an_indicator(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, NEW, "name")
    type_into(window, qtbot, "AB")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert [each.name for each in window.session.table.units[0].projects[0].indicators] == ["完好率", "满意度", "AB"]
    qtbot.keyClick(view, KEYS.Key_Z, CTRL)
    assert window.session.table is SMALL


def test_saving_takes_what_is_half_typed_in_a_cell(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "表.gzgoals"
    monkeypatch.setattr(file_commands, "ask_save", lambda *_: path)
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "77")
    qtbot.keyClick(editor(window), KEYS.Key_S, CTRL)
    assert '"77"' in path.read_text(encoding="utf-8")
    assert not window.isWindowModified()


def test_a_click_on_a_finding_goes_to_its_cell(window: MainWindow, qtbot: QtBot) -> None:
    window.session.apply("清空", lambda t: put_value(t, Place("u", "p", "j", "annual"), Target()), HERE)
    window.session.show(Place("u", "q"))
    model = window.findings.model
    wanted = next(number for number, row in enumerate(model.rows) if row.finding and row.finding.rule == "V01")
    rect = window.findings.view.visualRect(model.index(wanted, 3))
    qtbot.mouseClick(window.findings.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.session.place == HERE
    assert window.form.grid.view.currentIndex() == cell(window, "j", "annual.value")
    assert QApplication.focusWidget() is window.form.grid.view


def test_f8_walks_through_the_findings(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("清空", HERE.at("name"), "")
    qtbot.keyClick(window, KEYS.Key_F8)
    assert QApplication.focusWidget() is window.form.project_form.name


def test_delete_in_the_tree_removes_the_project_and_undo_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    window.tree.view.setFocus()
    qtbot.keyClick(window.tree.view, KEYS.Key_Delete)
    assert [each.id for each in window.session.table.units[0].projects] == ["q"]
    qtbot.keyClick(window.tree.view, KEYS.Key_Z, CTRL)
    assert window.session.table is SMALL
    assert window.session.place == HERE


def test_delete_in_a_text_field_deletes_text_only(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.name
    field.setFocus()
    field.home(False)
    qtbot.keyClick(field, KEYS.Key_Delete)
    assert value(window, HERE.at("name")) == "业费"


@pytest.mark.parametrize(("key", "order"), [(KEYS.Key_Down, "ji"), (KEYS.Key_Up, "ij")])
def test_alt_arrows_move_an_indicator(window: MainWindow, qtbot: QtBot, key: Qt.Key, order: str) -> None:
    view = go_to_cell(window, "i", "name")
    qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    assert "".join(each.id for each in window.session.table.units[0].projects[0].indicators) == order


def test_closing_with_unsaved_work_asks_and_can_stay(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.put("修改", HERE.at("name"), "新")
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.STAY)
    assert not window.close()
    assert window.isVisible()
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.DISCARD)
    assert window.close()


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(file_commands, "tell", lambda _, text, *__: told.append(text))
    (tmp_path / "坏.gzgoals").write_text("{", encoding="utf-8")
    assert not window.files.open_path(tmp_path / "坏.gzgoals")
    assert window.session.table is SMALL
    assert len(told) == 1
    assert "坏.gzgoals" in told[0]


def test_recent_files_are_remembered(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "表.gzgoals"
    window.session.save(path)
    assert window.files.open_path(path)
    assert window.settings.recent == (str(path),)


def test_an_input_method_opens_the_cell_it_composes_in(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "name")
    compose(view, "及时率")
    qtbot.keyClick(editor(window), KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "name")) == "及时率"


def test_going_to_another_project_takes_what_is_half_typed(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "77")
    window.session.go(Place("u", "q", field="name"))
    assert value(window, Place("u", "p", "i", "annual.value")) == "77"
    assert window.session.place == Place("u", "q")
    assert window.form.grid.model.rows[0].key == NEW


def test_undo_with_a_half_typed_cell_takes_the_typing_back(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.value")
    type_into(window, qtbot, "77")
    window.undo()
    assert window.session.table is SMALL


def test_the_first_window_is_no_larger_than_its_screen_lets_it_be(window: MainWindow) -> None:
    room = window.screen().availableSize().expandedTo(window.minimumSizeHint())
    assert window.size().boundedTo(room) == window.size()


def test_a_save_that_is_refused_offers_another_place_and_the_work_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, elsewhere = tmp_path / "没有的文件夹" / "表.gzgoals", tmp_path / "别处.gzgoals"
    places = iter((gone, elsewhere))
    asked: list[str] = []
    monkeypatch.setattr(file_commands, "ask_save", lambda *_: next(places))

    def agree(_: object, text: str) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(file_commands, "ask_save_elsewhere", agree)
    window.session.put("修改", HERE.at("name"), "改过的")
    assert window.files.save()
    assert asked == [f"无法保存“{gone}”：文件或所在文件夹不存在，请核对路径。"]
    assert (window.session.path, window.session.modified) == (elsewhere, False)


def test_a_save_that_is_refused_can_wait(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_commands, "ask_save", lambda *_: tmp_path / "没有的文件夹" / "表.gzgoals")
    monkeypatch.setattr(file_commands, "ask_save_elsewhere", lambda *_: False)
    window.session.put("修改", HERE.at("name"), "改过的")
    assert not window.files.save()
    assert get_value(window.session.table, HERE.at("name")) == "改过的"
