"""What comes into the window from elsewhere: opened, imported, pasted, dropped, rolled forward."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gzgoals.core.files import write_table
from gzgoals.core.opening import open_source
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.core.years import rolled, usual_plan
from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
from gzgoals.gui.dialogs.messages import Unsaved
from gzgoals.gui.dialogs.roll import RollDialog
from gzgoals.gui.window import file_commands, import_commands
from gzgoals.gui.window.main_window import MainWindow

SAMPLE = Path(__file__).parents[3] / "resources/samples/guangzhou-internet-court.published.txt"
MINE = GoalTable(year=2027, department="广州互联网法院", units=(Unit(id="mine", name="广州互联网法院"),))


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[QDialog]]:
    """Return a way to have dialogs answered: accepted, or given up."""

    def answer_dialogs(*, accept: bool = True) -> list[QDialog]:
        seen: list[QDialog] = []

        def run(dialog: QDialog) -> int:
            seen.append(dialog)
            dialog.show()
            dialog.accept() if accept else dialog.reject()
            return dialog.result()

        monkeypatch.setattr(QDialog, "exec", run)
        return seen

    return answer_dialogs


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(import_commands, "ask_open", lambda *_: path)


def count(window: MainWindow) -> int:
    return sum(len(unit.projects) for unit in window.session.table.units)


def test_a_published_text_is_looked_over_and_opened_as_a_new_table(
    window: MainWindow, answer: Callable[..., list[QDialog]]
) -> None:
    seen = answer()
    assert window.files.open_path(SAMPLE)
    assert isinstance(seen[0], ReviewDialog)
    assert not seen[0].destination.where.isVisibleTo(seen[0])  # nothing is open that it could go into
    assert count(window) == 17
    assert window.session.path is None
    assert window.isWindowModified()
    assert window.settings.recent == (str(SAMPLE),)


def test_an_import_given_up_leaves_all_as_it_was(window: MainWindow, answer: Callable[..., list[QDialog]]) -> None:
    window.session.open(MINE)
    answer(accept=False)
    assert not window.files.open_path(SAMPLE)
    assert window.session.table is MINE
    assert window.settings.recent == ()


def test_unsaved_work_is_settled_before_a_new_table_takes_its_place(
    window: MainWindow, answer: Callable[..., list[QDialog]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open(MINE, saved=False)
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.STAY)
    answer()
    assert not window.files.open_path(SAMPLE)
    assert window.session.table is MINE


def test_last_years_file_comes_into_the_open_table_in_one_step(
    window: MainWindow, answer: Callable[..., list[QDialog]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open(MINE)
    choose(monkeypatch, SAMPLE)
    seen = answer()
    window.actions_by_key["import_file"].trigger()
    assert count(window) == 17
    assert isinstance(seen[0], ReviewDialog)
    assert window.session.table == seen[0].state.result
    assert window.session.history.undo_label == f"导入“{SAMPLE.name}”"
    once = window.session.table
    window.actions_by_key["undo"].trigger()
    assert window.session.table is MINE
    window.actions_by_key["redo"].trigger()
    assert window.session.table is once


def test_importing_the_same_file_twice_leaves_nothing_to_bring(
    window: MainWindow, answer: Callable[..., list[QDialog]], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open(MINE)
    choose(monkeypatch, SAMPLE)
    answer()
    window.actions_by_key["import_file"].trigger()
    once = window.session.table
    seen = answer()
    window.actions_by_key["import_file"].trigger()
    assert isinstance(seen[0], ReviewDialog)
    assert seen[0].go.text() == "带入 0 个项目"
    assert window.session.table is once


def test_another_table_of_our_own_comes_in_by_the_same_review(
    window: MainWindow, answer: Callable[..., list[QDialog]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    last = GoalTable(year=2026, units=(Unit(id="v", name="别的单位", projects=(Project(id="p", name="2026年运维"),)),))
    write_table(tmp_path / "上年.gzgoals", last)
    window.session.open(MINE)
    choose(monkeypatch, tmp_path / "上年.gzgoals")
    answer()
    window.actions_by_key["import_table"].trigger()
    units = window.session.table.units
    assert [(unit.name, [each.name for each in unit.projects]) for unit in units] == [
        ("广州互联网法院", []),
        ("别的单位", ["2027年运维"]),
    ]


def test_a_text_on_the_clipboard_becomes_a_new_table(window: MainWindow, answer: Callable[..., list[QDialog]]) -> None:
    answer()
    QApplication.clipboard().setText(SAMPLE.read_text(encoding="utf-8"))
    window.actions_by_key["paste_table"].trigger()
    assert count(window) == 17


@pytest.mark.parametrize(("text", "told"), [("", "剪贴板中没有文字。"), ("今天天气好", "“剪贴板”中没有找到")])
def test_a_clipboard_without_a_table_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    said: list[str] = []
    for module in (import_commands, file_commands):
        monkeypatch.setattr(module, "tell", lambda _, sentence, *__: said.append(sentence))
    before = window.session.table
    QApplication.clipboard().setText(text)
    window.actions_by_key["paste_table"].trigger()
    assert window.session.table is before
    assert len(said) == 1
    assert said[0].startswith(told)


def test_the_open_table_rolls_into_a_new_one(window: MainWindow, answer: Callable[..., list[QDialog]]) -> None:
    table = open_source(SAMPLE, 2026).table
    window.session.open(table)
    seen = answer()
    window.actions_by_key["roll"].trigger()
    assert isinstance(seen[0], RollDialog)
    assert window.session.table == rolled(table, usual_plan(table, 2027))
    assert window.session.path is None
    assert window.isWindowModified()


def dropped(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_file_dropped_onto_the_window_is_opened(
    window: MainWindow, answer: Callable[..., list[QDialog]], qtbot: QtBot
) -> None:
    answer()
    data, where, hand = dropped(SAMPLE), QPointF(300, 300), Qt.MouseButton.LeftButton
    bare, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entering = QDragEnterEvent(where.toPoint(), copy, data, hand, bare)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(where, copy, data, hand, bare))
    assert count(window) == 0  # the drop is over before anything is asked
    qtbot.waitUntil(lambda: count(window) == 17)


def test_a_text_dropped_onto_the_window_is_none_of_its_business(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("文字")
    entering = QDragEnterEvent(
        QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert not entering.isAccepted()


def test_a_file_dragged_over_a_text_field_is_left_to_the_window(window: MainWindow) -> None:
    window.session.open(open_source(SAMPLE, 2026).table)
    form = window.form.project_form
    data = dropped(SAMPLE)
    assert not form.objective.canInsertFromMimeData(data)
    entering = QDragEnterEvent(
        QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    form.name.dragEnterEvent(entering)
    assert not entering.isAccepted()
