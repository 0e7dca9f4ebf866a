"""The sheet of keys: columns of one height, searched as one thinks of a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.dialogs.key_sheet import Key, KeyGroup, KeySheet, columns_of, found

GROUPS = (
    KeyGroup("单元格", (Key(("F2",), "修改"), Key(("Ctrl+D",), "向下填充", "用最上面一格"))),
    KeyGroup("文件", (Key(("Ctrl+S",), "保存"), Key(("Ctrl+Q", "Ctrl+W"), "退出"))),
)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["F2", "Ctrl+D", "Ctrl+S", "Ctrl+Q / Ctrl+W"]),
        ("ctrl+d", ["Ctrl+D"]),
        ("tianchong", ["Ctrl+D"]),
        ("bc", ["Ctrl+S"]),
        ("最上面", ["Ctrl+D"]),
        ("文件", ["Ctrl+S", "Ctrl+Q / Ctrl+W"]),
        ("没有的", []),
    ],
)
def test_keys_are_found_by_name_by_what_they_do_and_by_their_group(query: str, keys: list[str]) -> None:
    assert [key.text for group in found(query, GROUPS) for key in group.keys] == keys


@given(st.lists(st.integers(1, 15), min_size=1, max_size=12))
def test_columns_hold_all_groups_in_their_order(sizes: list[int]) -> None:
    groups = [KeyGroup(str(number), (Key(("F1",), ""),) * size) for number, size in enumerate(sizes)]
    columns = columns_of(groups)
    assert 1 <= len(columns) <= 3
    assert all(columns)
    assert [group for column in columns for group in column] == groups


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def sheet(qtbot: QtBot, parent: QWidget) -> KeySheet:
    return opened(qtbot, GROUPS, parent)


def opened(qtbot: QtBot, groups: tuple[KeyGroup, ...], parent: QWidget) -> KeySheet:
    sheet = KeySheet(groups, parent)
    with qtbot.waitActive(sheet):
        sheet.show()
    return sheet


def words(sheet: KeySheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_what_is_typed_narrows_the_sheet(sheet: KeySheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.search, "bc")
    assert words(sheet) == ["文件", "Ctrl+S", "保存"]
    qtbot.keyClicks(sheet.search, "x")
    assert words(sheet) == ["没有符合的快捷键，请换几个字。"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_the_sheet_closes_with_the_key_that_opened_it_and_with_escape(
    sheet: KeySheet, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClick(sheet.search, key)
    assert not sheet.isVisible()


def test_a_low_sheet_is_scrolled_by_keys(qtbot: QtBot, parent: QWidget) -> None:
    sheet = opened(qtbot, GROUPS * 12, parent)
    sheet.resize(300, 120)
    bar = sheet._room.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(sheet.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize(("width", "sideways"), [(1600, 3), (560, 2), (300, 1)])
def test_in_a_narrow_window_columns_stand_below_each_other_and_none_is_cut(
    width: int, sideways: int, qtbot: QtBot, parent: QWidget
) -> None:
    parent.resize(width, 500)
    group = KeyGroup("文件", (Key(("Ctrl+Shift+S",), "另存为一个文件"),) * 6)
    sheet = opened(qtbot, (group,) * 3, parent)
    assert len({title.x() for title in sheet.findChildren(QLabel, "key_group")}) == sideways
    assert not sheet._room.horizontalScrollBar().maximum()
