"""Garbage collection kept from what lasts: of a large table it would look at a million things, again and again."""

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


def keep_all() -> None:
    """Take all that there is for lasting: no collection, which would stop the window for long, looks at it again.

    What nobody holds any more is freed nevertheless, unless it holds itself in a ring.
    """
    gc.freeze()


def tidy() -> None:
    """Free the rings among what has come since all was kept, and keep the rest too; for a moment when nobody types."""
    gc.collect()
    gc.freeze()
