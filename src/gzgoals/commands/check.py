"""`gzgoals check`: all findings of a table, on the screen or as a report to be handed in."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.drawing import drawing
from gzgoals.commands.saying import as_json, opened, say
from gzgoals.core.checks import CheckReport, Office, Severity, check, check_report, report_json, report_text
from gzgoals.core.checks.offices.office_file import office_file_for, read_office, told
from gzgoals.core.files import replace_file
from gzgoals.core.settings import read_settings
from gzgoals.core.today import today

FOUND_ERRORS = 1


def check_file(arguments: Sequence[str]) -> int:
    """Print or save all findings of a table; the exit code tells whether there are open errors among them."""
    parser = Parser("gzgoals check", "检查一张表，列出全部问题；有未处理的错误时退出码为 1。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要检查的绩效目标表")
    parser.options.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    parser.options.add_argument("-o", dest="output", metavar="文件", type=Path, help="检查报告保存为（.pdf 或 .xlsx）")
    parser.options.add_argument(
        "--rules", metavar="文件", default="", help="本单位的检查规则；不写则取设置中选定的，或表旁边的“检查规则.json”"
    )
    options = parser.parse_args(arguments)
    writer = _writer(options.output) if options.output else None
    table = opened(options.file)
    rules = office_file_for(options.rules or read_settings().office_rules, options.file)
    checked = check(table, office=_office(rules))
    if writer:
        report = check_report(checked, today(), options.file.name, rules.name if rules else "")
        replace_file(options.output, writer(report))
    if options.json:
        say(as_json(report_json(table, checked)))
    elif not writer:
        say(report_text(table, checked))
    return FOUND_ERRORS if checked.counts[Severity.ERROR] else 0


def _office(rules: Path | None) -> Office | None:
    """Return the office's rules; what is wrong with their file goes to stderr and stops nothing."""
    if rules is None:
        return None
    office, complaints, _ = read_office(rules)
    for complaint in told(complaints):
        say(f"{rules}：{complaint}", sys.stderr)
    return office


def _writer(output: Path) -> Callable[[CheckReport], bytes]:
    writer = _WRITERS.get(output.suffix.lower())
    if writer is None:
        raise BadArgumentsError(f"不能导出为“{output.name}”，请用 .pdf 或 .xlsx 结尾的文件名。")
    return writer


def _pdf(report: CheckReport) -> bytes:
    with drawing():
        from gzgoals.gui.paper import check_pdf

        return check_pdf(report)


def _sheet(report: CheckReport) -> bytes:
    from gzgoals.core.checks.reports.sheet import check_sheet

    return check_sheet(report)


_WRITERS: dict[str, Callable[[CheckReport], bytes]] = {".pdf": _pdf, ".xlsx": _sheet}
