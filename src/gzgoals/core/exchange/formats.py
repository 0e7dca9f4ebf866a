"""The kinds of files that a table is exported as without a screen, by the names that the command line has for them."""

from collections.abc import Callable
from dataclasses import dataclass

from gzgoals.core.exchange.writers.progress import Report, StoppedError, no_report
from gzgoals.core.naming import Export
from gzgoals.core.table import GoalTable

__all__ = ["FORMATS", "Format", "Report", "StoppedError", "no_report"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what its name ends in, what an officer calls it, and what writes it.

    `lost` is what it has no place for, as a part of a Chinese sentence, empty where it carries all of the table;
    `export` tells by what name its files are told apart.
    """

    suffix: str
    word: str
    write: Callable[[GoalTable, Report], bytes]
    lost: str = ""
    export: Export = Export.TABLE


def _workbook(table: GoalTable, report: Report) -> bytes:
    from gzgoals.core.exchange.writers.workbook import write_workbook

    return write_workbook(table, report)


def _document(table: GoalTable, report: Report) -> bytes:
    from gzgoals.core.exchange.writers.document import write_document

    return write_document(table, report)


def _separated(table: GoalTable, report: Report) -> bytes:
    from gzgoals.core.exchange.writers.separated import write_separated

    return write_separated(table, report)


def _template(table: GoalTable, report: Report) -> bytes:
    from gzgoals.core.exchange.writers.template import write_template

    return write_template(table, report)


def _text(table: GoalTable, _: Report) -> bytes:
    from gzgoals.core.exchange.text.writer import write_text

    return write_text(table).encode()


FORMATS = {
    "xlsx": Format(".xlsx", "Excel 工作簿", _workbook),
    "docx": Format(".docx", "Word 文档", _document),
    "csv": Format(".csv", "CSV 文件", _separated),
    "txt": Format(".txt", "文本文件", _text),
    "template": Format(".xlsx", "预算系统指标模板", _template, "金额和绩效目标", Export.TEMPLATE),
}
