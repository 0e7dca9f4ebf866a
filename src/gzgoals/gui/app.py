"""The program with a window: application, session and window put together."""

import linecache
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import gzgoals
from gzgoals.core.resources import resource
from gzgoals.core.settings import Settings, read_settings, write_settings
from gzgoals.gui import crash
from gzgoals.gui.session import Session
from gzgoals.gui.window.chinese import speak_chinese
from gzgoals.gui.window.file_commands import empty_table
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.theme import dress

_PATIENCE = 5.0
"""Seconds to wait for unsaved work to be noted after an error."""


def run(path: Path | None = None) -> int:
    """Open the window, on the file at `path` if there is one, and return the exit code when it is closed."""
    app = application()
    windows: list[MainWindow] = []
    crash.install(lambda: _save_now(windows), lambda: next(iter(windows), None))
    settings = read_settings()
    window = new_window(app, settings)
    windows.append(window)
    window.show()
    if path is not None:
        window.files.open_path(path)
    else:
        window.recent.offer()
    window.safekeeping.begin()
    code = app.exec()
    windows.clear()  # else the window would outlive the application
    return code


def _save_now(windows: list[MainWindow]) -> None:
    """Note the unsaved work of the windows, and wait for that, but not for ever. Raises `TimeoutError`."""
    for window in windows:
        window.safekeeping.keeper.note().result(_PATIENCE)


def application() -> QApplication:
    """Return the one application, speaking Chinese in Qt's own dialogs too."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("gzgoals")
    app.setApplicationDisplayName("绩效目标表")
    app.setApplicationVersion(gzgoals.__version__)
    app.setDesktopFileName("gzgoals")
    app.setWindowIcon(QIcon(str(resource("icon.svg"))))
    speak_chinese(app)
    linecache.clearcache()  # PySide has read the source of every module through it, which keeps 12 MB
    return app


def new_window(app: QApplication, settings: Settings) -> MainWindow:
    """Return a window on an empty table, dressed as the settings say."""
    dress(app, settings.theme, settings.font_size)
    window = MainWindow(Session(empty_table()), settings, write_settings)
    app.styleHints().colorSchemeChanged.connect(window.views.dress)
    return window
