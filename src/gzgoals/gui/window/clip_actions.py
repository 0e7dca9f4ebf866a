"""The actions of the clipboard and of what is done to many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

_K = QKeySequence.StandardKey

CLIPBOARD_MENU = ("cut", "copy", "paste", "copy_text")
MANY_INDICATORS_MENU = ("set_indicators",)
MANY_PROJECTS_MENU = ("scale_amounts", "move_to_unit")


def clip_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the actions of a window's clipboard, and those for many."""
    clips, many = window.clips, window.many
    return (
        ActionSpec("cut", "剪切", clips.cut, [_K.Cut], tip="剪切选定的单元格、指标、项目或单位"),
        ActionSpec("copy", "复制", clips.copy, [_K.Copy], tip="复制选定的内容，可粘贴到 Excel、WPS 或另一个窗口"),
        ActionSpec("paste", "粘贴", clips.paste, [_K.Paste], tip="粘贴 Excel、WPS 中的单元格，或复制的指标、项目"),
        ActionSpec(
            "copy_text", "复制为公开文本", clips.copy_text, ["Ctrl+Shift+C"], clips.may_copy_text,
            tip="按公开表格的文字格式复制选定的指标、项目或单位",
        ),
        ActionSpec(
            "set_indicators", "批量设置指标…", many.set_indicators, can=many.may_set_indicators,
            tip="一次设置选定指标的类别、计算符号或计量单位；在项目树中选定多个项目时，设置其全部指标",
        ),
        ActionSpec(
            "scale_amounts", "批量调整金额…", many.scale, can=many.may_scale,
            tip="按百分比压减或增加选定项目的金额，或四舍五入，先看结果再应用",
        ),
        ActionSpec(
            "move_to_unit", "移到其他单位…", many.move_to_unit, can=many.may_move_to_unit,
            tip="把选定的项目移到另一个单位",
        ),
    )  # fmt: skip
