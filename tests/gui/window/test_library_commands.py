"""The library in the window: names completed while one types, and several indicators chosen from the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import find_indicator, put_value
from gzgoals.core.files import write_table
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.dialogs.library import LibraryDialog
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.models.library_rows import COMPOSED, USED
from gzgoals.gui.widgets.name_editor import NameEditor
from gzgoals.gui.window import library_commands, library_shelf
from gzgoals.gui.window.main_window import MainWindow
from hands import compose, go_to_cell

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TARGET = Target(operator="≥", value="95", measure="%")
GOOD = Indicator(id="g", category="12", name="考核合格率", cycle=TARGET, annual=TARGET)
BARE = Indicator(id="b", category="12", name="")
PROJECT = Project(id="p", name="甲经费", indicators=(BARE,))
BEGIN = GoalTable(
    year=2026,
    units=(Unit(id="u", projects=(PROJECT, Project(id="q", indicators=(GOOD,)))),),
)


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(BEGIN)


def indicators(window: MainWindow) -> tuple[Indicator, ...]:
    return window.session.table.units[0].projects[0].indicators


def editor(window: MainWindow) -> NameEditor:
    found = [each for each in window.form.grid.view.viewport().findChildren(NameEditor) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def type_name(window: MainWindow, qtbot: QtBot, text: str, key: str = NEW) -> NameEditor:
    view = go_to_cell(window, key, "name")
    qtbot.keyClicks(view, text[0])
    qtbot.keyClicks(editor(window), text[1:])
    return editor(window)


def names(field: NameEditor) -> list[str]:
    return [row.entry.name for row in field.list.model.rows]


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_five_keys_make_a_whole_indicator(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    assert [row.entry.name for row in field.list.model.rows][:1] == ["考核合格率"]
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    new = indicators(window)[-1]
    assert (new.name, new.category, new.cycle, new.annual) == ("考核合格率", "12", TARGET, TARGET)
    assert window.session.history.undo_label == "选用指标"
    assert window.form.grid.view.currentIndex() == window.form.grid.model.index_of(NEW, "name")
    window.undo()
    assert window.session.table is BEGIN


def test_tab_takes_and_goes_on_to_the_next_cell(window: MainWindow, qtbot: QtBot) -> None:
    type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down, KEYS.Key_Tab)
    new = indicators(window)[-1]
    assert window.form.grid.view.currentIndex() == window.form.grid.model.index_of(new.id, "cycle.operator")


def test_a_row_that_is_begun_is_only_filled_up(window: MainWindow, qtbot: QtBot) -> None:
    place = Place("u", "p", "b")
    window.session.put("修改", place.at("annual"), Target(value="98"))
    type_name(window, qtbot, "khhgl", "b")
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    now = find_indicator(window.session.table, place)
    assert (now.name, now.cycle.text, now.annual.text) == ("考核合格率", "≥95%", "98%")
    window.undo()
    assert find_indicator(window.session.table, place).name == ""


@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Tab])
def test_nothing_is_taken_that_was_not_gone_to(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    assert type_name(window, qtbot, "khhgl").list.isVisible()
    press(qtbot, key)
    assert [each.name for each in indicators(window)] == ["", "khhgl"]
    assert indicators(window)[-1].category == ""


def test_leaving_by_the_mouse_takes_nothing_but_the_text(window: MainWindow, qtbot: QtBot) -> None:
    type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down)
    window.form.project_form.name.setFocus()
    assert indicators(window)[-1].name == "khhgl"


def test_up_goes_back_to_the_text(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down)
    assert field.text() == "考核合格率"
    press(qtbot, KEYS.Key_Up)
    assert field.text() == "khhgl"
    press(qtbot, KEYS.Key_Return)
    assert indicators(window)[-1].name == "khhgl"


def test_up_goes_to_the_last_line_first(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "hgl")
    press(qtbot, KEYS.Key_Up)
    assert field.list.current == field.list.model.rows[-1]
    assert field.text() == field.list.model.rows[-1].entry.name


def test_who_types_on_has_made_what_was_gone_to_the_beginning(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down)
    qtbot.keyClicks(field, "sl")
    assert field.text() == "考核合格率sl"
    assert names(field)[0] == "考核合格率数量"
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    new = indicators(window)[-1]
    assert (new.name, new.category, new.cycle) == ("考核合格率数量", "", Target())


def test_composing_goes_on_behind_what_was_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down)
    compose(field, "占比")
    assert field.text() == "考核合格率占比"
    press(qtbot, KEYS.Key_Return)
    assert indicators(window)[-1].name == "考核合格率占比"


def test_what_was_gone_to_can_be_undone_within_the_line(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down)
    qtbot.keyClick(field, KEYS.Key_Z, CTRL)
    assert field.text() == "khhgl"


def test_a_name_is_made_of_words_that_no_name_joins(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "flwsaqsdl")
    row = names(field).index("法律文书安全送达率")
    assert field.list.model.index(row, 2).data() == COMPOSED
    press(qtbot, *[KEYS.Key_Down] * (row + 1), KEYS.Key_Return)
    assert [each.name for each in indicators(window)] == ["", "法律文书安全送达率"]
    window.undo()
    assert window.session.table is BEGIN


def test_the_courts_own_name_is_a_word(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改名", Place("u", field="name"), "奇特县人民法院")
    assert names(type_name(window, qtbot, "qtxrmfyyhmyd"))[0] == "奇特县人民法院用户满意度"


def test_words_of_the_tables_names_are_known(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改名", Place("u", "q", "g", "name"), "奇特卷宗合格率")
    assert "奇特卷宗及时率" in names(type_name(window, qtbot, "qtjzjsl"))


def test_a_click_on_a_name_made_of_words_leaves_the_line_open(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "flwsaq")
    row = names(field).index("法律文书安全")
    where = field.list.view.visualRect(field.list.model.index(row, 0)).center()
    qtbot.mouseClick(field.list.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert editor(window).text() == "法律文书安全"
    assert indicators(window) == (BARE,)
    qtbot.keyClicks(field, "sdl")
    assert "法律文书安全送达率" in names(field)


def test_escape_first_closes_what_was_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "khhgl")
    press(qtbot, KEYS.Key_Down, KEYS.Key_Escape)
    assert not field.list.isVisible()
    assert field.text() == "khhgl"
    press(qtbot, KEYS.Key_Escape)
    assert window.session.table is BEGIN


def test_down_in_an_empty_cell_tells_what_the_project_may_need(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, NEW, "name")
    qtbot.keyClick(view, KEYS.Key_F2)
    press(qtbot, KEYS.Key_Down)
    assert editor(window).list.current is not None


def test_a_click_takes(window: MainWindow, qtbot: QtBot) -> None:
    pop = type_name(window, qtbot, "khhgl").list
    where = pop.view.visualRect(pop.model.index(0, 0)).center()
    qtbot.mouseClick(pop.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert indicators(window)[-1].name == "考核合格率"


def test_an_input_method_is_left_alone_until_it_is_done(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "h")
    field.clear()
    QApplication.sendEvent(field, QInputMethodEvent("kao'he", []))
    assert not field.list.isVisible()
    compose(field, "考核")
    assert field.text() == "考核"
    assert field.list.model.rows[0].entry.name == "考核合格率"


def test_a_name_used_here_is_marked_and_last(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("修改", Place("u", "p", "b", "name"), "考核合格率")
    field = type_name(window, qtbot, "khhgl")
    rows = field.list.model.rows
    assert [row.used for row in rows] == [False] * (len(rows) - 1) + [True]
    assert field.list.model.index(len(rows) - 1, 2).data() == USED


def test_the_model_of_the_suggestions_is_sound(window: MainWindow, qtbot: QtBot) -> None:
    field = type_name(window, qtbot, "h")
    tester = QAbstractItemModelTester(field.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, field)
    qtbot.keyClicks(field, "gl")
    assert tester.model() is field.list.model


def type_value(window: MainWindow, qtbot: QtBot, text: str, name: str = "办结率") -> NameEditor:
    window.session.put("修改", Place("u", "p", "b", "name"), name)
    view = go_to_cell(window, "b", "cycle.operator" if text[0].isdigit() else "cycle.value")
    qtbot.keyClicks(view, text[0])
    qtbot.keyClicks(editor(window), text[1:])
    return editor(window)


def cycle(window: MainWindow) -> Target:
    return indicators(window)[0].cycle


def test_a_figure_is_completed_with_the_usual_sign_and_measure(window: MainWindow, qtbot: QtBot) -> None:
    field = type_value(window, qtbot, "98")
    assert names(field)[0] == "≥98%"
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    assert cycle(window) == Target(operator="≥", value="98", measure="%")
    window.undo()
    assert cycle(window) == Target()


def test_a_figure_stays_as_it_is_where_nothing_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    type_value(window, qtbot, "98")
    press(qtbot, KEYS.Key_Return)
    assert cycle(window) == Target(value="98")


def test_a_measure_may_be_typed_behind_a_sign_that_was_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    field = type_value(window, qtbot, "20", "司法交流")
    assert names(field) == ["≥20", "≤20"]
    press(qtbot, KEYS.Key_Down)
    compose(field, "次")
    press(qtbot, KEYS.Key_Return)
    assert cycle(window) == Target(operator="≥", value="20", measure="次")


def test_a_target_that_is_begun_is_offered_no_other_sign(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("修改", Place("u", "p", "b", "cycle"), Target(operator="≤", measure="%"))
    assert not type_value(window, qtbot, "98").list.isVisible()


def test_a_target_in_words_is_completed_too(window: MainWindow, qtbot: QtBot) -> None:
    assert names(type_value(window, qtbot, "yxts"))[0] == "有效提升"
    press(qtbot, KEYS.Key_Down, KEYS.Key_Return)
    assert cycle(window) == Target(value="有效提升")


Act = Callable[[LibraryDialog], None]


@pytest.fixture
def in_dialog(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> Callable[[Act], None]:
    """Open the library and do something there."""

    def run(act: Act) -> None:
        def shown(dialog: LibraryDialog) -> int:
            dialog.show()
            act(dialog)
            dialog.hide()
            return dialog.result()

        monkeypatch.setattr(LibraryDialog, "exec", shown)
        window.actions_by_key.trigger("library")

    return run


def listed(dialog: LibraryDialog) -> list[str]:
    return [row.entry.name for row in dialog.model.rows]


def test_typing_and_enter_adds_what_fits_best(
    window: MainWindow, qtbot: QtBot, in_dialog: Callable[[Act], None]
) -> None:
    def act(dialog: LibraryDialog) -> None:
        qtbot.keyClicks(dialog.line, "khhgl")
        qtbot.keyClick(dialog.line, KEYS.Key_Return)

    in_dialog(act)
    assert indicators(window)[-1].name == "考核合格率"
    window.undo()
    assert window.session.table is BEGIN


def test_several_are_added_in_one_step(window: MainWindow, qtbot: QtBot, in_dialog: Callable[[Act], None]) -> None:
    chosen: list[str] = []

    def act(dialog: LibraryDialog) -> None:
        qtbot.keyClicks(dialog.line, "hgl")
        qtbot.keyClick(dialog.line, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        chosen.extend(entry.name for entry in dialog.chosen())
        assert dialog.go.text() == "加入 2 项指标"
        qtbot.keyClick(dialog.line, KEYS.Key_Return)

    in_dialog(act)
    assert [each.name for each in indicators(window)[1:]] == chosen
    window.undo()
    assert window.session.table is BEGIN


def test_a_category_leaves_out_the_others(in_dialog: Callable[[Act], None]) -> None:
    def act(dialog: LibraryDialog) -> None:
        dialog.category.set_value("31")
        dialog.category.edited.emit("31")
        assert {row.category for row in dialog.model.rows} == {"31-服务对象满意度"}

    in_dialog(act)


def test_thinking_better_of_it_changes_nothing(
    window: MainWindow, qtbot: QtBot, in_dialog: Callable[[Act], None]
) -> None:
    in_dialog(lambda dialog: qtbot.keyClick(dialog.line, KEYS.Key_Escape))
    assert window.session.table is BEGIN


def test_nothing_found_is_said_and_cannot_be_added(qtbot: QtBot, in_dialog: Callable[[Act], None]) -> None:
    def act(dialog: LibraryDialog) -> None:
        qtbot.keyClicks(dialog.line, "qqqqq")
        assert dialog.count.text() == "没有符合的指标"
        assert not dialog.go.isEnabled()
        qtbot.keyClick(dialog.line, KEYS.Key_Return)
        assert dialog.result() != QDialog.DialogCode.Accepted

    in_dialog(act)


def test_the_model_of_the_list_is_sound(qtbot: QtBot, in_dialog: Callable[[Act], None]) -> None:
    def act(dialog: LibraryDialog) -> None:
        tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
        qtbot.keyClicks(dialog.line, "hgl")
        dialog.line.clear()
        assert tester.model() is dialog.model

    in_dialog(act)


def test_a_folder_is_chosen_read_remembered_and_let_go(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_dialog: Callable[[Act], None]
) -> None:
    folder = tmp_path / "各庭室"
    folder.mkdir()
    other = put_value(BEGIN, Place("u", "q", "g", "name"), "奇特指标合格率")
    write_table(folder / "甲.gzgoals", other)
    (folder / "坏.gzgoals").write_text("{", encoding="utf-8")
    monkeypatch.setattr(library_commands, "ask_folder", lambda *_: folder)

    def act(dialog: LibraryDialog) -> None:
        dialog.folder.click()
        qtbot.waitUntil(lambda: dialog.told.text() == "另有“各庭室”中的 1 个表")
        assert dialog.left_out.text() == "1 处未读…"
        assert "奇特指标合格率" in listed(dialog)
        assert window.settings.library_folder == str(folder)
        dialog.no_folder.click()
        assert "奇特指标合格率" not in listed(dialog)

    in_dialog(act)
    assert window.settings.library_folder == ""


def use_folder(window: MainWindow, folder: Path) -> None:
    window.settings = window.settings.replaced(library_folder=str(folder))


def test_another_folder_in_the_settings_is_read_when_the_library_is_next_asked_for(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    write_table(tmp_path / "甲.gzgoals", put_value(BEGIN, Place("u", "q", "g", "name"), "奇特指标合格率"))
    library = window.library.library
    assert "奇特指标合格率" not in {entry.name for entry in library.shelf.entries}
    use_folder(window, tmp_path)
    qtbot.waitUntil(lambda: "奇特指标合格率" in {entry.name for entry in library.shelf.entries})


def test_a_table_that_has_come_into_the_folder_is_in_the_list_when_it_is_next_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, in_dialog: Callable[[Act], None]
) -> None:
    use_folder(window, tmp_path)
    qtbot.waitUntil(lambda: bool(window.library.library.shelf.entries) and window.library.library.progress is None)
    write_table(tmp_path / "甲.gzgoals", put_value(BEGIN, Place("u", "q", "g", "name"), "奇特指标合格率"))

    def act(dialog: LibraryDialog) -> None:
        qtbot.waitUntil(lambda: "奇特指标合格率" in listed(dialog))

    in_dialog(act)


def test_a_reading_that_is_stopped_leaves_the_folder_out(window: MainWindow, tmp_path: Path) -> None:
    library = window.library.library
    use_folder(window, tmp_path)
    library.follow()
    assert library.progress is not None
    library.stop()
    assert library.progress is None
    assert library.tables == 0
    assert library.shelf.entries


def test_a_large_library_is_gathered_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_shelf, "AT_ONCE", 0)
    library = window.library.library
    names = {entry.name for entry in library.shelf.entries}
    assert "考核合格率" not in names
    with qtbot.waitSignal(library.changed):
        pass
    assert "考核合格率" in {entry.name for entry in library.shelf.entries}


def test_a_large_library_is_not_gathered_again_between_names_but_when_the_typing_rests(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_shelf, "AT_ONCE", 0)
    library = window.library.library
    library.rest_after(60_000)
    with qtbot.waitSignal(library.changed):
        assert library.known.entries
    window.session.put("改名", Place("u", "q", "g", "name"), "另一指标")
    assert "另一指标" not in {entry.name for entry in library.known.entries}
    assert not library.gathering
    library.rest_after(0)
    with qtbot.waitSignal(library.changed):
        assert library.known.entries
    assert "另一指标" in {entry.name for entry in library.known.entries}


def test_another_table_leaves_nothing_of_the_former_in_the_library(window: MainWindow) -> None:
    library = window.library.library
    assert "考核合格率" in {entry.name for entry in library.known.entries}
    window.session.open(GoalTable(year=2026))
    assert "考核合格率" not in {entry.name for entry in library.known.entries}


def test_the_library_needs_a_project(window: MainWindow) -> None:
    window.session.show(TABLE)
    assert not window.library.can_open()


def test_selected_rows_follow_the_list(in_dialog: Callable[[Act], None]) -> None:
    def act(dialog: LibraryDialog) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        dialog.view.selectionModel().select(dialog.model.index(2, 0), flags)
        assert [entry.name for entry in dialog.chosen()] == [listed(dialog)[0], listed(dialog)[2]]

    in_dialog(act)
