"""Everything that can have the keyboard says what it is, on every surface of the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QTabBar, QWidget

from evidence import surfaces
from gzgoals.core.settings import Settings
from gzgoals.gui.app import application, new_window
from gzgoals.gui.dialogs.messages import Unsaved
from gzgoals.gui.window import file_commands
from gzgoals.gui.window.main_window import MainWindow

_OF_QT = {"file_to_open", "file_to_save", "printer"}
"""What stands there is Qt's, as are its names."""


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(surfaces, "PATIENCE", 0)
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.DISCARD)
    window = new_window(application(), Settings())
    window.show()
    yield window
    window.close()
    window.safekeeping.end()
    window.deleteLater()


def reachable(top: QWidget) -> Iterator[QWidget]:
    """Yield all that can be reached by Tab, and is not only a part of something that can."""
    for each in top.findChildren(QWidget):
        part = isinstance(each.parent(), QAbstractSpinBox) or isinstance(each, QTabBar)  # its tabs have names
        if each.isVisibleTo(top) and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not part:
            yield each


def nameless(top: QWidget) -> list[str]:
    found = []
    for each in reachable(top):
        told = QAccessible.queryAccessibleInterface(each)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}")
    return found


def test_everything_has_a_name(window: MainWindow) -> None:
    missing: dict[str, list[str]] = {}
    seen: list[str] = []

    def look(name: str, widget: QWidget) -> None:
        seen.append(name)
        if name not in _OF_QT and (without := nameless(widget)):
            missing[name] = without

    with surfaces.visiting(look):
        surfaces.visit_all(window, look)
    assert [f"{name}: {each}" for name, those in missing.items() for each in those] == []
    assert len(seen) >= len(surfaces.SURFACES)


def test_a_field_without_a_name_would_be_found() -> None:
    top = QWidget()
    QLineEdit(top)
    assert nameless(top) == ["QLineEdit  in QWidget"]
