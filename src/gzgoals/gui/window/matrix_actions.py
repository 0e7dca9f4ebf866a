"""What can be done with projects side by side, and in which menus that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.dialogs.projects import ask_projects
from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

MATRIX_CELL_MENU = (
    "matrix_fill_down", "matrix_fill", "matrix_fill_column", "matrix_clear", "matrix_rename", "", "matrix_go",
)  # fmt: skip
MATRIX_MENU = ("matrix", "matrix_choose", "", *MATRIX_CELL_MENU)


def matrix_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the actions of the tab 同类项目."""
    matrix, session = window.matrix, window.session

    def choose() -> None:
        if chosen := ask_projects(window, session.table, matrix.places):
            window.show_matrix()
            matrix.show_projects(chosen)
            matrix.enter()

    def any_projects() -> bool:
        return any(unit.projects for unit in session.table.units)

    return (
        ActionSpec("matrix", "同类项目", window.show_matrix, ["F7"], tip="把指标相同的项目并排编辑，一次改好各项目"),
        ActionSpec("matrix_choose", "并排编辑选定的项目…", choose, can=any_projects, tip="勾选任意几个项目并排编辑"),
        ActionSpec(
            "matrix_fill_down", "向下填充目标值", matrix.edits.fill_down, ["Ctrl+D"], matrix.can_edit, matrix.view,
            tip="把选定区域最上面的指标值填入下面各项目",
        ),
        ActionSpec(
            "matrix_fill", "填充所选指标值", matrix.edits.fill, ["Ctrl+Enter", "Ctrl+Return"], matrix.can_edit,
            matrix.view, tip="把键入的内容或当前格的指标值填入选定的各格", takes_in=False,
        ),
        ActionSpec(
            "matrix_clear", "清除指标值", matrix.edits.clear, ["Del"], matrix.can_edit, matrix.view,
            tip="清空选定的指标值，指标仍保留",
        ),
        ActionSpec(
            "matrix_fill_column", "整列填为此值", matrix.edits.fill_column, can=matrix.can_edit,
            tip="各项目的这项指标都填为当前格的指标值，没有的项目补上",
        ),
        ActionSpec(
            "matrix_rename", "各项目一起改名…", matrix.rename, ["Shift+F2"], matrix.can_edit, matrix.view,
            tip="修改这项指标在各项目中的名称",
        ),
        ActionSpec("matrix_go", "转到指标表中的这一格", matrix.go, can=matrix.can_edit),
    )  # fmt: skip
