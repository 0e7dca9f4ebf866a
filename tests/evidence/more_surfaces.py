"""More surfaces: lists that drop down, menus of the right button, what is asked for many at once, and words said."""

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from evidence.surfaces import SURFACES, Surface, _also, go_to_project, settle, surface
from gzgoals.core.edits import add_unit
from gzgoals.core.table import TABLE, Place, Unit
from gzgoals.gui.dialogs.messages import ask_drop_review, ask_save_elsewhere, tell
from gzgoals.gui.dialogs.trouble import TroubleBox
from gzgoals.gui.models.indicator_rows import COLUMNS
from gzgoals.gui.models.project_filter import Mark
from gzgoals.gui.widgets.notice_bar import Notice
from gzgoals.gui.window.clip_actions import CLIPBOARD_MENU
from gzgoals.gui.window.matrix_actions import MATRIX_CELL_MENU
from gzgoals.gui.window.menus import GRID_MENU, TREE_MENU
from hands import compose

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

_ASKED = ("keys", "page_setup", "go_to_project", "library", "scale_amounts", "move_to_unit", "matrix_choose")
"""Actions that open a dialog."""


def _dialog_of(key: str) -> Surface:
    def show(window: "MainWindow") -> None:
        window.session.apply("新增单位", lambda table: add_unit(table, Unit(name="派出法庭")), TABLE)
        go_to_project(window, 1)
        window.tree.view.setFocus()
        window.actions_by_key[key].trigger()

    return show


SURFACES |= {f"asked_{key}": _dialog_of(key) for key in _ASKED}


@surface
def asked_set_indicators(window: "MainWindow") -> None:
    window.form.grid.view.selectAll()
    window.form.grid.view.setFocus()
    window.actions_by_key["set_indicators"].trigger()


@surface
def asked_save_elsewhere(window: "MainWindow") -> None:
    ask_save_elsewhere(window, "“本院-2026.gzgoals”所在的文件夹不能写入。")


@surface
def asked_drop_review(window: "MainWindow") -> None:
    ask_drop_review(window)


@surface
def told(window: "MainWindow") -> None:
    tell(window, "“本院-2025.pdf”不能读取。", "文件可能已损坏，请用 PDF 阅读器打开看看。")


@surface
def trouble(window: "MainWindow") -> None:
    for number, ending in enumerate((False, True)):
        box = TroubleBox(window, logged=True, saved=True, ending=ending)
        box.show()
        settle()
        _also(f"trouble_{number}", box)
        box.close()


@surface
def notices(window: "MainWindow") -> None:
    answers = (("recover", "恢复"), ("compare", "查看差异"), ("later", "以后再说"), ("drop", "不要了"))
    text = "上次没有正常退出，“本院-2026.gzgoals”（昨天 17:20 起）有未保存的修改，已保留。"
    window.bar.tell(Notice("lost", text, answers))
    settle()
    _also("notice_of_lost_work", window)
    window.bar.withdraw("lost")


@surface
def lists_of_cells(window: "MainWindow") -> None:
    """Picture what drops down below each kind of cell, and below half a name."""
    view = window.form.grid.view
    for number, column in enumerate(COLUMNS):
        if column.key not in ("first", "second", "name", "cycle.operator"):
            continue
        view.setFocus()
        view.setCurrentIndex(window.form.grid.model.index(1, number))
        view.edit(view.currentIndex())
        editor = view.viewport().findChildren(QLineEdit)[-1]
        if column.key == "name":
            compose(editor, "满意")
        settle()
        _also(f"list_of_{column.key.replace('.', '_')}", window)
        for _ in range(2):
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        settle()


@surface
def menus_of_parts(window: "MainWindow") -> None:
    """Picture the menus of tree, grid and matrix, and those that hang on buttons and in other menus."""
    go_to_project(window, 1)
    window.form.grid.view.setCurrentIndex(window.form.grid.model.index(0, 3))
    for name, keys in (
        ("tree", (*CLIPBOARD_MENU, "", *TREE_MENU)),
        ("grid", (*CLIPBOARD_MENU, "", *GRID_MENU)),
        ("matrix", MATRIX_CELL_MENU),
    ):
        _picture(window.actions_by_key.fill(QMenu(window), keys), f"menu_of_{name}")
    _picture(window.tree.filtering.button.menu(), "menu_of_filter")
    _picture(window.search.bar.options.menu(), "menu_of_search")
    numbers = count()
    for action in window.menuBar().actions():
        menu = action.menu()
        for entry in menu.actions() if isinstance(menu, QMenu) else ():
            _picture(entry.menu(), f"menu_within_{next(numbers)}")


def _picture(menu: object, name: str) -> None:
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
        menu.show()
        settle()
        _also(name, menu)
        menu.hide()


@surface
def main_filtered(window: "MainWindow") -> "QWidget":
    window.tree.filtering.toggle(next(iter(Mark)))
    window.tree.filter.setText("信息化")
    settle()
    _also("main_filtered", window)
    window.tree.filter.setText("没有这样的项目")
    settle()
    _also("main_filtered_to_nothing", window)
    window.tree.filtering.clear()
    settle()
    return window


@surface
def main_several_selected(window: "MainWindow") -> "QWidget":
    view, here = window.tree.view, window.tree.view.currentIndex()
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().select(here.siblingAtRow(here.row() + 2), flag.Select | flag.Rows)
    return window


@surface
def main_found(window: "MainWindow") -> "QWidget":
    window.show_replace()
    window.search.bar.text.setText("满意度")
    return window


@surface
def main_findings_opened(window: "MainWindow") -> "QWidget":
    window.show_findings()
    row = next(number for number, row in enumerate(window.findings.model.rows) if not row.finding)
    window.findings.view.toggled.emit(row)
    return window


@surface
def main_side_by_side(window: "MainWindow") -> "QWidget":
    unit = window.session.table.units[0]
    window.matrix.show_projects([Place(unit.id, unit.projects[number].id) for number in (3, 13, 14)])
    window.show_matrix()
    return window


@surface
def main_large_picture_of_the_difference(window: "MainWindow") -> "QWidget":
    window.show_comparison()
    window.compare.view.view.setCurrentIndex(window.compare.view.view.model().index(1, 0))
    return window
