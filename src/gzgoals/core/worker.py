"""Foreign files read in a process of their own: it can be stopped, it has limits, and its fall takes nothing along."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NamedTuple

from gzgoals.core.errors import BadFileError, GzgoalsError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.limits import limit_memory

PATIENCE = 7.0
"""Seconds without any sign of progress after which a file is given up: ten with the start of the program."""

EACH = 0.0003
"""Seconds of patience more for each page or row that a reader says it has before it."""

LONGEST = 90.0
"""Seconds after which a file is given up whatever progress it makes."""

MEMORY = 1 << 30
"""Bytes that reading a file may take, where the system lets this be limited."""

_TOO_MUCH = "“{}”太大或内容异常，超出了读取的限度，请确认选对了文件，或拆成几个文件后再导入。"
_TOO_LONG = "“{}”读了很久仍没有结果，已停止，请确认选对了文件，或拆成几个文件后再导入。"
_FELL = "“{}”无法读取，文件可能已损坏，请用原来的程序打开并另存一份后再导入。"

Work = Callable[[bytes, str, int | None, Report], Draft]


class Progress(NamedTuple):
    """How far the reading has come: `done` of `of` pages or sheets."""

    done: int
    of: int


class Reading:
    """A foreign file being read apart; ask it from time to time, or let it go on and stop it.

    `work` is what is done there, usually `read_source`: a function that can be found by its name. The process ends with
    the program.
    """

    def __init__(self, data: bytes, source: str, year: int | None = None, work: Work | None = None) -> None:
        context = multiprocessing.get_context("spawn")  # a fork of a program with threads and a screen may hang
        self._source = source
        self._here, there = context.Pipe()
        self._process = context.Process(target=_read, args=(there, work, source, year), daemon=True)
        self._process.start()
        there.close()
        # A large file would keep the caller waiting until the process is up and takes it.
        threading.Thread(target=_hand_over, args=(self._here, data), daemon=True).start()
        self._begun = self._heard = time.monotonic()
        self._patience = PATIENCE

    def heard(self, seconds: float = 0.0) -> Progress | Draft | None:
        """Return what has come in the meantime, waiting for it up to `seconds`; None when nothing has.

        Raises `BadFileError` when the file cannot be read, with a sentence that says what to do.
        """
        try:
            self._lose_patience()
            if not self._here.poll(seconds):
                self._lose_patience()
                return None
            said = self._here.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise BadFileError(_FELL.format(self._source)) from error
        self._heard = time.monotonic()
        if isinstance(said, Progress):
            self._patience = PATIENCE + EACH * said.of
            return said
        self.stop()
        if isinstance(said, Draft):
            return said
        raise BadFileError(str(said))

    def draft(self, report: Report | None = None) -> Draft:
        """Wait for the end and return what was read, telling `report` of the progress; raises as `heard` does."""
        try:
            while True:
                until = min(self._heard + self._patience, self._begun + LONGEST)
                said = self.heard(max(until - time.monotonic(), 0.0))
                if isinstance(said, Draft):
                    return said
                if said and report:
                    report(*said)
        finally:
            self.stop()

    def stop(self) -> None:
        """End the reading, whatever it is doing."""
        with suppress(OSError, ValueError):
            self._process.kill()
            self._process.join()
            self._process.close()
        self._here.close()

    def _lose_patience(self) -> None:
        now = time.monotonic()
        silent = now - self._heard > self._patience and not self._here.poll()
        if silent or now - self._begun > LONGEST:
            self.stop()
            raise BadFileError(_TOO_LONG.format(self._source))


def _hand_over(there: "Connection[bytes, object]", data: bytes) -> None:
    with suppress(OSError, ValueError):  # the reading may be stopped meanwhile
        there.send_bytes(data)


def _read(there: "Connection[object, object]", work: Work | None, source: str, year: int | None) -> None:
    """Do the reading; what is sent last is the draft, or the sentence to be shown."""

    def report(done: int, of: int) -> None:
        there.send(Progress(done, of))

    limit_process()
    from gzgoals.core.exchange.sources import read_source  # here alone: the program itself needs no reader to start

    try:
        said: Draft | str = (work or read_source)(there.recv_bytes(), source, year, report)
    except GzgoalsError as error:
        said = str(error)
    except (MemoryError, RecursionError):
        said = _TOO_MUCH.format(source)
    there.send(said)


def limit_process() -> None:
    """Make of this process one that may be given any file: silent, and with limits."""
    _say_nothing()
    limit_memory(MEMORY)


def _say_nothing() -> None:
    """Keep what a library cries when it falls over a file off the terminal: the sentence says what is to be done."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
