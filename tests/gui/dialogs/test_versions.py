"""Former saves looked at, under a user's hands."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import put_value
from gzgoals.core.files import parse_table, table_bytes
from gzgoals.core.files.versions import Version, keep_version, versions_of
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.core.years import compare, last_year_of, put_reason, remembering
from gzgoals.gui.dialogs import versions as versions_module
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.versions import VersionsDialog, ask_version, look_at
from tables_to_check import GOOD, project, table

KEYS = Qt.Key
FILE = Path("某院.gzgoals")
NOW = parse_table(table_bytes(table(GOOD, project(name="租赁费"))), "表")
FORMER = [table(GOOD), put_value(NOW, Place("u", "p1", field="name"), "辅助经费"), NOW]
"""The first is the oldest."""


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def kept() -> list[Version]:
    now = datetime.now(UTC)
    for number, former in enumerate(FORMER):
        keep_version(FILE, table_bytes(former), now - timedelta(minutes=3 - number))
    return versions_of(FILE)


Show = Callable[[list[Version]], VersionsDialog]


@pytest.fixture
def show(qtbot: QtBot, parent: QWidget) -> Iterator[Show]:
    dialogs: list[VersionsDialog] = []

    def showing(kept: list[Version]) -> VersionsDialog:
        dialog = VersionsDialog("某院.gzgoals", kept, NOW, lambda *_: None, parent)
        dialogs.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield showing
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()


def settled(dialog: VersionsDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not dialog._background.busy)
    return dialog.told.toPlainText()


def buttons(dialog: VersionsDialog) -> set[bool]:
    return {button.isEnabled() for button in (dialog.differ, dialog.save, dialog.go)}


def test_the_latest_is_looked_at_first(show: Show, kept: list[Version], qtbot: QtBot) -> None:
    dialog = show(kept)
    assert QAbstractItemModelTester(dialog.model, dialog).model() is dialog.model
    assert dialog.view.hasFocus()
    assert settled(dialog, qtbot).endswith("保存\n\n与现在的内容相同。")
    assert [row.size for row in dialog.model.rows] == [len(table_bytes(each)) for each in reversed(FORMER)]


def test_the_arrow_keys_go_through_them(show: Show, kept: list[Version], qtbot: QtBot) -> None:
    dialog = show(kept)
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    assert "此后改动 1 个项目：机构运行辅助经费" in settled(dialog, qtbot)
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    assert "此后新增 1 个项目：租赁费" in settled(dialog, qtbot)
    restored = dialog.restored()
    assert restored is not None
    assert restored.table == FORMER[0]


def test_selecting_does_not_wait_for_a_large_one(
    show: Show, kept: list[Version], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    look = versions_module.look_at

    def slow(version: Version, now: GoalTable) -> object:
        assert gate.wait(60)
        return look(version, now)

    monkeypatch.setattr(versions_module, "look_at", slow)
    dialog = show(kept)
    assert dialog.told.toPlainText().endswith("正在比较…")
    assert buttons(dialog) == {False}
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    gate.set()
    assert "此后新增 1 个项目：租赁费" in settled(dialog, qtbot)
    assert buttons(dialog) == {True}


def test_what_was_looked_at_is_known(show: Show, kept: list[Version], qtbot: QtBot) -> None:
    dialog = show(kept)
    first = settled(dialog, qtbot)
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    qtbot.keyClick(dialog.view, KEYS.Key_Up)
    assert dialog.told.toPlainText() == first


@pytest.mark.parametrize("damage", [b"", b"spoilt", b"\x1f\x8b" + b"\0" * 40])
def test_one_that_cannot_be_read_is_told_and_the_others_can(
    show: Show, kept: list[Version], qtbot: QtBot, damage: bytes
) -> None:
    kept[0].path.write_bytes(damage)
    dialog = show(kept)
    assert "已无法读取，请选择其他版本。" in settled(dialog, qtbot)
    assert dialog.model.index(0, 1).data() == "无法读取"
    assert buttons(dialog) == {False}
    assert dialog.restored() is None
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    assert "此后改动" in settled(dialog, qtbot)
    assert buttons(dialog) == {True}


def test_a_file_without_versions_says_so(show: Show) -> None:
    dialog = show([])
    assert dialog.told.toPlainText() == "这个文件还没有旧版本。"
    assert buttons(dialog) == {False}


def test_what_differs_is_shown_in_full(
    show: Show, kept: list[Version], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str, list[str]]] = []

    def read(dialog: QDialog) -> int:
        assert isinstance(dialog, CompareDialog)
        titles = [column.title for column in dialog.view.model.columns]
        shown.append((dialog.windowTitle(), dialog.view.sums.text(), titles[3:5]))
        return 0

    monkeypatch.setattr(QDialog, "exec", read)
    dialog = show(kept)
    qtbot.keyClick(dialog.view, KEYS.Key_Down)
    settled(dialog, qtbot)
    dialog.differ.click()
    sums = "合计　当时 1,098.00　→　现在 1,098.00 万元"
    assert shown == [("当时与现在对比", sums, ["当时", "现在"])]


def test_everything_is_reached_by_keys_and_has_a_name(show: Show, kept: list[Version], qtbot: QtBot) -> None:
    dialog = show(kept)
    settled(dialog, qtbot)
    reached: list[QWidget] = []
    for _ in range(6):
        focus = dialog.focusWidget()
        assert focus is not None
        reached.append(focus)
        qtbot.keyClick(focus, KEYS.Key_Tab)
    assert set(reached) == {dialog.view, dialog.told, dialog.differ, dialog.save, dialog.cancel, dialog.go}
    assert (dialog.view.accessibleName(), dialog.told.accessibleName()) == ("旧版本", "与现在的差异")


def test_enter_in_the_list_restores_nothing(show: Show, kept: list[Version], qtbot: QtBot) -> None:
    dialog = show(kept)
    settled(dialog, qtbot)
    qtbot.keyClick(dialog.view, KEYS.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize("accepts", [True, False])
def test_what_is_asked_is_answered(
    parent: QWidget, kept: list[Version], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, accepts: bool
) -> None:
    def answer(dialog: QDialog) -> int:
        assert isinstance(dialog, VersionsDialog)
        dialog.show()
        dialog.view.setCurrentIndex(dialog.model.index(2, 0))
        settled(dialog, qtbot)
        (dialog.go if accepts else dialog.cancel).click()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)
    restored = ask_version(parent, "某院.gzgoals", kept, NOW, lambda *_: None)
    assert (restored.table if restored else None) == (FORMER[0] if accepts else None)


def test_a_change_beside_the_projects_is_told_too(kept: list[Version]) -> None:
    seen = look_at(kept[0], put_value(NOW, TABLE.at("scheme"), "2021"))
    assert seen.told.endswith("各项目相同，其他信息（如说明、上年的表）有改动")


def test_reasons_for_the_year_before_are_not_taken_for_these() -> None:
    spent = Place("u", "p1", field="funding.appropriation")
    old = last_year_of(put_value(table(GOOD), spent, Decimal("500.00")))
    now = remembering(table(GOOD), old)
    (change,) = compare(old, now).changes
    now = put_reason(now, change, "人员增加")
    keep_version(FILE, table_bytes(put_value(now, spent, Decimal("520.00"))))
    seen = look_at(versions_of(FILE)[0], now)
    assert seen.comparison is not None
    assert [change.reason for change in seen.comparison.changes] == [""]
