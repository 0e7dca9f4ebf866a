"""The actions of finding and filtering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.models.project_filter import OF_YEARS, Mark
from gzgoals.gui.panels.tree_filter import NO_YEAR
from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

FIND_MENU = ("find_text", "replace_text", "next_hit", "former_hit")
FILTER_MENU = (
    "find_project", *(f"filter_{mark.name.lower()}" for mark in Mark), "filter_amount", "filter_off",
)  # fmt: skip


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


def filter_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the actions that filter the project tree; each mark is one to be switched on and off."""
    filtering = window.tree.filtering
    return (
        ActionSpec(
            "find_project", "筛选项目", filtering.enter, ["Ctrl+Shift+F"],
            tip="按名称、拼音首字母或金额筛选项目树，如 wyf、>100",
        ),
        *(_filter_action(window, mark) for mark in Mark),
        ActionSpec("filter_amount", "按金额筛选…", filtering.ask_amount, tip="输入 >100、<=50 或 100-500（万元）"),
        ActionSpec("filter_off", "显示全部项目", filtering.clear, can=lambda: not filtering.wanted.is_all),
    )  # fmt: skip


def _filter_action(window: MainWindow, mark: Mark) -> ActionSpec:
    filtering = window.tree.filtering
    return ActionSpec(
        f"filter_{mark.name.lower()}", _label(mark), lambda: filtering.toggle(mark),
        can=lambda: filtering.can(mark), is_on=lambda: filtering.has(mark),
        tip=NO_YEAR if mark in OF_YEARS else "在项目树中只列出这些项目，再选一次取消",
    )  # fmt: skip


def _label(mark: Mark) -> str:
    return f"只看{mark.value}" if mark is Mark.ADDED else f"只看{mark.value}的"
