"""What a command says: results on stdout, doubts on stderr, each line at once."""

import json
import os
import sys
from pathlib import Path
from typing import TextIO

from gzgoals.core.errors import FileTroubleError
from gzgoals.core.exchange import Draft
from gzgoals.core.opening import open_source
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import visible, visible_line


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a text at once, so that a full disk or a closed pipe is met here and not at the end of the program.

    Whatever the text holds, it does nothing to the terminal.
    """
    try:
        print(visible(text), file=stream or sys.stdout, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise FileTroubleError.of(error, Path("标准输出"), "写入") from error


def as_json(value: object) -> str:
    """Return a value as JSON, legible and yet with every character: those that steer or hide are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(letter if visible(letter) == letter else f"\\u{ord(letter):04x}" for letter in text)


def opened(path: Path) -> GoalTable:
    """Return the table that a file holds, and tell the doubts of reading it."""
    draft = read(path)
    tell_doubts(path, draft)
    return draft.table


def read(path: Path, year: int | None = None) -> Draft:
    """Return what a file holds, `year` being its budget year if known; on a terminal the pages read are counted."""
    if not sys.stderr.isatty():
        return open_source(path, year)

    def count(done: int, of: int) -> None:
        say_over(f"正在读取“{visible_line(path.name)}”：{done}/{of}")

    try:
        return open_source(path, year, count)
    finally:
        say_over("")


def say_over(text: str) -> None:
    """Print a passing text on the terminal's line, over the one before."""
    print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def tell_doubts(source: Path, draft: Draft) -> None:
    """Tell the doubts of reading a source on stderr."""
    for doubt in draft.doubts:
        say(visible_line(f"{source}：{doubt.text}"), sys.stderr)


def discard_output() -> None:
    """Let what is left unprinted go nowhere, or Python would complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
