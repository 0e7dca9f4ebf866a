"""The actions for those who never reach for the mouse: cells filled and cleared, from project to project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.dialogs.go_to import ask_project
from gzgoals.gui.panels import project_commands
from gzgoals.gui.window.actions import ActionSpec

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

CELLS_MENU = ("annual_as_cycle", "fill_down", "fill_selection", "clear_cells")
GOING_MENU = ("next_project", "former_project", "go_to_project")


def key_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return these actions of a window."""
    return (*_cell_actions(window), *_going_actions(window))


def _cell_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    session, grid = window.session, window.form.grid

    def on_cells() -> bool:
        return bool(session.place.project and grid.view.currentIndex().isValid())

    return (
        ActionSpec(
            "annual_as_cycle", "年度同周期", grid.follow_cycle, ["F4"], on_cells, grid,
            tip="把所选各行的年度指标值改为与实施周期指标值相同",
        ),
        ActionSpec(
            "fill_down", "向下填充", grid.fill_down, ["Ctrl+D"], on_cells, grid,
            tip="用最上面一格填充所选的其余各格；只选一行时取上一行的内容",
        ),
        ActionSpec(
            "fill_selection", "填充所选单元格", grid.fill_selection, ["Ctrl+Enter", "Ctrl+Return"], on_cells, grid,
            tip="把键入的内容或当前格的内容填入所选的同类单元格", takes_in=False,
        ),
        ActionSpec(
            "clear_cells", "清除单元格", grid.clear_cells, ["Del"], on_cells, grid.view,
            tip="清空所选的单元格，行仍保留",
        ),
    )  # fmt: skip


def _going_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    session = window.session

    def can_go(by: int) -> bool:
        return project_commands.neighbour(session, by) is not None

    return (
        ActionSpec(
            "next_project", "下一个项目", lambda: project_commands.step(session, 1), ["Ctrl+PgDown"], lambda: can_go(1)
        ),
        ActionSpec(
            "former_project", "上一个项目", lambda: project_commands.step(session, -1), ["Ctrl+PgUp"],
            lambda: can_go(-1),
        ),
        ActionSpec(
            "go_to_project", "转到项目…", lambda: _go_to_project(window), ["Ctrl+G"],
            lambda: any(unit.projects for unit in session.table.units), tip="键入名称或拼音的一部分，转到一个项目",
        ),
    )  # fmt: skip


def _go_to_project(window: MainWindow) -> None:
    session = window.session
    hand = window.focusWidget()
    if there := ask_project(window, session.table, session.checked, session.place):
        session.go(there)
        if hand is window.form.grid.view:
            hand.setFocus()  # who types indicators goes on typing them
