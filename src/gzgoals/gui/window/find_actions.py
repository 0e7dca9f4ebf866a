"""The actions of finding and filtering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

FIND_MENU = ("find_text", "replace_text", "next_hit", "former_hit")


def find_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the actions of finding and replacing."""
    finds = window.finds
    return (
        ActionSpec(
            "find_text", "查找…", window.show_find, ["Ctrl+F"], tip="在全部项目的名称、目标和指标中查找",
            first=finds.note_selection,
        ),
        ActionSpec(
            "replace_text", "替换…", window.show_replace, ["Ctrl+H"], tip="查找并替换，先看清再改，可一步撤销",
            first=finds.note_selection,
        ),
        ActionSpec("next_hit", "查找下一处", lambda: window.step_hit(1), ["F3"], tip="转到下一处找到的内容"),
        ActionSpec("former_hit", "查找上一处", lambda: window.step_hit(-1), ["Shift+F3"], tip="转到上一处找到的内容"),
    )  # fmt: skip
