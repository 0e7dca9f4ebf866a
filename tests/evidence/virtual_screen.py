"""A screen that nobody sees, for programs that are worked by their keys or over the bus."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(size: str) -> Iterator[str]:
    """Run an X server on a free display with a screen of this size, as `1440x900`; give the display once it is up."""
    there, here = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(here), "-screen", "0", f"{size}x24"], pass_fds=[here], stderr=subprocess.DEVNULL
    )
    os.close(here)
    try:
        with open(there, encoding="ascii") as told:  # noqa: PTH123
            number = told.readline().strip()
        yield f":{number}"
    finally:
        screen.terminate()
        screen.wait()
