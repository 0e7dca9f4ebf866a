"""The clipboard under a user's hands: real keys in grid and tree, and what other programs and windows put there."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from gzgoals.core.clipboard.things import MIME, Kind, Things
from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.window import clipboard_commands
from gzgoals.gui.window import clipboard_data as clipboard
from gzgoals.gui.window.main_window import MainWindow
from small_table import COURT, RATE, SMALL

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABLE = replaced(SMALL, units=(COURT, Unit(id="v", name="法庭", projects=(Project(id="r", name="物业费"),))))
FIXTURES = Path(__file__).parents[2] / "core/clipboard"


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    QApplication.clipboard().clear()
    window.session.open(TABLE)


def select(window: MainWindow, cells: Sequence[tuple[str, str]]) -> None:
    """Select cells of the grid and give it the keyboard."""
    view, model = window.form.grid.view, window.form.grid.model
    view.setFocus()
    view.setCurrentIndex(model.index_of(*cells[0]))
    selection = QItemSelection()
    for key, column in cells:
        selection.select(model.index_of(key, column), model.index_of(key, column))
    view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifiers)


def drawn(window: MainWindow) -> list[str]:
    """Draw the indicators that are shown as `12 完好率 ≥95% ≥95%`."""
    place = window.session.place
    project = next(p for u in window.session.table.units for p in u.projects if p.id == place.project)
    return [f"{i.category} {i.name} {i.cycle.text} {i.annual.text}".strip() for i in project.indicators]


def projects(window: MainWindow) -> str:
    """Draw the tree as `某法院:物业费,租赁费 法庭:物业费`."""
    return " ".join(f"{unit.name}:{','.join(p.name for p in unit.projects)}" for unit in window.session.table.units)


def put_text(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    clipboard.put(data)


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def choose(window: MainWindow, *keys: str) -> None:
    """Select rows of the tree and give it the keyboard."""
    window.tree.view.setFocus()
    window.tree.view.setCurrentIndex(window.tree.model.index_of(keys[0]))
    window.tree.choose(keys)


def test_cells_are_copied_as_text_and_pasted_into_others(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "cycle.operator"), ("i", "cycle.value"), ("i", "cycle.measure")])
    press(qtbot, KEYS.Key_C)
    assert QApplication.clipboard().text().split() == ["≥", "95", "%"]
    select(window, [(NEW, "annual.operator")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window)[2] == "≥95%"
    assert said(window) == "粘贴了 1 行；其中新增 1 项指标。"


def test_a_cut_empties_the_cells_and_one_step_brings_them_back(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "name"), ("j", "name")])
    press(qtbot, KEYS.Key_X)
    assert drawn(window) == ["12  ≥95% ≥95%", "31  ≥95% ≥95%"]
    window.undo()
    assert window.session.table is TABLE


def test_what_is_pasted_is_selected_and_one_step(window: MainWindow, qtbot: QtBot) -> None:
    put_text("甲\n乙\n丙\n")
    select(window, [("j", "name")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window) == ["12 完好率 ≥95% ≥95%", "31 甲 ≥95% ≥95%", "乙", "丙"]
    assert [column for _, column in window.form.grid.cells()] == ["name"] * 3
    assert window.session.history.undo_label == "粘贴 3 行"
    window.undo()
    assert window.session.table is TABLE


def test_columns_without_a_place_and_what_is_not_understood_are_told(window: MainWindow, qtbot: QtBot) -> None:
    put_text("别的\t数量指标\t甲\t约\t3\t台\t≥\t3\t台\t备注\t来源")
    select(window, [(NEW, "first")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window)[2] == "别的；数量指标 甲 约3台 ≥3台"
    assert said(window) == ("粘贴了 1 行；其中新增 1 项指标；多出的 2 列没有位置；2 处未能识别，已照原文保留并标出。")
    badge = window.form.grid.model.rows[2].badge
    assert badge.words


@pytest.mark.parametrize("name", ["captured/libreoffice-7.4", "modelled/excel-modelled"])
def test_rows_of_a_spreadsheet_become_indicators(window: MainWindow, qtbot: QtBot, name: str) -> None:
    html = next(FIXTURES.glob(f"{name}.*html")).read_bytes().decode()
    put_text((FIXTURES / f"{name}.txt").read_bytes().decode(), html)
    window.session.show(Place("u", "q"))
    select(window, [(NEW, "name")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window)[0].startswith("11 物业服务面积 ≥11")
    assert drawn(window)[1].startswith("12 配套设施完好率 ")


def test_whole_rows_are_copied_whole_and_pasted_below_the_current_row(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "number")])
    press(qtbot, KEYS.Key_C)
    assert said(window) == "已复制 1 项指标。"
    press(qtbot, KEYS.Key_V)
    assert drawn(window) == ["12 完好率 ≥95% ≥95%", "12 完好率 ≥95% ≥95%", "31 满意度 ≥95% ≥95%"]
    copy = window.session.table.units[0].projects[0].indicators[1]
    assert copy.id not in {"i", "j"}
    assert window.form.grid.current() == (copy.id,)


def test_rows_that_are_cut_go_into_another_project_and_keep_what_they_are(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("j", "number")])
    press(qtbot, KEYS.Key_X)
    assert drawn(window) == ["12 完好率 ≥95% ≥95%"]
    choose(window, "q")
    press(qtbot, KEYS.Key_V)
    assert window.session.table.units[0].projects[1].indicators == (TABLE.units[0].projects[0].indicators[1],)


def test_indicators_are_pasted_into_all_selected_projects(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "number"), ("j", "number")])
    press(qtbot, KEYS.Key_C)
    choose(window, "q", "r")
    press(qtbot, KEYS.Key_V)
    pasted = [p.indicators for u in window.session.table.units for p in u.projects][1:]
    assert [[i.name for i in indicators] for indicators in pasted] == [["完好率", "满意度"]] * 2
    assert len({i.id for indicators in pasted for i in indicators} | {"i", "j"}) == 6
    window.undo()
    assert window.session.table is TABLE


def test_projects_are_copied_into_another_unit(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "p", "q")
    press(qtbot, KEYS.Key_C)
    choose(window, "r")
    press(qtbot, KEYS.Key_V)
    assert projects(window) == "某法院:物业费,租赁费 法庭:物业费,物业费（副本）,租赁费"
    copy = window.session.table.units[1].projects[1]
    assert (copy.objective, copy.indicators[0].cycle) == ("满足需要。", RATE)
    assert window.tree.chosen()[0].project == copy.id


def test_a_project_that_is_cut_and_pasted_is_the_same_project(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "p")
    press(qtbot, KEYS.Key_X)
    assert projects(window) == "某法院:租赁费 法庭:物业费"
    choose(window, "v")
    press(qtbot, KEYS.Key_V)
    assert window.session.table.units[1].projects[1] == TABLE.units[0].projects[0]


def test_a_unit_is_pasted_with_its_projects(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "v")
    press(qtbot, KEYS.Key_C)
    choose(window, "u")
    press(qtbot, KEYS.Key_V)
    assert projects(window) == "某法院:物业费,租赁费 法庭:物业费 法庭:物业费"


def test_what_another_window_copied_is_pasted_whole(window: MainWindow, qtbot: QtBot) -> None:
    elsewhere = GoalTable(year=2025, units=(Unit(name="别院", projects=(Project(name="甲项目", objective="目标"),)),))
    copied = clipboard.data_of_things(Things(Kind.PROJECTS, elsewhere))
    travelled = QMimeData()  # only bytes go from one process to the other
    for kind in copied.formats():
        travelled.setData(kind, bytes(copied.data(kind).data()))
    clipboard.put(travelled)
    choose(window, "q")
    press(qtbot, KEYS.Key_V)
    assert projects(window) == "某法院:物业费,租赁费,甲项目 法庭:物业费"


def test_projects_are_taken_into_a_table_without_units(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "q")
    press(qtbot, KEYS.Key_C)
    window.session.open(GoalTable(year=2026))
    window.tree.view.setFocus()
    press(qtbot, KEYS.Key_V)
    assert projects(window) == "某法院:租赁费"


def test_what_is_damaged_is_told_in_one_sentence(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(clipboard_commands, "tell", lambda _, text: told.append(text))
    data = QMimeData()
    data.setData(MIME, b'{"kind": "projects", "table": []}')
    clipboard.put(data)
    choose(window, "q")
    press(qtbot, KEYS.Key_V)
    assert told == ["剪贴板中的内容已经损坏，没有粘贴。请重新复制后再粘贴。"]
    assert window.session.table is TABLE


def test_projects_in_the_grid_and_nothing_at_all_are_answered_kindly(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "name")])
    press(qtbot, KEYS.Key_V)
    assert said(window) == "剪贴板中没有可以粘贴的文字。"
    choose(window, "q")
    press(qtbot, KEYS.Key_C)
    select(window, [("i", "name")])
    press(qtbot, KEYS.Key_V)
    assert said(window) == "剪贴板中是项目，请先点一下左侧的项目树，再粘贴。"
    assert window.session.table is TABLE


def test_pasting_into_an_open_editor_and_a_text_field_is_theirs(window: MainWindow, qtbot: QtBot) -> None:
    put_text("新")
    select(window, [("i", "name")])
    qtbot.keyClick(window.form.grid.view, KEYS.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not window.form.grid.view
    press(qtbot, KEYS.Key_End, Qt.KeyboardModifier.NoModifier)
    press(qtbot, KEYS.Key_V)
    press(qtbot, KEYS.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert "新" in drawn(window)[0]
    window.form.project_form.objective.setFocus()
    press(qtbot, KEYS.Key_V)
    assert "新" in window.session.table.units[0].projects[0].objective


def test_the_menu_pastes_into_the_text_field_that_has_the_keyboard(window: MainWindow) -> None:
    put_text("新")
    window.form.project_form.name.setFocus()
    window.actions_by_key["paste"].trigger()
    assert "新" in window.session.table.units[0].projects[0].name


def test_ctrl_v_on_a_drop_down_cell_picks_what_is_pasted(window: MainWindow, qtbot: QtBot) -> None:
    put_text("时效指标")
    select(window, [("i", "second")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window)[0].startswith("13 ")
    assert not window.form.grid.view.viewport().findChildren(QComboBox)


def test_the_official_text_of_indicators_goes_out_and_comes_in(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "name"), ("j", "name")])
    press(qtbot, KEYS.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text().startswith("1、1-产出指标；12-质量指标；完好率；实施周期指标值:≥95%")
    window.session.show(Place("u", "q"))
    select(window, [(NEW, "name")])
    press(qtbot, KEYS.Key_V)
    assert drawn(window) == ["12 完好率 ≥95% ≥95%", "31 满意度 ≥95% ≥95%"]


def test_the_official_text_of_projects_is_copied_from_the_tree(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "p", "q")
    press(qtbot, KEYS.Key_C, CTRL | SHIFT)
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split()[0] for line in lines] == ["物业费", "满足需要。", lines[2].split()[0], "租赁费"]
    assert said(window) == "已把 2 个项目复制为公开文本。"


def test_a_finding_is_copied_from_its_list(window: MainWindow, qtbot: QtBot) -> None:
    window.show_findings()
    view = window.findings.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    press(qtbot, KEYS.Key_C)
    assert QApplication.clipboard().text() == str(view.currentIndex().data() or "")


def test_one_cell_is_plain_text_and_files_are_no_text_at_all(window: MainWindow, qtbot: QtBot) -> None:
    select(window, [("i", "name")])
    press(qtbot, KEYS.Key_C)
    data = clipboard.found()
    assert (data.text(), data.hasHtml()) == ("完好率", False)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("表.xlsx")])
    clipboard.put(files)
    press(qtbot, KEYS.Key_V)
    assert said(window) == "剪贴板中是文件。要读入文件，请用“文件 → 导入上年文件”。"
    assert window.session.table is TABLE
