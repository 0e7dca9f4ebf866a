"""Two years in the window: the tab, last year beside this year, the menu; real keys and clicks on the real sample."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gzgoals.core.files import write_table
from gzgoals.core.table import Place
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.merge import MergeDialog
from gzgoals.gui.models.change_rows import Subject
from gzgoals.gui.window import compare_commands, file_commands, import_commands
from gzgoals.gui.window.main_window import MainWindow
from hands import compose
from last_year import sample, two_years, year_before

KEYS = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TABLE = two_years()
UNIT = TABLE.units[0]
HOUSING = Place(UNIT.id, UNIT.projects[1].id)
NEW = Place(UNIT.id, UNIT.projects[4].id)


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(TABLE)
    tester = QAbstractItemModelTester(window.compare.view.model, window)
    assert tester.model() is window.compare.view.model


def open_tab(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, KEYS.Key_F9)
    assert window.compare.isVisible()


def cell(window: MainWindow, row: int, column: str) -> QModelIndex:
    view = window.compare.view
    return view.model.index(row, [each.key for each in view.model.columns].index(column))


def click(window: MainWindow, qtbot: QtBot, index: QModelIndex) -> None:
    table = window.compare.view.view
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


def reasons(window: MainWindow) -> list[str]:
    last = window.session.table.last_year
    return [reason.reason for reason in last.reasons] if last else []


def write(window: MainWindow, qtbot: QtBot, row: int, text: str) -> None:
    """Type a reason: the first key opens its editor, Enter ends it."""
    table = window.compare.view.view
    table.setCurrentIndex(cell(window, row, "reason"))
    compose(table, text)
    (editor,) = [each for each in table.viewport().findChildren(QLineEdit) if each.isVisible()]
    qtbot.keyClick(editor, KEYS.Key_Return)


def test_the_tab_counts_what_has_changed_and_follows_each_edit(window: MainWindow) -> None:
    assert window.tabs.title_of(window.compare) == "与上年对比 8"
    window.session.put("改", HOUSING.at("funding.appropriation"), Decimal("598.00"))
    assert window.tabs.title_of(window.compare) == "与上年对比 7"
    window.session.undo()
    assert window.tabs.title_of(window.compare) == "与上年对比 8"


def test_f9_opens_the_tab_and_gives_the_list_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    assert window.compare.view.view.hasFocus()
    assert window.compare.view.sums.text() == "合计　2025 年 4,324.74　→　2026 年 4,372.33 万元"
    assert window.compare.view.trend.text() == "▲47.59（+1.1%）"


def test_a_reason_is_typed_in_place_enter_goes_down_and_it_is_one_step(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    write(window, qtbot, 0, "人员减少")
    assert reasons(window) == ["人员减少"]
    assert window.compare.view.view.currentIndex() == cell(window, 1, "reason")
    assert window.session.history.undo_label == "填写变动理由"
    window.session.undo()
    assert window.session.table is TABLE


def test_a_half_typed_reason_is_taken_in_before_anything_else(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    table = window.compare.view.view
    table.setCurrentIndex(cell(window, 0, "reason"))
    compose(table, "人员减少")
    window.commit()
    assert reasons(window) == ["人员减少"]


def test_a_reason_shows_as_out_of_date_once_the_amount_changes_again(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    write(window, qtbot, 2, "单价上调")
    window.session.put("改", HOUSING.at("funding.appropriation"), Decimal("700.00"))
    assert cell(window, 2, "reason").data() == "! 待核对：单价上调"
    assert cell(window, 2, "reason").data(Qt.ItemDataRole.EditRole) == "单价上调"


def test_a_click_goes_to_the_place_but_not_one_on_the_reason(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    before = window.session.place
    click(window, qtbot, cell(window, 2, "reason"))
    assert window.session.place == before
    click(window, qtbot, cell(window, 2, "after"))
    assert window.session.place == HOUSING
    assert window.form.project_form.amounts["appropriation"].hasFocus()


def test_enter_goes_to_the_place_too(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    table = window.compare.view.view
    table.setCurrentIndex(cell(window, 3, "owner"))
    qtbot.keyClick(table, KEYS.Key_Return)
    grid = window.form.grid.view
    assert grid.hasFocus()
    assert window.form.grid.current() == (UNIT.projects[1].indicators[1].id,)


def test_what_was_dropped_leads_to_its_unit(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    qtbot.mouseClick(window.compare.view.filters[Subject.PROJECTS], LEFT)
    click(window, qtbot, cell(window, 1, "owner"))
    assert window.session.place == Place(UNIT.id)


def test_a_filter_shows_one_kind_and_counts_all(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    view = window.compare.view
    qtbot.mouseClick(view.filters[Subject.AMOUNTS], LEFT)
    assert [row.change.where for row in view.model.rows] == ["财政拨款", "财政拨款"]
    texts = [button.text() for button in view.filters.values()]
    assert texts == ["全部 8", "项目增减 3", "金额 2", "目标 1", "指标 2"]


def test_a_long_text_is_shown_side_by_side(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    difference = window.compare.view.difference
    assert not difference.isVisible()
    window.compare.view.view.setCurrentIndex(cell(window, 1, "before"))
    assert difference.isVisible()
    assert difference.texts[1].toPlainText() == UNIT.projects[0].objective


def test_undo_while_the_tab_is_hidden_is_seen_when_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改", HOUSING.at("funding.appropriation"), Decimal("598.00"))
    open_tab(window, qtbot)
    assert len(window.compare.view.model.rows) == 7


def test_the_header_tells_last_years_total_and_the_change(window: MainWindow) -> None:
    form = window.form.project_form
    window.session.show(HOUSING)
    assert (form.last_total.text(), form.trend.text()) == ("上年 598.00", "▲26.00（+4.3%）")
    window.session.put("改", HOUSING.at("funding.appropriation"), Decimal("598.00"))
    assert form.trend.text() == "与上年持平"
    window.session.show(NEW)
    assert (form.last_total.text(), form.trend.isVisible()) == ("＋ 新增项目", False)


def test_fields_tell_last_years_values_in_their_tooltips(window: MainWindow) -> None:
    form = window.form.project_form
    window.session.show(HOUSING)
    assert "上年 598.00" in form.amounts["appropriation"].toolTip()
    assert form.last_objective.text() == "与上年相同"
    window.session.put("改", HOUSING.at("objective"), "另一个目标。")
    assert form.last_objective.text() == "✎ 与上年不同"
    assert UNIT.projects[1].objective in form.objective.accessibleDescription()


def test_the_grid_has_a_column_of_last_years_targets_which_comes_and_goes_without_a_reset(window: MainWindow) -> None:
    grid = window.form.grid
    window.session.show(HOUSING)
    column = [each.key for each in grid.model.columns].index("last")
    texts = [grid.model.index(row, column).data() for row in range(5)]
    assert texts == ["11733.38", "≥95% ▲", "0", "0", "≥95%"]
    assert not grid.view.isColumnHidden(column)
    reset = QSignalSpy(grid.model.modelReset)
    window.session.open(sample())
    assert grid.view.isColumnHidden(column)
    assert reset.count() == 0


def test_without_a_year_before_the_tab_says_how_to_get_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = sample()
    old = tmp_path / "2025.gzgoals"
    write_table(old, year_before(table))
    window.session.open(table)
    assert window.tabs.title_of(window.compare) == "与上年对比"
    open_tab(window, qtbot)
    assert window.compare.choose.hasFocus()
    monkeypatch.setattr(compare_commands, "ask_open", lambda *_: old)
    qtbot.mouseClick(window.compare.choose, LEFT)
    assert len(window.compare.view.model.rows) == 8
    assert window.session.history.undo_label == "选择上年的表"
    window.session.undo()
    assert window.session.table is table
    assert window.compare.choose.isVisible()


def test_a_source_that_is_no_table_is_told_and_changes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "坏.gzgoals"
    bad.write_text("{", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(compare_commands, "ask_open", lambda *_: bad)
    monkeypatch.setattr(file_commands, "tell", lambda _parent, text, *_: told.append(text))
    window.actions_by_key["choose_last_year"].trigger()
    assert len(told) == 1
    assert window.session.table is TABLE


@pytest.mark.parametrize(("key", "suffix"), [("export_comparison_pdf", ".pdf"), ("export_comparison_sheet", ".xlsx")])
def test_the_comparison_is_exported(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, suffix: str
) -> None:
    target = tmp_path / f"对比{suffix}"
    monkeypatch.setattr(compare_commands, "ask_save", lambda *_: target)
    window.actions_by_key[key].trigger()
    assert window.statusBar().currentMessage() == f"已导出：{target}"
    data = target.read_bytes()
    if suffix == ".pdf":
        assert "+26.00" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    else:
        book = openpyxl.load_workbook(BytesIO(data))
        assert any("业务用房物业管理费" in str(each.value) for row in book.worksheets[0] for each in row)


def test_there_is_nothing_to_export_without_a_year_before(window: MainWindow) -> None:
    window.session.open(sample())
    assert not window.actions_by_key["export_comparison_pdf"].isEnabled()


def test_another_table_is_compared_in_a_window_of_its_own_which_is_freed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.gzgoals"
    write_table(other, year_before(TABLE))
    seen: list[tuple[str, int]] = []
    destroyed: list[bool] = []

    def read(dialog: QDialog) -> int:
        assert isinstance(dialog, CompareDialog)
        dialog.show()
        seen.append((dialog.windowTitle(), len(dialog.view.model.rows)))
        dialog.destroyed.connect(lambda: destroyed.append(True))
        dialog.close()
        return 0

    monkeypatch.setattr(compare_commands, "ask_open", lambda *_: other)
    monkeypatch.setattr(QDialog, "exec", read)
    window.actions_by_key["compare_other"].trigger()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    assert seen == [("2025 年与 2026 年对比", 8)]
    assert destroyed == [True]
    assert window.session.table is TABLE


def merge_with(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, paths: list[Path], keep: int) -> None:
    """Choose files, untick one candidate of the second conflict with the mouse, and merge."""

    def choose(dialog: QDialog) -> int:
        assert isinstance(dialog, MergeDialog)
        QAbstractItemModelTester(dialog.conflicts, dialog)
        QAbstractItemModelTester(dialog.fields, dialog)
        dialog.show()
        qtbot.keyClick(dialog.list, KEYS.Key_Down)
        box = dialog.boxes[1 - keep]
        qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(import_commands, "ask_sources", lambda *_: paths)
    monkeypatch.setattr(QDialog, "exec", choose)
    window.actions_by_key["merge"].trigger()


def test_files_are_merged_into_a_new_table_with_what_was_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = tmp_path / "甲.gzgoals", tmp_path / "乙.gzgoals"
    table = sample()
    write_table(mine, table)
    write_table(theirs, year_before(table))
    merge_with(window, qtbot, monkeypatch, [mine, theirs], keep=1)
    names = {project.name: project.funding.total for unit in window.session.table.units for project in unit.projects}
    assert names["业务用房物业管理费"] == Decimal("598.00")
    assert names["机构运行辅助经费"] == Decimal("549.00")
    assert names["机构运行辅助经费（来自 乙.gzgoals）"] == Decimal("570.25")
    assert "审判法庭改造工程" in names
    assert window.session.path is None
    assert window.session.modified


def test_one_file_alone_is_nothing_to_merge(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(import_commands, "ask_sources", lambda *_: [Path("甲.gzgoals")])
    monkeypatch.setattr(import_commands, "tell", lambda _parent, text, *_: told.append(text))
    window.actions_by_key["merge"].trigger()
    assert told == ["请选择两个或更多的文件。"]
    assert window.session.table is TABLE
