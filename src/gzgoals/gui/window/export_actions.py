"""The actions of 文件 > 导出."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gzgoals.gui.window.actions import ActionSpec
from gzgoals.gui.window.export_commands import ExportCommands

if TYPE_CHECKING:
    from gzgoals.gui.window.main_window import MainWindow

EXPORT_MENU = (
    "export_pdf", "export_xlsx", "export_docx", "", "export_text", "export_csv", "", "export_template",
    "export_indicators",
)  # fmt: skip


def export_actions(window: MainWindow) -> tuple[ActionSpec, ...]:
    """Return the exports for office programs; those of paper and text stand with the printing."""
    exports = ExportCommands(window, window.session, window.files, window.commit)
    return (
        ActionSpec(
            "export_xlsx", "导出 Excel…", lambda: exports.export("xlsx"), ["Ctrl+Shift+E"],
            tip="可打印的正表，另附项目、绩效指标两张明细表，可再导入",
        ),
        ActionSpec(
            "export_docx", "导出 Word…", lambda: exports.export("docx"), tip="可在 Word、WPS 中编辑的正表，可再导入"
        ),
        ActionSpec(
            "export_csv", "导出 CSV…", lambda: exports.export("csv"), tip="每条指标一行，供其他程序读取，可再导入"
        ),
        ActionSpec(
            "export_template", "导出预算系统指标模板…", lambda: exports.export("template"),
            tip="每条指标一行的 Excel，供预算系统导入；其中没有金额和绩效目标的栏目",
        ),
        ActionSpec(
            "export_indicators", "导出指标清单 PDF…", window.prints.export_indicators,
            tip="全部指标逐行列出，供核对或分发",
        ),
    )  # fmt: skip
