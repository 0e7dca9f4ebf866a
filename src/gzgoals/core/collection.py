"""Garbage collection held back where values are many and all stay: it would take half of the time, or stop the work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keep the garbage collector from looking at all that is being built, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_USUAL = gc.get_threshold()
_CALM = (10_000, 10, 10)
"""How many new values start a collection: one of a large table looks at ten thousand rows a step of the history."""
_MANY = 5_000


def keep(indicators: int) -> None:
    """Take what stands now out of the collector's sight, as when a table of so many `indicators` has been opened.

    Looking through a large one stops the program for a sixth of a second. A small one is no trouble and is left alone.
    """
    if indicators < _MANY:
        gc.set_threshold(*_USUAL)
        return
    gc.set_threshold(*_CALM)
    gc.collect(1)  # so that no fresh garbage is kept as well
    gc.freeze()
