"""The table of actions: every one reachable, no keys given twice."""

from collections import Counter
from itertools import combinations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from gzgoals.core.table import TABLE
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.menus import MENUS, SUBMENUS, TOOLBAR, action_specs


def test_every_action_stands_in_a_menu_and_every_menu_holds_actions(window: MainWindow) -> None:
    keys = {spec.key for spec in action_specs(window)}
    menus = [menu for _, menu in (*MENUS, *SUBMENUS.values())]
    in_menus = [key for menu in menus for key in menu if key]
    assert set(in_menus) - {"recent", *SUBMENUS} == keys
    assert max(Counter(in_menus).values()) == 1
    assert set(TOOLBAR) - {""} <= keys


def test_no_keys_are_given_twice_where_they_could_meet(window: MainWindow) -> None:
    """Qt does nothing at all where two keys could be meant: it silently waits for a better one."""
    keys: list[tuple[QKeySequence, QObject, QWidget]] = []
    for action in window.findChildren(QAction):
        keys += ((key, action, here) for key in action.shortcuts() for here in _heard(window, action))
    for shortcut in window.findChildren(QShortcut):
        keys += ((shortcut.key(), shortcut, here) for here in _heard(window, shortcut))
    assert len(keys) > 40
    met = [
        (key.toString(), first.objectName(), second.objectName())
        for (key, first, here), (other, second, there) in combinations(keys, 2)
        if first is not second
        and key == other
        and (here is there or here.isAncestorOf(there) or there.isAncestorOf(here))
    ]
    assert met == []


def _heard(window: MainWindow, thing: QAction | QShortcut) -> list[QWidget]:
    """Return the widgets in which the keys of an action or a shortcut are listened to."""
    context = thing.shortcutContext() if isinstance(thing, QAction) else thing.context()
    owners = thing.associatedObjects() if isinstance(thing, QAction) else [thing.parent()]
    if context is Qt.ShortcutContext.WindowShortcut:
        return [window]
    return [each for each in owners if isinstance(each, QWidget) and not isinstance(each, QMenu | QToolBar)]


def test_an_action_that_cannot_be_done_is_disabled_and_does_nothing(window: MainWindow) -> None:
    before = window.session.table
    assert not window.actions_by_key["undo"].isEnabled()
    window.actions_by_key.trigger("undo")
    assert window.session.table is before


def test_undo_names_what_it_takes_back(window: MainWindow) -> None:
    window.actions_by_key["add_project"].trigger()
    assert window.actions_by_key["undo"].text() == "撤销新增项目"


def test_every_action_has_words_of_its_own(window: MainWindow) -> None:
    words = Counter(spec.text for spec in action_specs(window))
    assert [text for text, count in words.items() if count > 1] == []
    assert all(text.strip() and "&" not in text for text in words)


def test_actions_that_are_asked_again_at_each_edit_follow_what_is_selected(window: MainWindow) -> None:
    actions = window.actions_by_key
    actions.trigger("add_unit")
    actions.trigger("add_project")
    actions.trigger("add_project")
    assert actions["thing_up"].isEnabled()
    assert actions["remove_thing"].isEnabled()
    window.session.show(TABLE)
    assert not actions["thing_up"].isEnabled()
    assert not actions["remove_thing"].isEnabled()
