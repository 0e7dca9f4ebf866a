"""The sheet of keys can never be out of date: it is made from the table of actions."""

from gzgoals.gui.window.key_groups import key_groups, shown
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.menus import WHOLE_MENUS


def test_every_shortcut_of_every_action_is_on_the_sheet(window: MainWindow) -> None:
    specs = window.actions_by_key.specs
    lines = {(keys, line.does) for group in key_groups(specs, WHOLE_MENUS) for line in group.keys for keys in line.keys}
    for spec in specs:
        for keys in shown(spec):
            assert any(on_it == keys and does.startswith(spec.text.removesuffix("…")) for on_it, does in lines)


def test_keys_are_called_as_they_stand_on_the_keyboard(window: MainWindow) -> None:
    by_key = {spec.key: shown(spec) for spec in window.actions_by_key.specs}
    assert by_key["fill_selection"] == ("Ctrl+Enter",)
    assert by_key["next_project"] == ("Ctrl+PgDn",)
    assert by_key["indicators_up"] == ("Alt+↑",)


def test_keys_that_do_several_things_tell_where(window: MainWindow) -> None:
    lines = [line for group in key_groups(window.actions_by_key.specs, WHOLE_MENUS) for line in group.keys]
    assert {line.does for line in lines if line.keys == ("Ctrl+D",)} == {
        "项目或单位复制一份（项目树）",
        "向下填充（指标表）",
        "向下填充目标值（同类项目）",
    }
