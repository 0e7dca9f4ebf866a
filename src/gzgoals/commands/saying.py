"""What a command says: results on stdout, doubts on stderr, each line at once."""

import os
import sys
from pathlib import Path
from typing import TextIO

from gzgoals.core.errors import FileTroubleError
from gzgoals.core.exchange import Draft
from gzgoals.core.opening import open_source
from gzgoals.core.table import GoalTable


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a text at once, so that a full disk or a closed pipe is met here and not at the end of the program."""
    try:
        print(text, file=stream or sys.stdout, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise FileTroubleError.of(error, Path("标准输出"), "写入") from error


def opened(path: Path) -> GoalTable:
    """Return the table that a file holds, and tell the doubts of reading it."""
    draft = open_source(path)
    tell_doubts(path, draft)
    return draft.table


def tell_doubts(source: Path, draft: Draft) -> None:
    """Tell the doubts of reading a source on stderr."""
    for doubt in draft.doubts:
        say(f"{source}：{doubt.text}", sys.stderr)


def discard_output() -> None:
    """Let what is left unprinted go nowhere, or Python would complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
