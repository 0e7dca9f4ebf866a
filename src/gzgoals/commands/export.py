"""`gzgoals export`: a table as a PDF or a text."""

from collections.abc import Callable, Sequence
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.drawing import drawing
from gzgoals.commands.export_forms import forms_pdf
from gzgoals.commands.saying import opened
from gzgoals.core.exchange import write_text
from gzgoals.core.files import replace_file
from gzgoals.core.table import GoalTable


def export_file(arguments: Sequence[str]) -> int:
    """Write a table as a PDF or as a text like the published one."""
    parser = Parser("gzgoals export", "把一张表导出为 PDF 或文本。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要导出的绩效目标表")
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="导出为（.pdf 或 .txt）"
    )
    parser.options.add_argument("--forms", action="store_true", help="导出各项目的申报表，每个项目另起一页（.pdf）")
    parser.options.add_argument("--project", metavar="名称", default="", help="只导出这个项目的申报表")
    options = parser.parse_args(arguments)
    writer = _WRITERS.get(options.output.suffix.lower())
    if writer is None:
        raise BadArgumentsError(f"不能导出为“{options.output.name}”，请用 .pdf 或 .txt 结尾的文件名。")
    if options.forms or options.project:
        if writer is not _pdf:
            raise BadArgumentsError("项目申报表只能导出为 PDF，请用 .pdf 结尾的文件名。")
        replace_file(options.output, forms_pdf(opened(options.file), options.project))
        return 0
    replace_file(options.output, writer(opened(options.file)))
    return 0


def _pdf(table: GoalTable) -> bytes:
    with drawing():
        from gzgoals.gui.paper import pdf_bytes

        return pdf_bytes(table)


def _text(table: GoalTable) -> bytes:
    return write_text(table).encode()


_WRITERS: dict[str, Callable[[GoalTable], bytes]] = {".pdf": _pdf, ".txt": _text}
