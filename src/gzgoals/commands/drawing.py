"""Drawing without a window: Qt set up just as far as PDF files need it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def drawing() -> Iterator[None]:
    """Let Qt draw inside the block, without a display too."""
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        yield
    finally:
        del application  # not before: the fonts are its own
