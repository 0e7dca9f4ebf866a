"""Garbage collection kept from what lasts: of a large table it would look at a million things, again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_CALM = (10_000, 10, 10)
"""How many new values start a collection: one of a large table looks at ten thousand rows a step of the history."""
_MANY = 5_000


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


def keep_all() -> None:
    """Take all that there is for lasting: no collection, which would stop the window for long, looks at it again.

    What nobody holds any more is freed nevertheless, unless it holds itself in a ring.
    """
    gc.freeze()


def tidy() -> None:
    """Free the rings among what has come since all was kept, and keep the rest too; for a moment when nobody types."""
    gc.collect()
    gc.freeze()


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
