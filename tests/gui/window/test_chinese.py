"""Qt's own dialogs and menus speak Chinese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileIconProvider,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gzgoals.gui.app import application
from gzgoals.gui.window.chinese import OwnWords

_GETTERS = ("text", "title", "windowTitle", "toolTip", "placeholderText", "suffix", "prefix", "accessibleName")


@pytest.fixture(autouse=True)
def chinese() -> None:
    application()


def texts(dialog: QWidget) -> Iterator[str]:
    """Yield all that a dialog says, without the names of files and kinds of paper."""
    for each in (dialog, *dialog.findChildren(QWidget)):
        yield from (str(getattr(each, getter)()) for getter in _GETTERS if hasattr(each, getter))
        yield from (action.text() for action in each.actions())
        if isinstance(each, QTabWidget):
            yield from map(each.tabText, range(each.count()))
        if isinstance(each, QLineEdit | QPlainTextEdit):
            yield from menu_of(each)
        if isinstance(each, QComboBox) and each.objectName() not in {"lookInCombo", "pageSizeCombo", "printers"}:
            yield from map(each.itemText, range(each.count()))


def menu_of(field: QLineEdit | QPlainTextEdit) -> Iterator[str]:
    menu = field.createStandardContextMenu()
    yield from (action.text().partition("\t")[0] for action in menu.actions())
    menu.deleteLater()


def english(dialog: QWidget) -> list[str]:
    """Return what is said in English words; PDF is one in Chinese too."""
    said = (text for text in texts(dialog) if not text.startswith("/"))
    return sorted({text for text in said if re.search(r"[A-Za-z]{3,}", text.replace("PDF", ""))})


@pytest.mark.parametrize("accepts", list(QFileDialog.AcceptMode))
@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_asking_for_a_file(qtbot: QtBot, mode: QFileDialog.FileMode, accepts: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog(None, "打开", "/", "表 (*)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accepts)
    dialog.findChildren(QLineEdit)[0].clear()
    assert english(dialog) == []


def test_printing(qtbot: QtBot) -> None:
    printer = QPrinter()
    for kind in (QPrintDialog, QPrintPreviewDialog):
        dialog = kind(printer)
        qtbot.addWidget(dialog)
        dialog.show() if kind is QPrintDialog else None
        assert english(dialog) == [], kind
        dialog.close()


def test_every_button_of_a_question(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    box.setStandardButtons(~QDialogButtonBox.StandardButton.NoButton)
    assert english(box) == []
    assert len(box.buttons()) > 10


@pytest.mark.parametrize("kind", [QMessageBox, QProgressDialog, QInputDialog, QPlainTextEdit])
def test_other_dialogs_and_fields(qtbot: QtBot, kind: type[QWidget]) -> None:
    dialog = kind()
    qtbot.addWidget(dialog)
    assert english(dialog) == []


def test_to_take_back_is_called_the_same_everywhere(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert next(menu_of(field)) == "撤销(&U)"


def test_the_words_are_found_once_however_often_the_application_is_asked_for() -> None:
    assert len(application().findChildren(OwnWords)) == 1


def test_the_list_of_files_tells_its_kinds_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "表.pdf").touch()
    kinds = [QFileIconProvider().type(QFileInfo(str(path))) for path in (tmp_path, tmp_path / "表.pdf")]
    assert [kind for kind in kinds if re.search(r"Folder|File|Drive", kind)] == []


def test_menus_call_keys_as_the_sheet_of_keys_does() -> None:
    keys = ("Alt+Up", "Alt+Down", "Ctrl+PgDown", "Ctrl+Enter")
    assert [QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys] == [
        "Alt+↑", "Alt+↓", "Ctrl+PgDn", "Ctrl+Enter",
    ]  # fmt: skip
