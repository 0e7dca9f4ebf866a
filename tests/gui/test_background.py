"""Work done beside the window: one piece at a time, and only the latest is heard of."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.gui.background import Background

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def background() -> Background:
    return Background()


def gated(gate: threading.Event, result: object) -> Callable[[], object]:
    """Return work that is done once the gate is open."""

    def work() -> object:
        assert gate.wait(60)
        return result

    return work


def test_what_comes_out_is_told_in_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    heard: list[object] = []
    background.done.connect(lambda result: heard.append((result, threading.current_thread())))
    with qtbot.waitSignal(background.done):
        background.ask(lambda: threading.current_thread() is not threading.main_thread())
    assert heard == [(True, threading.main_thread())]


def test_it_is_busy_until_it_has_told(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    assert not background.busy
    background.ask(gated(gate, "a"))
    assert background.busy
    with qtbot.waitSignal(background.done):
        gate.set()
    assert not background.busy


def test_a_later_request_supersedes_an_earlier_one(background: Background, qtbot: QtBot) -> None:
    heard = QSignalSpy(background.done)
    gate = threading.Event()
    background.ask(gated(gate, "first"))
    background.ask(lambda: "second")
    with qtbot.waitSignal(background.done):
        background.ask(lambda: "third")
        gate.set()
    assert [heard.at(number)[0] for number in range(heard.count())] == ["third"]


def test_nothing_is_heard_of_what_was_dropped(background: Background, qtbot: QtBot) -> None:
    heard = QSignalSpy(background.done)
    gate = threading.Event()
    background.ask(gated(gate, "dropped"))
    background.drop()
    assert not background.busy
    with qtbot.waitSignal(background.done):
        background.ask(lambda: "asked later")
        gate.set()
    assert [heard.at(number)[0] for number in range(heard.count())] == ["asked later"]


def test_one_that_is_gone_leaves_its_thread_alone(qtbot: QtBot) -> None:
    gate = threading.Event()
    gone = Background()
    gone.ask(gated(gate, "unheard"))
    del gone
    gate.set()
    other = Background()
    with qtbot.waitSignal(other.done):
        other.ask(lambda: "heard")


def test_what_goes_wrong_is_raised_in_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    def fail() -> object:
        raise ValueError("wrong")

    with qtbot.captureExceptions() as raised:
        background.ask(fail)
        qtbot.waitUntil(lambda: not background.busy)
    assert [str(error) for _, error, _ in raised] == ["wrong"]


def test_a_program_that_ends_does_not_wait_for_it() -> None:
    program = """
import subprocess
import sys
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from gzgoals.gui.background import Background
app = QCoreApplication([])
background = Background()
background.ask(threading.Event().wait)
QTimer.singleShot(0, app.quit)
raise SystemExit(app.exec())
"""
    assert subprocess.run([sys.executable, "-c", program], timeout=120, check=False).returncode == 0


class Clock:
    """Tells at each look how late it comes, as it is told."""

    def __init__(self, *late: int) -> None:
        self._late = list(late)

    def start(self) -> None:
        """Begin."""

    def restart(self) -> int:
        """Return how long ago the last look was; the last one that was told, ever after."""
        return self._late.pop(0) if len(self._late) > 1 else self._late[0]


def test_it_begins_when_the_window_has_come_to_rest(background: Background) -> None:
    background._clock = Clock(120, 60, 10)  # type: ignore[assignment]
    background.ask(lambda: 1)
    assert [_looked(background) for _ in range(3)] == [False, False, True]


def test_it_begins_by_and_by_though_the_window_never_rests(background: Background, qtbot: QtBot) -> None:
    background._clock = Clock(1000)  # type: ignore[assignment]
    with qtbot.waitSignal(background.done) as heard:
        background.ask(lambda: 7)
    assert heard.args == [7]


def _looked(background: Background) -> bool:
    """Have it look once, and return whether the work has begun."""
    background._on_timeout()
    return background._running is None or background._running.begun
