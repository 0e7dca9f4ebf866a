"""`gzgoals compare`: what differs between two years, on the screen or as a document to be signed."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.drawing import drawing
from gzgoals.commands.paperwork import Paperwork
from gzgoals.commands.saying import as_json, opened, say
from gzgoals.core.files import replace_file
from gzgoals.core.table import GoalTable, LastYear
from gzgoals.core.years import Comparison, compare, last_year_of


def compare_files(arguments: Sequence[str]) -> int:
    """Compare a table with last year's, or with what it remembers of it, and print or save all changes."""
    parser = Parser("gzgoals compare", "与上年对比，列出全部变动；只写一个文件时与其中记住的上年对比。")
    parser.inputs.add_argument("old", metavar="上年文件", type=Path, help="上年的绩效目标表")
    parser.inputs.add_argument("new", metavar="本年文件", nargs="?", type=Path, help="本年的绩效目标表")
    parser.options.add_argument("-o", dest="output", metavar="文件", type=Path, help="保存为（.pdf 或 .xlsx）")
    parser.options.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    options = parser.parse_args(arguments)
    writer = _writer(options.output) if options.output else None
    old, new = _years(options.old, options.new)
    comparison = compare(old, new)
    if writer:
        replace_file(options.output, writer(comparison, new.department))
    if options.json:
        from gzgoals.core.years.report import comparison_json

        say(as_json(comparison_json(comparison)))
    elif not writer:
        from gzgoals.core.years.report import comparison_lines

        say("\n".join(comparison_lines(comparison)))
    return 0


def _years(old: Path, new: Path | None) -> tuple[LastYear, GoalTable]:
    if new is None:
        table = opened(old)
        if table.last_year is None:
            raise BadArgumentsError(f"“{old}”没有记住上年，请把上年文件写在前、本年文件写在后。")
        return table.last_year, table
    before, table = opened(old), opened(new)
    if before.year > table.year:
        say(f"“{old}”是 {before.year} 年的，晚于“{new}”的 {table.year} 年，请核对先后。", sys.stderr)
    if before.scheme != table.scheme:
        say(f"两张表的编码方案不同（{before.scheme}、{table.scheme}），指标类别的变动请人工核对。", sys.stderr)
    return last_year_of(before), table


def _writer(output: Path) -> Callable[[Comparison, str], bytes]:
    writer = _WRITERS.get(output.suffix.lower())
    if writer is None:
        raise BadArgumentsError(f"不能导出为“{output.name}”，请用 .pdf 或 .xlsx 结尾的文件名。")
    return writer


def _pdf(comparison: Comparison, department: str) -> bytes:
    with drawing():
        from gzgoals.gui.paper import comparison_listing

        return Paperwork().of_list().listing(comparison_listing(comparison, department))


def _sheet(comparison: Comparison, department: str) -> bytes:
    from gzgoals.core.years.sheet import comparison_sheet

    return comparison_sheet(comparison, department)


_WRITERS: dict[str, Callable[[Comparison, str], bytes]] = {".pdf": _pdf, ".xlsx": _sheet}
