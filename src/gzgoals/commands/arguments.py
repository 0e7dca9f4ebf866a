"""The arguments of a command: a parser that speaks Chinese, and what arguments are read as."""

import argparse
import re
import sys
from pathlib import Path
from typing import Never

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.opening import is_own_file

_ARGUMENT_FAULTS = (
    (r"the following arguments are required: (.+)", "缺少参数 {}"),
    (r"unrecognized arguments: (.+)", "多出了参数 {}"),
    (r"argument (\S+): expected .+", "参数 {} 后面缺少内容"),
    (r"argument (\S+): invalid choice: .+", "参数 {} 后面的内容不在可选之列"),
    (r"argument (\S+): not allowed with .+", "参数 {} 与前面的参数矛盾"),
    (r"argument \S+: (\S*[\u4e00-\u9fff].*)", "{}"),
)


class BadArgumentsError(GzgoalsError):
    """The command line was not written as it should be."""


class Parser(argparse.ArgumentParser):
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


def year(text: str) -> int:
    """Read a budget year as it is written in an argument."""
    if re.fullmatch(r"[0-9]{4}", text) and int(text) >= 1900:
        return int(text)
    raise argparse.ArgumentTypeError(f"年度“{text}”应为四位数字，如 2026")


def own_file(path: Path) -> Path:
    """Return the path of a table to be saved; raises `BadArgumentsError` when it is named as something else."""
    if is_own_file(path):
        return path
    raise BadArgumentsError(f"请把“{path}”改为以 .gzgoals 结尾的文件名。")
