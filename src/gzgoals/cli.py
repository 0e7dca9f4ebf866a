"""The command line: what the window can do, without one; `gzgoals FILE` alone opens the window."""

import io
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from gzgoals import __version__
from gzgoals.commands.arguments import BadArgumentsError, Parser
from gzgoals.commands.check import check_file
from gzgoals.commands.compare import compare_files
from gzgoals.commands.export import export_files
from gzgoals.commands.importing import import_sources
from gzgoals.commands.merge import merge_files
from gzgoals.commands.roll import roll_file
from gzgoals.commands.saying import discard_output
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.visible import visible_line

GOOD, FOUND_ERRORS, BAD_INPUT = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141

COMMANDS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "import": (import_sources, "读入上年的 PDF、Excel、Word、文本或已有的表"),
    "check": (check_file, "检查，列出全部问题"),
    "export": (export_files, "导出为 PDF、Excel、Word、CSV 或文本"),
    "roll": (roll_file, "以上年的表作为新一年的起点"),
    "compare": (compare_files, "与上年对比，列出全部变动"),
    "merge": (merge_files, "把几个处室或单位的表合为一张"),
}


def open_window(arguments: Sequence[str]) -> int:
    """Open the window, on a file if one is named, and return when it is closed."""
    commands = "\n".join(f"  {name:<8}{description}" for name, (_, description) in COMMANDS.items())
    parser = Parser(
        "gzgoals",
        "编辑、检查、打印项目支出绩效目标表，全程离线。不写命令时打开窗口。",
        f"命令（用法见“gzgoals 命令 --help”）：\n{commands}",
    )
    parser.inputs.add_argument("file", metavar="文件", nargs="?", type=Path, help="要打开的绩效目标表")
    parser.options.add_argument("--version", action="version", version=f"gzgoals {__version__}", help="显示版本")
    options = parser.parse_args(arguments)
    if not _has_screen():
        raise BadArgumentsError(
            "这里没有图形界面，无法打开窗口；可用 import、check、export 等命令，用法见“gzgoals --help”。"
        )
    from gzgoals.gui.app import run

    return run(options.file)


def _has_screen() -> bool:
    """Tell whether a window can be opened: on Linux a display server must be named, or another platform chosen."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


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
        print(visible_line(str(error)), file=sys.stderr)
        return BAD_INPUT
    except SystemExit:  # the parser's way to end after --help and --version
        return GOOD
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return BROKEN_PIPE


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command, _ = COMMANDS[arguments[0]]
        return command(arguments[1:])
    return open_window(arguments)


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
