"""`gzgoals check`: all findings of a table, on the screen or as a report to be handed in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.drawing import drawing
from gzgoals.commands.offices import Offices, add_rules_option
from gzgoals.commands.paperwork import Paperwork
from gzgoals.commands.saying import as_json, opened, say
from gzgoals.core.checks import CheckReport, Severity, check, check_report, report_json, report_text
from gzgoals.core.files import replace_file
from gzgoals.core.today import today

FOUND_ERRORS = 1


def check_file(arguments: Sequence[str]) -> int:
    """Print or save all findings of a table; the exit code tells whether there are open errors among them."""
    parser = Parser("gzgoals check", "检查一张表，列出全部问题；有未处理的错误时退出码为 1。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要检查的绩效目标表")
    parser.options.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    parser.options.add_argument("-o", dest="output", metavar="文件", type=Path, help="检查报告保存为（.pdf 或 .xlsx）")
    add_rules_option(parser)
    options = parser.parse_args(arguments)
    writer = _writer(options.output) if options.output else None
    table = opened(options.file)
    offices = Offices(options.rules)
    checked = check(table, office=offices.office_for(options.file))
    if writer:
        rules = offices.file_for(options.file)
        report = check_report(checked, today(), options.file.name, rules.name if rules else "")
        replace_file(options.output, writer(report))
    if options.json:
        say(as_json(report_json(table, checked)))
    elif not writer:
        say(report_text(table, checked))
    return FOUND_ERRORS if checked.counts[Severity.ERROR] else 0


def _writer(output: Path) -> Callable[[CheckReport], bytes]:
    writer = _WRITERS.get(output.suffix.lower())
    if writer is None:
        raise BadArgumentsError(f"不能导出为“{output.name}”，请用 .pdf 或 .xlsx 结尾的文件名。")
    return writer


def _pdf(report: CheckReport) -> bytes:
    with drawing():
        from gzgoals.gui.paper import check_listing

        return Paperwork().of_list().listing(check_listing(report))


def _sheet(report: CheckReport) -> bytes:
    from gzgoals.core.checks.reports.sheet import check_sheet

    return check_sheet(report)


_WRITERS: dict[str, Callable[[CheckReport], bytes]] = {".pdf": _pdf, ".xlsx": _sheet}
