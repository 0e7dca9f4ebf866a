"""`gzgoals check`: all findings of a table."""

from collections.abc import Sequence
from pathlib import Path

from gzgoals.commands.arguments import Parser
from gzgoals.commands.saying import as_json, opened, say
from gzgoals.core.checks import Severity, check, report_json, report_text

FOUND_ERRORS = 1


def check_file(arguments: Sequence[str]) -> int:
    """Print all findings of a table; the exit code tells whether there are errors among them."""
    parser = Parser("gzgoals check", "检查一张表，列出全部问题；有错误时退出码为 1。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要检查的绩效目标表")
    parser.options.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    options = parser.parse_args(arguments)
    table = opened(options.file)
    checked = check(table)
    if options.json:
        say(as_json(report_json(table, checked)))
    else:
        say(report_text(table, checked))
    return FOUND_ERRORS if checked.counts[Severity.ERROR] else 0
