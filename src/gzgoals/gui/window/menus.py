"""Which actions there are, and in which menus and on which bar they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from gzgoals.gui.dialogs.key_sheet import tell_keys
from gzgoals.gui.panels import grid_commands, tree_commands
from gzgoals.gui.window.actions import ActionSpec
from gzgoals.gui.window.clip_actions import (
    CLIPBOARD_MENU,
    MANY_INDICATORS_MENU,
    MANY_PROJECTS_MENU,
    clip_actions,
)
from gzgoals.gui.window.export_actions import EXPORT_MENU, export_actions
from gzgoals.gui.window.find_actions import FILTER_MENU, FIND_MENU, filter_actions, find_actions
from gzgoals.gui.window.form_actions import FORM_MENU, form_actions
from gzgoals.gui.window.key_actions import CELLS_MENU, GOING_MENU, key_actions
from gzgoals.gui.window.key_groups import key_groups
from gzgoals.gui.window.library_commands import LIBRARY_MENU, library_actions
from gzgoals.gui.window.matrix_actions import MATRIX_MENU, matrix_actions
from gzgoals.gui.window.version_commands import VersionCommands
from gzgoals.gui.window.view_commands import VIEW_MENU

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

_K = QKeySequence.StandardKey

FILE_MENU = (
    "new", "open", "recent", "bring_in", "", "save", "save_as", "versions", "", "page_setup", "preview", "print",
    "print_part", "print_indicators", "forms", "export", "", "quit",
)  # fmt: skip
BRING_IN_MENU = ("import_file", "import_table", "paste_table", "merge", "", "roll")
SUBMENUS = {
    "bring_in": ("导入和结转", BRING_IN_MENU),
    "forms": ("项目申报表", FORM_MENU),
    "export": ("导出", EXPORT_MENU),
    "filters": ("筛选项目树", FILTER_MENU),
}
"""Menus within menus: with all of them spread out, a menu would be higher than a screen that is enlarged to 150 %."""

TREE_MENU = (
    "add_project", "add_unit", "copy_thing", "remove_thing", "", "thing_up", "thing_down", "", *MANY_PROJECTS_MENU,
)  # fmt: skip
GRID_MENU = (
    "add_indicator", "copy_indicators", "remove_indicators", "", "indicators_up", "indicators_down", "", *CELLS_MENU,
    "", *MANY_INDICATORS_MENU,
)  # fmt: skip
COMPARE_MENU = (
    "compare", "compare_other", "", "choose_last_year", "", "print_comparison", "export_comparison_pdf",
    "export_comparison_sheet",
)  # fmt: skip
CHECK_MENU = (
    "list_findings", "next_finding", "former_finding", "",
    "fix_finding", "mend_findings", "explain_finding", "why_finding",
)  # fmt: skip
HAND_IN_MENU = ("readiness", "print_report", "export_report", "", "office_rules")
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("文件(&F)", FILE_MENU),
    ("编辑(&E)", ("undo", "redo", "", *CLIPBOARD_MENU, "", *FIND_MENU)),
    ("项目(&P)", (*TREE_MENU, "", *GOING_MENU)),
    ("指标(&I)", (*LIBRARY_MENU, "", *GRID_MENU)),
    ("同类项目(&S)", MATRIX_MENU),
    ("检查(&C)", (*CHECK_MENU, "", *HAND_IN_MENU)),
    ("对比(&D)", COMPARE_MENU),
    ("视图(&V)", ("filters", "", "pages", "", *VIEW_MENU)),
    ("帮助(&H)", ("keys", "about")),
)
"""Titles and actions of the menu bar; an empty key draws a line, `recent` is the menu of recent files.

Other keys of menus are those of `SUBMENUS`.
"""

WHOLE_MENUS = tuple(
    (title, tuple(each for key in menu for each in (SUBMENUS[key][1] if key in SUBMENUS else (key,))))
    for title, menu in MENUS
)
"""The same, with the actions of each menu's submenus where those stand."""

TOOLBAR = (
    "new", "open", "save", "", "undo", "redo", "", "import_file", "compare", "", "add_project", "add_indicator", "",
    "preview", "export_pdf",
)  # fmt: skip


def action_specs(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return every action of a window."""
    return (
        *_file_actions(window),
        *export_actions(window),
        *_import_actions(window),
        *_edit_actions(window),
        *find_actions(window),
        *filter_actions(window),
        *_finding_actions(window),
        *_tree_actions(window),
        *_grid_actions(window),
        *_compare_actions(window),
        *_check_actions(window),
        *matrix_actions(window),
        *key_actions(window),
        *clip_actions(window),
        *_view_actions(window),
        *library_actions(window.library),
        *form_actions(window),
        *_help_actions(window),
    )


def _file_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    files, prints, versions = window.files, window.prints, VersionCommands(window, window.session)
    return (
        ActionSpec("new", "新建", files.new, [_K.New], tip="新建一张空的绩效目标表"),
        ActionSpec("open", "打开…", files.open, [_K.Open], tip="打开绩效目标表，或读入 PDF、Excel、Word 或公开文本"),
        ActionSpec("save", "保存", files.save, [_K.Save]),
        ActionSpec("save_as", "另存为…", files.save_as, ["Ctrl+Shift+S"]),
        ActionSpec("versions", "旧版本…", versions.show, can=versions.may_show, tip="查看、比较或恢复以前保存的内容"),
        ActionSpec("preview", "打印预览", prints.preview, ["Ctrl+Shift+P"]),
        ActionSpec("print", "打印…", prints.print, [_K.Print]),
        ActionSpec(
            "print_part",
            "打印所选单位或项目…",
            lambda: prints.print_part(window.tree.chosen()),
            can=lambda: _has_chosen(window),
            tip="只打印在项目树中选定的单位和项目，合计也只算它们",
        ),
        ActionSpec("print_indicators", "打印指标清单…", prints.print_indicators, tip="全部指标逐行列出，供核对或分发"),
        ActionSpec("page_setup", "页面设置…", window.set_up_pages, tip="纸张、边距、字体、列宽、页码、签字栏"),
        ActionSpec("export_pdf", "导出 PDF…", prints.export_pdf, ["Ctrl+E"]),
        ActionSpec("export_text", "导出文本…", prints.export_text),
        ActionSpec("quit", "退出", window.close, ["Ctrl+Q", "Ctrl+W"]),
    )


def _import_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    imports = window.imports
    return (
        ActionSpec(
            "import_file", "导入上年文件…", imports.import_file, ["Ctrl+I"],
            tip="从上年的 PDF、Excel、Word、公开文本或绩效目标表中带入项目",
        ),
        ActionSpec("import_table", "带入其他表的项目…", imports.import_table, tip="从另一张绩效目标表中带入项目"),
        ActionSpec(
            "paste_table", "粘贴为新表…", imports.paste, ["Ctrl+Shift+V"], tip="把剪贴板中的公开文本读成绩效目标表"
        ),
        ActionSpec("merge", "合并多个表…", imports.merge, tip="把几个处室或单位的表合为一张新表"),
        ActionSpec(
            "roll", "结转到下一年度…", imports.roll, can=imports.may_roll, tip="以当前表为基础，编制下一年度的表"
        ),
    )  # fmt: skip


def _edit_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    session = window.session
    return (
        ActionSpec("undo", "撤销", window.undo, [_K.Undo], lambda: bool(session.history.past)),
        ActionSpec("redo", "重做", window.redo, ["Ctrl+Y", "Ctrl+Shift+Z"], lambda: bool(session.history.future)),
    )


def _finding_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    findings = window.findings
    return (
        ActionSpec("list_findings", "转到检查结果", window.show_findings, ["Ctrl+F8"]),
        ActionSpec("next_finding", "下一处问题", lambda: findings.step(1), ["F8"], window.has_findings),
        ActionSpec("former_finding", "上一处问题", lambda: findings.step(-1), ["Shift+F8"], window.has_findings),
        ActionSpec(
            "fix_finding", "修正当前问题", findings.fix, ["Ctrl+."],
            tip="对检查结果中选定的问题采用首选的修正",
        ),
        ActionSpec(
            "mend_findings", "全部同类修正…", findings.mend_all, ["Ctrl+Shift+."],
            tip="先看清要改哪些，再一并修正",
        ),
        ActionSpec("explain_finding", "说明理由…", findings.explain_current, can=findings.can_explain),
        ActionSpec("why_finding", "为何检查", findings.tell_why, can=findings.can_explain),
    )  # fmt: skip


def _has_chosen(window: MainWindow) -> bool:
    """Tell whether units or projects are selected in the tree."""
    return any(place.unit for place in window.tree.chosen())


def _tree_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    session, tree = window.session, window.tree

    def shown() -> bool:
        return _has_chosen(window)

    return (
        ActionSpec(
            "add_project", "新增项目", lambda: tree_commands.add_project_here(session), ["Ctrl+Shift+N"],
            lambda: bool(session.table.units),
        ),
        ActionSpec("add_unit", "新增单位", lambda: tree_commands.add_unit_here(session), ["Ctrl+Shift+U"]),
        ActionSpec("copy_thing", "项目或单位复制一份", window.many.duplicate, ["Ctrl+D"], shown, tree),
        ActionSpec("remove_thing", "删除项目或单位", window.many.remove, ["Del"], shown, tree.view),
        ActionSpec(
            "thing_up", "上移项目或单位", lambda: tree_commands.move(session, -1, tree.chosen()), ["Alt+Up"],
            lambda: tree_commands.can_move(session, -1, tree.chosen()), tree,
        ),
        ActionSpec(
            "thing_down", "下移项目或单位", lambda: tree_commands.move(session, 1, tree.chosen()), ["Alt+Down"],
            lambda: tree_commands.can_move(session, 1, tree.chosen()), tree,
        ),
    )  # fmt: skip


def _grid_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    session, grid = window.session, window.form.grid

    def chosen() -> bool:
        return bool(session.place.project and grid.current())

    return (
        ActionSpec(
            "add_indicator", "新增指标", grid.add_after_current, ["Ctrl+Shift+I"], lambda: bool(session.place.project)
        ),
        ActionSpec(
            "copy_indicators", "指标复制一份", lambda: grid_commands.duplicate(session, grid.current()),
            ["Ctrl+Shift+D"], chosen, grid,
        ),
        ActionSpec(
            "remove_indicators", "删除指标行", lambda: grid_commands.remove(session, grid.current()), ["Ctrl+Del"],
            chosen, grid,
        ),
        ActionSpec(
            "indicators_up", "上移指标行", lambda: window.many.move_indicators(-1), ["Alt+Up"],
            lambda: grid_commands.can_move(session, grid.current(), -1), grid,
        ),
        ActionSpec(
            "indicators_down", "下移指标行", lambda: window.many.move_indicators(1), ["Alt+Down"],
            lambda: grid_commands.can_move(session, grid.current(), 1), grid,
        ),
    )  # fmt: skip


def _compare_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    compares = window.compares
    return (
        ActionSpec("compare", "与上年对比", window.show_comparison, ["F9"], tip="逐条列出与上年的不同，并填写理由"),
        ActionSpec("compare_other", "与另一张表对比…", compares.compare_other, ["Ctrl+F9"]),
        ActionSpec("choose_last_year", "选择上年的表…", compares.choose_last_year),
        ActionSpec("print_comparison", "打印对比…", compares.print, can=compares.can_export),
        ActionSpec("export_comparison_pdf", "导出对比 PDF…", compares.export_pdf, can=compares.can_export),
        ActionSpec("export_comparison_sheet", "导出对比 Excel…", compares.export_sheet, can=compares.can_export),
    )


def _check_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "readiness", "上报前检查", window.show_readiness, ["Ctrl+Shift+R"], tip="列出打印上报之前还要处理的事项"
        ),
        ActionSpec("print_report", "打印检查报告…", window.checks.print_report),
        ActionSpec("export_report", "导出检查报告…", window.checks.export_report),
        ActionSpec("office_rules", "本单位检查规则…", window.office.open_dialog, tip="调整规则的级别、词语和限值"),
    )  # fmt: skip


def _view_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("pages", "版面预览", window.show_preview, ["Ctrl+F2"], tip="在下方看正式表的版面，随改随变"),
        *window.views.actions(),
    )


def _help_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    def tell() -> None:
        tell_keys(window, key_groups(window.actions_by_key.specs, WHOLE_MENUS))

    return (
        ActionSpec("keys", "快捷键", tell, ["F1"], tip="列出所有快捷键"),
        ActionSpec("about", "关于", window.tell_about),
    )
