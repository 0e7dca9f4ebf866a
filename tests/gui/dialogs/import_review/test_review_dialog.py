"""The review under a user's hands: real keys and clicks, on the published sample."""

import gc
import weakref
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import find_project, put_value, replaced
from gzgoals.core.exchange import Doubt, Draft
from gzgoals.core.exchange.source import NOWHERE, Source
from gzgoals.core.table import TABLE, Funding, GoalTable, Project
from gzgoals.core.years import Amounts, Way, rolled, usual_plan
from gzgoals.gui.dialogs.import_review import dialog as module
from gzgoals.gui.dialogs.import_review import review_import
from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choice_editor import ChoiceEditor
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.source_lines import SourceLines

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Review = Callable[..., ReviewDialog]


def go_to(view: ChoosingView, row: int, column: str) -> QModelIndex:
    model = view.model()
    assert isinstance(model, RowsModel)
    index = model.index(row, [each.key for each in model.columns].index(column))
    view.setFocus()
    view.setCurrentIndex(index)
    return index


def editor(view: ChoosingView) -> QLineEdit:
    found = [each for each in view.viewport().findChildren(QLineEdit) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def pick(view: ChoosingView, qtbot: QtBot, text: str) -> None:
    """Open the drop-down of the current cell by a key, and pick `text` with the arrows and Enter."""
    qtbot.keyClick(view, KEYS.Key_F2)
    box = editor(view)
    assert isinstance(box, ChoiceEditor)
    assert box.list.isVisible()
    labels = [row.label for row in box.list.model.rows]
    steps = labels.index(text) - labels.index(box.choice or "")
    for _ in range(abs(steps)):
        qtbot.keyClick(box, KEYS.Key_Down if steps > 0 else KEYS.Key_Up)
    qtbot.keyClick(box, KEYS.Key_Return)


def column_doubt(draft: Draft) -> int:
    return next(number for number, each in enumerate(draft.doubts) if each.place.field == "funding.other")


def projects(table: GoalTable) -> list[Project]:
    return [project for unit in table.units for project in unit.projects]


def test_models_are_sound(review: Review, draft: Draft, open_table: GoalTable) -> None:
    dialog = review(draft, open_table, into_open=True)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        for model in (dialog.doubts.model, dialog.projects.model, dialog.mentions.model)
    ]
    assert len(testers) == 3
    dialog.state.go_into_open(into_open=False)
    dialog.state.choose(rolls=False)
    dialog.state.choose(rolls=True, year=2028)


def test_the_sum_is_told_beside_what_is_in_doubt(review: Review, draft: Draft) -> None:
    dialog = review(draft)
    assert dialog.summary.counts.text() == "识别到 17 个项目、68 项指标，合计 4,372.33 万元"
    assert dialog.summary.verdict.text() == "✓ 与原文件合计行一致"
    assert dialog.summary.badge.accessibleName() == "待核对 1"


def test_correcting_the_column_moves_the_amount_and_settles_the_doubt(
    review: Review, draft: Draft, qtbot: QtBot
) -> None:
    dialog = review(draft)
    go_to(dialog.doubts.view, column_doubt(draft), "answer")
    pick(dialog.doubts.view, qtbot, "财政专户拨款")
    place = draft.doubts[column_doubt(draft)].place
    moved = Funding(special_account=Decimal("10.00"))
    expected = put_value(draft.table, place.at("funding"), moved)
    assert dialog.state.table == expected
    assert dialog.state.open_doubts == 0
    assert not dialog.summary.badge.isVisible()
    assert "“财政专户拨款”原为 0.00，各项目之和 10.00" in dialog.summary.verdict.text()
    dialog.state.choose(year=2026, rolls=True)
    assert dialog.state.result == rolled(expected, usual_plan(expected, 2026))


def test_ctrl_z_takes_a_correction_back_and_ctrl_y_does_it_again(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    go_to(dialog.doubts.view, column_doubt(draft), "answer")
    pick(dialog.doubts.view, qtbot, "财政拨款")
    after = dialog.state.table
    qtbot.keyClick(dialog.doubts.view, KEYS.Key_Z, CTRL)
    assert dialog.state.table is draft.table
    assert dialog.state.open_doubts == 1
    qtbot.keyClick(dialog.doubts.view, KEYS.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.state.table is after


def test_the_space_bar_settles_a_doubt_as_it_is(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    go_to(dialog.doubts.view, 0, "where")
    qtbot.keyClick(dialog.doubts.view, KEYS.Key_Space)
    assert dialog.state.open_doubts == 0
    assert dialog.state.table is draft.table
    qtbot.keyClick(dialog.doubts.view, KEYS.Key_Space)
    assert dialog.state.open_doubts == 1


def test_all_doubts_are_settled_at_once(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    qtbot.mouseClick(dialog.summary.settle_all, Qt.MouseButton.LeftButton)
    assert dialog.state.open_doubts == 0
    assert not dialog.summary.settle_all.isEnabled()


def test_a_doubt_shows_where_it_stands(review: Review, draft: Draft) -> None:
    dialog = review(draft)
    go_to(dialog.doubts.view, column_doubt(draft), "answer")
    assert dialog.source
    lines = dialog.source.view
    assert isinstance(lines, SourceLines)
    lit = [number for number in range(1, 440) if lines.is_lit(number)]
    text = "".join(draft.source.lines[number - 1] for number in lit).strip()
    assert text.startswith("审判执行专项经费（其他收入资金）10.00 10.00该项目无总体绩效目标")
    assert text.endswith("年度指标值:待单位补充...。")


def test_a_click_in_the_source_selects_the_project_there(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    third = projects(draft.table)[2]
    assert dialog.source
    lines = dialog.source.view
    assert isinstance(lines, SourceLines)
    cursor = QTextCursor(lines.document().findBlockByNumber(draft.origins[third.id][0].line + 2))
    lines.setTextCursor(cursor)
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=lines.cursorRect(cursor).center())
    assert dialog.projects.view.currentIndex().data(Role.KEY) == third.id
    assert lines.is_lit(draft.origins[third.id][0].line)


def test_a_name_is_typed_in_the_list(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    go_to(dialog.projects.view, 0, "name")
    qtbot.keyClicks(dialog.projects.view, "A")
    qtbot.keyClicks(editor(dialog.projects.view), "BC")
    qtbot.keyClick(editor(dialog.projects.view), KEYS.Key_Return)
    assert projects(dialog.state.table)[0].name == "ABC"
    qtbot.keyClick(dialog.projects.view, KEYS.Key_Z, CTRL)
    assert dialog.state.table is draft.table


def test_what_is_half_typed_comes_along(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    go_to(dialog.projects.view, 0, "name")
    qtbot.keyClicks(dialog.projects.view, "A")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert projects(dialog.state.result)[0].name == "A"


def test_a_project_whose_tick_is_taken_stays_behind(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    index = go_to(dialog.projects.view, 3, "comes")
    where = dialog.projects.view.visualRect(index).center()
    qtbot.mouseClick(dialog.projects.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert dialog.go.text() == "带入 16 个项目"
    assert len(projects(dialog.state.result)) == 16


def test_none_and_all_are_ticked_by_a_button(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    buttons = {each.text(): each for each in dialog.lists.cornerWidget().findChildren(QPushButton)}
    qtbot.mouseClick(buttons["全不选(&N)"], Qt.MouseButton.LeftButton)
    assert dialog.go.text() == "带入 0 个项目"
    assert not dialog.go.isEnabled()
    qtbot.mouseClick(buttons["全选(&L)"], Qt.MouseButton.LeftButton)
    assert dialog.go.text() == "带入 17 个项目"


def test_years_are_ticked_for_a_project_and_one_by_one(review: Review, draft: Draft, qtbot: QtBot) -> None:
    old = projects(draft.table)[3]
    assert old.name == "广州互联网法院2021年信息化运维项目"
    dialog = review(draft)
    dialog.state.choose(rolls=True, year=2026)
    go_to(dialog.projects.view, 3, "years")
    qtbot.keyClick(dialog.projects.view, KEYS.Key_Space)
    assert projects(dialog.state.result)[3].name == "广州互联网法院2026年信息化运维项目"
    dialog.lists.setCurrentWidget(dialog.mentions)
    go_to(dialog.mentions.view, 0, "before")
    qtbot.keyClick(dialog.mentions.view, KEYS.Key_Space)
    assert projects(dialog.state.result)[3].name == old.name


def test_importing_twice_into_the_open_table_brings_nothing_the_second_time(
    review: Review, draft: Draft, open_table: GoalTable
) -> None:
    first = review(draft, open_table, into_open=True)
    assert first.go.text() == "带入 17 个项目"
    once = first.state.result
    second = review(draft, once, into_open=True)
    assert second.go.text() == "带入 0 个项目"
    assert second.state.result == once
    assert {row.way for row in second.projects.model.rows} == {"跳过（已相同）"}


def test_the_way_of_a_project_is_picked(review: Review, draft: Draft, open_table: GoalTable, qtbot: QtBot) -> None:
    once = review(draft, open_table, into_open=True).state.result
    dialog = review(draft, once, into_open=True)
    go_to(dialog.projects.view, 1, "way")
    pick(dialog.projects.view, qtbot, "新增")
    assert dialog.go.text() == "带入 1 个项目"
    assert len(projects(dialog.state.result)) == 18
    go_to(dialog.projects.view, 1, "way")
    pick(dialog.projects.view, qtbot, "跳过（已相同）")
    assert dialog.state.result == once
    go_to(dialog.projects.view, 1, "comes")
    qtbot.keyClick(dialog.projects.view, KEYS.Key_Space)
    assert dialog.state.plan.bringings[1].way in {Way.REPLACE, Way.ADD}


def test_a_project_that_is_only_alike_names_the_one_that_it_replaces(
    review: Review, draft: Draft, open_table: GoalTable
) -> None:
    alike = Project(id="q", name="业务用房物业管理经费")
    mine = replaced(open_table, units=(replaced(open_table.units[0], projects=(alike,)),))
    dialog = review(draft, mine, into_open=True)
    assert dialog.projects.model.rows[1].way == "替换“业务用房物业管理经费”"
    assert projects(dialog.state.result)[0].id == "q"


def test_amounts_are_kept_aside_by_choice(review: Review, draft: Draft, open_table: GoalTable, qtbot: QtBot) -> None:
    dialog = review(draft, open_table)
    box = dialog.destination.amounts
    box.setFocus()
    qtbot.keyClick(box, KEYS.Key_Down)
    assert dialog.state.choices.amounts is Amounts.ASIDE
    assert projects(dialog.state.result)[0].funding == Funding(appropriation="")
    assert dialog.state.result.last_year is not None


def test_read_as_it_is_nothing_is_rolled(review: Review, draft: Draft, open_table: GoalTable, qtbot: QtBot) -> None:
    dialog = review(draft, open_table)
    dialog.destination.rolls.setFocus()
    qtbot.keyClick(dialog.destination.rolls, KEYS.Key_Down)
    assert dialog.state.result is draft.table
    assert not dialog.destination.amounts.isVisible()
    assert not dialog.lists.isTabVisible(1)


def test_a_year_that_is_corrected_decides_anew_whether_to_roll(
    review: Review, draft: Draft, open_table: GoalTable
) -> None:
    doubt = Doubt(NOWHERE, TABLE.at("year"), "预算年度记作 2025", "原文没有写明年度，请核对")
    dialog = review(replaced(draft, doubts=(doubt,)), open_table)
    dialog.state.correct(0, "2026")
    assert not dialog.state.choices.rolls
    assert dialog.state.result.year == 2026
    dialog.state.undo()
    assert dialog.state.choices.rolls
    dialog.state.correct(0, "二〇二六")
    assert dialog.doubts.model.index_of(0, "answer").data() == "2025"


def test_a_table_of_the_open_ones_own_year_cannot_be_rolled_into_it(
    review: Review, draft: Draft, open_table: GoalTable
) -> None:
    dialog = review(draft, replaced(open_table, year=2025), into_open=True)
    assert not dialog.state.choices.rolls
    assert not dialog.destination.rolls.isEnabled()
    dialog.state.go_into_open(into_open=False)
    assert dialog.destination.rolls.isEnabled()
    dialog.state.roll(rolls=True)
    assert dialog.state.result.year == 2026


def test_the_year_to_roll_to_is_typed_and_never_before_the_next(review: Review, draft: Draft, qtbot: QtBot) -> None:
    dialog = review(draft)
    dialog.destination.year.setFocus()
    dialog.destination.year.selectAll()
    qtbot.keyClicks(dialog.destination.year, "2029")
    qtbot.keyClick(dialog.destination.year, KEYS.Key_Return, CTRL)
    assert dialog.state.result.year == 2029
    dialog.state.roll_to(1999)
    assert dialog.state.result.year == 2026


def test_without_an_open_table_there_is_no_choice_of_where_to(review: Review, draft: Draft) -> None:
    assert not review(draft).destination.where.isVisible()


def test_a_table_of_our_own_shows_no_source_and_no_doubts(review: Review, draft: Draft) -> None:
    dialog = review(replaced(draft, doubts=(), origins={}, source=Source()))
    assert dialog.source is None
    assert not dialog.doubts.isVisible()
    assert QApplication.focusWidget() is dialog.projects.view


def test_escape_asks_once_something_was_corrected(
    review: Review, draft: Draft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QWidget] = []

    def ask(parent: QWidget) -> bool:
        asked.append(parent)
        return False

    monkeypatch.setattr(module, "ask_drop_review", ask)
    dialog = review(draft)
    dialog.state.rename(projects(draft.table)[0].id, "别的")
    qtbot.keyClick(dialog.projects.view, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert asked == [dialog]
    dialog.state.undo()
    qtbot.keyClick(dialog.projects.view, KEYS.Key_Escape)
    assert not dialog.isVisible()


def test_everything_is_reached_by_tab(review: Review, draft: Draft, open_table: GoalTable, qtbot: QtBot) -> None:
    dialog = review(draft, open_table)
    reached = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() or getattr(focus, "text", str)() or isinstance(focus, QWidget)
        reached.add(focus)
        qtbot.keyClick(focus, KEYS.Key_Tab)
    wanted: set[QWidget] = {
        dialog.doubts.view, dialog.projects.view, dialog.destination.where, dialog.destination.amounts, dialog.go,
        dialog.cancel, dialog.summary.settle_all,
    }  # fmt: skip
    assert wanted <= reached


def run(monkeypatch: pytest.MonkeyPatch, act: Callable[[ReviewDialog], None]) -> None:
    """Have the next review answered by `act`."""

    def answer(dialog: QDialog) -> int:
        assert isinstance(dialog, ReviewDialog)
        dialog.show()
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)


def test_the_answer_is_the_table_and_where_it_goes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, draft: Draft, open_table: GoalTable
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    run(monkeypatch, lambda dialog: dialog.accept())
    imported = review_import(parent, draft, "2025年.txt", open_table, into_open=True)
    assert imported
    assert imported.into_open
    assert len(projects(imported.table)) == 17
    run(monkeypatch, lambda dialog: dialog.reject())
    assert review_import(parent, draft, "2025年.txt", open_table) is None


def test_the_dialog_is_freed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, draft: Draft) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    held: list[weakref.ref[ReviewDialog]] = []

    def look(dialog: ReviewDialog) -> None:
        held.append(weakref.ref(dialog))
        go_to(dialog.doubts.view, 0, "answer")
        dialog.doubts.view.edit(dialog.doubts.view.currentIndex())
        dialog.accept()

    run(monkeypatch, look)
    review_import(parent, draft, "2025年.txt", None)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held[0]() is None)
    assert parent.findChildren(QDialog) == []


def test_nothing_shown_is_taken_for_markup(review: Review, draft: Draft) -> None:
    first = draft.table.units[0].projects[0]
    place = draft.doubts[0].place
    named = put_value(draft.table, replaced(place, project=first.id, field="name"), "<b>名</b>")
    dialog = review(replaced(draft, table=named))
    index = dialog.projects.model.index_of(first.id, "name")
    assert index.data() == "<b>名</b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert find_project(dialog.state.table, replaced(place, project=first.id)).name == "<b>名</b>"
    assert isinstance(dialog.projects.view, QAbstractItemView)
