"""The actions of the forms of projects, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

FORM_MENU = ("preview_forms", "export_forms")


def form_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the actions of a window that show, print and export the forms of the unit or project that is shown."""
    forms = window.form_prints
    return (
        ActionSpec(
            "preview_forms", "项目申报表预览…", forms.preview, can=forms.can,
            tip="查看、打印当前项目或单位的申报表，每个项目另起一页",
        ),
        ActionSpec(
            "export_forms", "导出项目申报表 PDF…", forms.export, can=forms.can,
            tip="把当前项目或单位的申报表存为 PDF",
        ),
    )  # fmt: skip
