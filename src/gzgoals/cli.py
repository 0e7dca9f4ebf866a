"""The command line: what the window can do, without one; `gzgoals FILE` alone opens the window."""

import argparse
import io
import json
import multiprocessing
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Never, TextIO

from gzgoals import __version__
from gzgoals.core.checks import Severity, check, report_json, report_text
from gzgoals.core.errors import FileTroubleError, GzgoalsError
from gzgoals.core.exchange import Draft, write_text
from gzgoals.core.files import replace_file, write_table
from gzgoals.core.opening import is_own_file, joined, open_source
from gzgoals.core.table import GoalTable

GOOD, FOUND_ERRORS, BAD_INPUT = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141

_ARGUMENT_FAULTS = (
    (r"the following arguments are required: (.+)", "缺少参数 {}"),
    (r"unrecognized arguments: (.+)", "多出了参数 {}"),
    (r"argument (\S+): expected .+", "参数 {} 后面缺少内容"),
    (r"argument \S+: (\S*[\u4e00-\u9fff].*)", "{}"),
)


class BadArgumentsError(GzgoalsError):
    """The command line was not written as it should be."""


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese and leaves the ending of the program to `main`."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.inputs = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示本说明")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def exit(self, status: int = 0, message: str | None = None) -> Never:
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> Never:
        fault = "命令写得不对"
        for pattern, words in _ARGUMENT_FAULTS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                fault = words.format(found[1])
        raise BadArgumentsError(f"{fault}，用法见“{self.prog} --help”。")


def _year(text: str) -> int:
    if re.fullmatch(r"[0-9]{4}", text) and int(text) >= 1900:
        return int(text)
    raise argparse.ArgumentTypeError(f"年度“{text}”应为四位数字，如 2026")


def open_window(arguments: Sequence[str]) -> int:
    """Open the window, on a file if one is named, and return when it is closed."""
    commands = "\n".join(f"  {name:<8}{description}" for name, (_, description) in COMMANDS.items())
    parser = _Parser(
        "gzgoals",
        "编辑、检查、打印项目支出绩效目标表，全程离线。不写命令时打开窗口。",
        f"命令（用法见“gzgoals 命令 --help”）：\n{commands}",
    )
    parser.inputs.add_argument("file", metavar="文件", nargs="?", type=Path, help="要打开的绩效目标表")
    parser.options.add_argument("--version", action="version", version=f"gzgoals {__version__}", help="显示版本")
    options = parser.parse_args(arguments)
    if not _has_screen():
        raise BadArgumentsError(
            "这里没有图形界面，无法打开窗口；可用 import、check、export 命令，用法见“gzgoals --help”。"
        )
    from gzgoals.gui.app import run

    return run(options.file)


def import_sources(arguments: Sequence[str]) -> int:
    """Read sources of any kind and save them as one table; doubts go to stderr."""
    parser = _Parser("gzgoals import", "把已公开的文本或已有的表读成一张新表；读入时的疑点逐条列出。")
    parser.inputs.add_argument("sources", metavar="来源", nargs="+", type=Path, help=".txt、.gzgoals 或 .json 文件")
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="保存为（.gzgoals）"
    )
    parser.options.add_argument("--year", metavar="年度", type=_year, help="预算年度，如 2026；不写则取来源中的年度")
    options = parser.parse_args(arguments)
    if not is_own_file(options.output):
        raise BadArgumentsError(f"请把“{options.output}”改为以 .gzgoals 结尾的文件名。")
    drafts = [open_source(source, options.year) for source in options.sources]
    whole = joined(drafts)
    write_table(options.output, whole.table)
    for source, draft in zip(options.sources, drafts, strict=True):
        _tell_doubts(source, draft)
    _tell_doubts(options.output, whole)
    return GOOD


def check_file(arguments: Sequence[str]) -> int:
    """Print all findings of a table; the exit code tells whether there are errors among them."""
    parser = _Parser("gzgoals check", "检查一张表，列出全部问题；有错误时退出码为 1。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要检查的绩效目标表")
    parser.options.add_argument("--json", action="store_true", help="以 JSON 输出，供其他程序使用")
    options = parser.parse_args(arguments)
    table = _table(options.file)
    checked = check(table)
    if options.json:
        _say(json.dumps(report_json(table, checked), ensure_ascii=False, indent=2))
    else:
        _say(report_text(table, checked))
    return FOUND_ERRORS if checked.counts[Severity.ERROR] else GOOD


def export_file(arguments: Sequence[str]) -> int:
    """Write a table as a PDF or as a text like the published one."""
    parser = _Parser("gzgoals export", "把一张表导出为 PDF 或文本。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="要导出的绩效目标表")
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="导出为（.pdf 或 .txt）"
    )
    options = parser.parse_args(arguments)
    writer = _WRITERS.get(options.output.suffix.lower())
    if writer is None:
        raise BadArgumentsError(f"不能导出为“{options.output.name}”，请用 .pdf 或 .txt 结尾的文件名。")
    replace_file(options.output, writer(_table(options.file)))
    return GOOD


def _has_screen() -> bool:
    """Tell whether a window can be opened: on Linux a display server must be named, or another platform chosen."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _table(path: Path) -> GoalTable:
    draft = open_source(path)
    _tell_doubts(path, draft)
    return draft.table


def _tell_doubts(source: Path, draft: Draft) -> None:
    for doubt in draft.doubts:
        _say(f"{source}：{doubt.text}", sys.stderr)


def _pdf(table: GoalTable) -> bytes:
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from gzgoals.gui.paper import pdf_bytes

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        return pdf_bytes(table)
    finally:
        del application  # not before: the fonts are its own


def _text(table: GoalTable) -> bytes:
    return write_text(table).encode()


_WRITERS: dict[str, Callable[[GoalTable], bytes]] = {".pdf": _pdf, ".txt": _text}

COMMANDS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "import": (import_sources, "读入已公开的文本或已有的表"),
    "check": (check_file, "检查，列出全部问题"),
    "export": (export_file, "导出为 PDF 或文本"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return the exit code.

    0 is good, 1 means that `check` found errors, 2 that the input or the arguments are bad, 130 and 141 that Ctrl-C
    or a closed pipe ended the work.
    """
    multiprocessing.freeze_support()  # a frozen program is started again to read foreign files apart
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        _make_speak_chinese(stream)
    try:
        return _run(arguments)
    except GzgoalsError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except SystemExit:  # the parser's way to end after --help and --version
        return GOOD
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command, _ = COMMANDS[arguments[0]]
        return command(arguments[1:])
    return open_window(arguments)


def _say(text: str, stream: TextIO | None = None) -> None:
    """Print a text at once, so that a full disk or a closed pipe is met here and not at the end of the program."""
    try:
        print(text, file=stream or sys.stdout, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise FileTroubleError.of(error, Path("标准输出"), "写入") from error


def _make_speak_chinese(stream: TextIO) -> None:
    """See that Chinese can be printed on a terminal or into a pipe of whatever encoding."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    try:
        "检查≥".encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    else:
        stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Let what is left unprinted go nowhere, or Python would complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
