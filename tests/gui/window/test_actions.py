"""The table of actions: every one reachable, no keys given twice."""

from collections import Counter

from PySide6.QtGui import QKeySequence

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
    by_place: dict[int, list[str]] = {}
    for spec in action_specs(window):
        keys = [QKeySequence(each).toString() for each in spec.shortcuts]
        by_place.setdefault(id(spec.where) if spec.where else 0, []).extend(keys)
    everywhere = by_place.pop(0)
    for keys in (everywhere, *(everywhere + here for here in by_place.values())):
        assert [key for key, count in Counter(keys).items() if count > 1] == []


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
