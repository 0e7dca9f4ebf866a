"""What every test lives under: no real screen, no real home folder, and no dialog that waits for a hand."""

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QFontDialog, QInputDialog, QMenu, QMessageBox

# No test has a deadline: a first look for a rare script's font alone takes Qt half a second.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)  # a change is judged by the same examples every time
settings.load_profile("ci" if os.environ.get("CI") else "here")

_USER_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_DOCUMENTS_DIR": "documents",
}

_WAITING: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QDialog, ("exec",)),
    (QMenu, ("exec",)),
    (QMessageBox, ("about", "aboutQt", "critical", "information", "question", "warning")),
    (
        QFileDialog,
        (
            "getExistingDirectory",
            "getExistingDirectoryUrl",
            "getOpenFileName",
            "getOpenFileNames",
            "getOpenFileUrl",
            "getOpenFileUrls",
            "getSaveFileName",
            "getSaveFileUrl",
        ),
    ),
    (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
    (QColorDialog, ("getColor",)),
    (QFontDialog, ("getFont",)),
)


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test empty user folders of its own, to the program and to Qt."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in _USER_FOLDERS.items():
        monkeypatch.setenv(variable, str(home / name))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))


@pytest.fixture(autouse=True)
def no_waiting_dialogs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that reaches a call which waits for the user; a test that wants its answer replaces the call."""
    reached: list[str] = []

    def refusal(name: str) -> Callable[..., None]:
        def refuse(*_arguments: object, **_options: object) -> None:
            reached.append(name)
            raise AssertionError(f"{name} would wait for the user for ever")

        return refuse

    for kind, methods in _WAITING:
        for method in methods:
            monkeypatch.setattr(kind, method, refusal(f"{kind.__name__}.{method}"))
    yield
    assert not reached, f"the test reached {', '.join(reached)}"
