"""Whatever goes wrong unexpectedly: the work is noted, a log is written, one calm word is said, and it goes on."""

import gc
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.files.homes import log_home
from gzgoals.gui import crash
from gzgoals.gui.crash import CrashHook
from gzgoals.gui.dialogs.trouble import TroubleBox

SECRET = "某案当事人"


class Bell(QObject):
    rung = Signal()


def written() -> str:
    path = log_home() / "gzgoals.log"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def saves() -> list[str]:
    return []


@pytest.fixture
def hook(qtbot: QtBot, saves: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHook]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    hook = CrashHook(lambda: saves.append(threading.current_thread().name), lambda: parent)
    monkeypatch.setattr(sys, "excepthook", hook.on_error)
    monkeypatch.setattr(threading, "excepthook", hook.on_thread_error)
    monkeypatch.setattr(sys, "unraisablehook", hook.on_unraisable)
    yield hook
    if hook.box:
        hook.box.close()


def fail() -> None:
    secret = SECRET  # a local variable that no log may show
    raise ValueError(f"wrong with {len(secret)}")


def fail_otherwise() -> None:
    raise KeyError("other")


def ring(slot: Callable[[], None]) -> None:
    bell = Bell()
    bell.rung.connect(slot)
    bell.rung.emit()


def box_of(hook: CrashHook, qtbot: QtBot) -> TroubleBox:
    qtbot.waitUntil(lambda: hook.box is not None)
    assert hook.box is not None
    return hook.box


def settle(qtbot: QtBot) -> None:
    """Let all that is queued by now be done."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def test_an_error_in_a_slot_is_told_once_the_work_is_safe(hook: CrashHook, saves: list[str], qtbot: QtBot) -> None:
    ring(fail)
    assert saves == ["MainThread"]
    box = box_of(hook, qtbot)
    assert box.text() == "刚才的操作没有完成，已记录。"
    assert box.informativeText() == "您的内容已自动保护，可以继续使用；如再次出现，请把日志发给维护人员。"
    assert [button.text() for button in box.buttons()] == ["继续", "打开日志文件夹"]


def test_the_log_says_where_and_nothing_of_the_table(hook: CrashHook, qtbot: QtBot) -> None:
    ring(fail)
    log = written()
    assert "ERROR ValueError in MainThread\ngzgoals " in log
    assert " · Qt 6." in log
    assert " · Python 3." in log
    assert "in fail\n" in log
    assert SECRET not in log
    box_of(hook, qtbot)


def test_nothing_comes_on_the_terminal(hook: CrashHook, qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    ring(fail)
    box_of(hook, qtbot)
    assert capfd.readouterr() == ("", "")


def test_an_error_in_a_timer_is_told(hook: CrashHook, qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    box_of(hook, qtbot)


def test_an_error_in_a_thread_is_told_and_saved_in_the_thread_of_the_window(
    hook: CrashHook, saves: list[str], qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail, name="helper")
    thread.start()
    thread.join()
    assert saves == []
    box_of(hook, qtbot)
    assert saves == ["MainThread"]
    assert "ERROR ValueError in helper" in written()


def test_the_same_error_is_not_told_again(hook: CrashHook, qtbot: QtBot) -> None:
    ring(fail)
    box_of(hook, qtbot).go_on.click()
    ring(fail)
    settle(qtbot)
    assert hook.box is None
    assert "（第 2 次）" in written()


def test_no_word_comes_over_another(hook: CrashHook, qtbot: QtBot) -> None:
    ring(fail)
    first = box_of(hook, qtbot)
    ring(fail_otherwise)
    settle(qtbot)
    assert hook.box is first
    first.go_on.click()
    ring(fail_otherwise)
    box_of(hook, qtbot)


def test_an_error_at_every_painting_does_not_fill_the_log(hook: CrashHook, saves: list[str], qtbot: QtBot) -> None:
    for _ in range(1000):
        ring(fail)
    assert written().count("Traceback") == 6
    assert "（第 1000 次）" in written()
    assert len(saves) == 6
    box_of(hook, qtbot)


def test_saving_that_fails_is_not_called_safe(hook: CrashHook, qtbot: QtBot) -> None:
    hook._save_now = fail_otherwise
    ring(fail)
    assert box_of(hook, qtbot).informativeText().startswith("自动保护没有成功，请尽快保存，可以继续使用")
    assert "ERROR while saving after an error: KeyError" in written()


def test_an_error_while_an_error_is_met_does_not_go_round(hook: CrashHook, saves: list[str], qtbot: QtBot) -> None:
    def save() -> None:
        saves.append("again")
        ring(fail_otherwise)

    hook._save_now = save
    ring(fail)
    assert saves == ["again"]
    assert "ERROR KeyError" in written()
    box_of(hook, qtbot)


def test_a_hook_that_fails_itself_ends_nothing(hook: CrashHook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "_entry", fail_otherwise)
    ring(fail)
    assert "ERROR in the crash hook: TypeError" in written()
    assert hook._inside == set()


def test_a_disk_that_takes_no_log_is_told(hook: CrashHook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "write_log", lambda _: False)
    ring(fail)
    assert box_of(hook, qtbot).text() == "刚才的操作没有完成，日志未能写入。"


def test_the_folder_of_logs_is_opened(hook: CrashHook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    ring(fail)
    box_of(hook, qtbot).folder.click()
    assert opened == [str(log_home())]
    assert hook.box is None


@pytest.mark.usefixtures("hook")
def test_an_error_that_python_swallows_is_logged_only(saves: list[str]) -> None:
    class Falling:
        def __del__(self) -> None:
            raise ValueError("falling")

    Falling()
    gc.collect()
    assert "UNRAISABLE ValueError" in written()
    assert saves == []


def test_what_qt_warns_of_is_logged_once(hook: CrashHook, saves: list[str]) -> None:
    for _ in range(3):
        hook.on_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "QPainter: not active")
    hook.on_message(QtMsgType.QtDebugMsg, QMessageLogContext(), "much ado")
    assert written().count("QT QPainter: not active") == 1
    assert "much ado" not in written()
    assert saves == []


def test_the_end_of_the_program_is_told_and_waited_for(
    hook: CrashHook, saves: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(f"{box.text()}{box.informativeText()}"))
    hook._meet(ValueError, ValueError("end"), None, ending=True)
    assert told == [
        "程序遇到意外问题，需要关闭，已记录。您的内容已自动保护，下次启动时可以恢复。请把日志发给维护人员。"
    ]
    assert saves == ["MainThread"]


PROGRAM = """
import ctypes, sys
from PySide6.QtCore import QTimer, qFatal
from PySide6.QtWidgets import QApplication, QMessageBox
from gzgoals.gui import crash
app = QApplication([])
saved = []
crash.install(lambda: (saved.append(1), open("saved", "w").close()), lambda: None)
def wrong():
    raise ValueError("wrong")
"""


def run(program: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", PROGRAM + program]
    return subprocess.run(command, check=False, capture_output=True, timeout=120, cwd=folder)


def test_a_program_goes_on_after_an_error(tmp_path: Path) -> None:
    done = run("QTimer.singleShot(0, wrong)\nQTimer.singleShot(0, app.quit)\nsys.exit(app.exec() + 7)", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (7, b"", b"")
    assert "ValueError: wrong" in written()
    assert [path.name for path in log_home().iterdir()] == ["gzgoals.log"]


def test_an_error_that_ends_the_program_is_told(tmp_path: Path) -> None:
    done = run("QMessageBox.exec = lambda box: sys.stdout.buffer.write(box.text().encode())\nwrong()", tmp_path)
    assert done.returncode == 1
    assert done.stdout.decode() == "程序遇到意外问题，需要关闭，已记录。"
    assert done.stderr == b""


def test_what_qt_calls_fatal_leaves_a_log_and_the_work(tmp_path: Path) -> None:
    done = run("qFatal('the platform is gone')", tmp_path)
    assert done.returncode not in {0, 1}
    assert done.stderr == b""
    assert "QT the platform is gone" in written()
    assert "QT FATAL" in written()
    assert (tmp_path / "saved").exists()
    run("sys.exit(0)", tmp_path)
    assert "上次没有正常结束" in written()


def test_a_segmentation_fault_leaves_a_log(tmp_path: Path) -> None:
    done = run("QTimer.singleShot(0, lambda: ctypes.string_at(0))\napp.exec()", tmp_path)
    assert done.returncode not in {0, 1}
    run("sys.exit(0)", tmp_path)
    assert "上次没有正常结束" in written()
    assert "string_at" in written()


def test_a_recursion_without_end_ends_no_program(tmp_path: Path) -> None:
    program = (
        "def deep():\n    deep()\nQTimer.singleShot(0, deep)\nQTimer.singleShot(0, app.quit)\nsys.exit(app.exec())"
    )
    done = run(program, tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "RecursionError" in written()
