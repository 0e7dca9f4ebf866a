"""Another process on this machine, for what only another process can show: it says a word, and then it is killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def another_process(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `code`, which prints a line when it is as far as it should come and then waits, and kill it at the end."""
    waiting = f"import sys\n{code}\nprint('so far', flush=True)\nsys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", waiting, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "so far\n"
        yield process
    finally:
        process.kill()
        process.communicate()
