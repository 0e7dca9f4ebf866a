"""Pages of a foreign PDF drawn in a process of their own: one that hangs or falls leaves a white page, no more."""

import multiprocessing
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.pdf.pictures import Picture, page_picture
from gzgoals.core.worker import limit_process

PATIENCE = 8.0
"""Seconds that drawing a page may take."""

MOST_FALLS = 3
"""Pages that may hang or fall before no others of the file are tried."""

_Wanted = tuple[int, float]


class PageDrawer:
    """Draws the pages of one PDF when they are asked for; the process is there from the first page to `end`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._unsent = b""
        self._process: SpawnProcess | None = None
        self._here: Connection[object, object] | None = None
        self._wanted: _Wanted | None = None
        self._since = 0.0
        self._failed: set[int] = set()
        self._ended = False

    def picture(self, page: int, scale: float) -> Picture | None:
        """Return the page `page`, counted from 1, drawn at `scale` pixels a point; None while it is being drawn.

        Ask again until it comes. A page that cannot be drawn, or not any more, is an empty picture.
        """
        if self._ended or page in self._failed or len(self._failed) >= MOST_FALLS:
            return Picture(0, 0, 0, b"")
        drawn = self._drawn() if self._wanted else None
        if drawn and drawn[0] == (page, scale):
            return drawn[1]
        if not self._wanted and page not in self._failed:
            self._ask((page, scale))
        return None

    def end(self) -> None:
        """End the process, whatever it is doing; no page is drawn any more."""
        self._ended = True
        self._stop()

    def _stop(self) -> None:
        if self._process and self._here:
            with suppress(OSError, ValueError):
                self._process.kill()
                self._process.join()
                self._process.close()
            self._here.close()
        self._process = self._here = self._wanted = None

    def _ask(self, wanted: _Wanted) -> None:
        if self._here is None:
            self._start()
        self._wanted, self._since = wanted, time.monotonic()
        # A large file would keep the caller waiting until the process is up and takes it.
        threading.Thread(target=_send, args=(self._here, self._unsent, wanted), daemon=True).start()
        self._unsent = b""

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_draw, args=(there,), daemon=True)
        self._process.start()
        there.close()
        self._unsent = self._data

    def _drawn(self) -> tuple[_Wanted, Picture] | None:
        """Return what has been drawn in the meantime; a page that takes too long or more than there is has failed."""
        if self._here is None or self._wanted is None:
            return None
        wanted = self._wanted
        try:
            if self._here.poll():
                drawn = self._here.recv()
                self._wanted = None
                return (wanted, drawn) if isinstance(drawn, Picture) else None
        except (EOFError, OSError):
            self._fail(wanted)
            return None
        if time.monotonic() - self._since > PATIENCE:
            self._fail(wanted)
        return None

    def _fail(self, wanted: _Wanted) -> None:
        self._stop()
        self._failed.add(wanted[0])


def _send(there: "Connection[object, object] | None", data: bytes, wanted: _Wanted) -> None:
    """Send the file, the first time, and what is wanted of it."""
    with suppress(OSError, ValueError, AttributeError):  # the drawing may be stopped meanwhile
        if there and data:
            there.send_bytes(data)
        if there:
            there.send(wanted)


def _draw(there: "Connection[object, tuple[int, float]]") -> None:
    limit_process()
    data = there.recv_bytes()
    while True:
        page, scale = there.recv()
        try:
            picture = page_picture(data, page, scale)
        except (BadFileError, MemoryError):
            picture = Picture(0, 0, 0, b"")
        there.send(picture)
