"""When something unexpected goes wrong: the work is noted, a log is written, one calm word is said, and it goes on."""

import atexit
import inspect
import logging
import platform
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QWidget

import gzgoals
from gzgoals.core.files.logs import FaultLog, LogHandler, tell_faults, write_log
from gzgoals.gui.dialogs.trouble import TroubleBox

_IN_FULL = 3
"""How often the same error is logged in full; after that only now and then how often it has come."""
_WARNINGS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg}
_MOST_WARNINGS = 200
"""Different warnings of Qt that one run logs."""

Key = tuple[str, str, int]
"""By which two errors are the same: the type, and the file and line where it was raised."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An unexpected error: whether it was logged, whether it comes from another thread, and whether it is the end."""

    key: Key
    logged: bool
    apart: bool
    ending: bool


class CrashHook(QObject):
    """Catches what nobody else has caught.

    `save_now` notes unsaved work and comes back within seconds, whatever happens; it is called in the thread of the
    window. `parent` is what the word is said over.
    """

    _met = Signal(object)

    def __init__(self, save_now: Callable[[], None], parent: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._save_now = save_now
        self._parent = parent
        self._counts: Counter[Key] = Counter()
        self._told: set[Key] = set()
        self._warnings: set[str] = set()
        self._inside: set[int] = set()
        self.box: TroubleBox | None = None
        """The word that is being said."""
        self._handler = LogHandler(logging.WARNING)
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on; tell in the log of processes that have died of a fault since the last start."""
        self._former = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = self.on_error, self.on_thread_error
        sys.unraisablehook = self.on_unraisable
        logging.getLogger("gzgoals").addHandler(self._handler)
        tell_faults()
        self._faults = FaultLog()
        self._former_messages = qInstallMessageHandler(self.on_message)

    def remove(self) -> None:
        """Catch no more; what was there before is there again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
        logging.getLogger("gzgoals").removeHandler(self._handler)
        qInstallMessageHandler(self._former_messages)
        self._faults.end()

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an error of the main thread, in a slot, an event handler, or one that ends the program."""
        frame = inspect.currentframe()
        ending = frame is not None and frame.f_back is None
        if not issubclass(kind, KeyboardInterrupt):
            self._meet(kind, error, trace, ending=ending)
        elif not ending:
            QApplication.quit()

    def on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        """Take an error that has ended a thread."""
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            self._meet(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def on_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        """Log an error that Python itself has swallowed: nothing the user did is undone by it."""
        with suppress(Exception):
            error = arguments.exc_value
            if error is not None and self._is_worth_logging(_key(arguments.exc_type, arguments.exc_traceback)):
                write_log(_entry("UNRAISABLE", arguments.exc_type, error, arguments.exc_traceback))

    def on_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Log what Qt warns of, each once; what it calls fatal ends the program, and is the last chance to save."""
        with suppress(Exception):
            if kind == QtMsgType.QtFatalMsg:
                stack = "".join(traceback.format_stack()[:-1])
                write_log(f"QT FATAL {text}\n{_circumstances()}\n{stack}")
                if _in_window_thread():
                    self._save()
            elif kind in _WARNINGS and text not in self._warnings and len(self._warnings) < _MOST_WARNINGS:
                self._warnings.add(text)
                write_log(f"QT {text}")

    def _meet(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None, *, ending: bool = False
    ) -> None:
        """Log an error, see that the work is safe, and have the user told; nothing that fails here gets any further."""
        me = threading.get_ident()
        nested = me in self._inside
        self._inside.add(me)
        try:
            key = _key(kind, trace)
            if not self._is_worth_logging(key) and not ending:
                return
            logged = write_log(_entry("ERROR", kind, error, trace, self._counts[key]))
            if nested:
                return  # while another error is being met, by what that does
            trouble = Trouble(key, logged, not _in_window_thread(), ending)
            if ending:
                self._say_the_end(trouble)
            else:
                self._met.emit((trouble, None if trouble.apart else self._save()))
        except Exception as fault:  # noqa: BLE001  # there is no one else to turn to
            write_log(f"ERROR in the crash hook: {type(fault).__name__}")
        finally:
            if not nested:
                self._inside.discard(me)

    def _is_worth_logging(self, key: Key) -> bool:
        self._counts[key] += 1
        count = self._counts[key]
        return count <= _IN_FULL or str(count).strip("0") == "1"  # 10, 100, 1000 …

    def _save(self) -> bool:
        """Have the work noted; tell whether that went well."""
        try:
            self._save_now()
        except Exception as error:  # noqa: BLE001  # the log is all that can be told of it
            write_log(_entry("ERROR while saving after an error:", type(error), error, error.__traceback__))
            return False
        return True

    def _on_met(self, met: tuple[Trouble, bool | None]) -> None:
        """Tell of an error, from the event loop, where a dialog does no harm: not again, and not one over another."""
        trouble, saved = met
        if saved is None:
            saved = self._save()
        if trouble.key in self._told or self.box is not None:
            return
        self._told.add(trouble.key)
        over = QApplication.activeModalWidget() or self._parent()
        self.box = TroubleBox(over, logged=trouble.logged, saved=saved)
        self.box.finished.connect(self._on_box_finished)
        self.box.open()

    def _on_box_finished(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.deleteLater()

    def _say_the_end(self, trouble: Trouble) -> None:
        """Tell that the program ends, and wait until that is read, for there is no event loop any more."""
        saved = self._save()
        if trouble.apart or QApplication.instance() is None:
            return
        TroubleBox(None, logged=trouble.logged, saved=saved, ending=True).exec()


def install(save_now: Callable[[], None], parent: Callable[[], QWidget | None]) -> None:
    """Catch whatever goes wrong unexpectedly from now on until the program ends; see `CrashHook`."""
    hook = CrashHook(save_now, parent)
    hook.install()
    atexit.register(hook.remove)


def _in_window_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _key(kind: type[BaseException], trace: TracebackType | None) -> Key:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
    return (kind.__qualname__, *where)


def _entry(
    word: str, kind: type[BaseException], error: BaseException, trace: TracebackType | None, count: int = 1
) -> str:
    """Return what the log says of an error: the circumstances and the traceback, and no more of the work than that."""
    told = f"（第 {count} 次）" if count > 1 else ""
    thread = threading.current_thread().name
    lines = traceback.format_exception(kind, error, trace)
    return f"{word} {kind.__name__}{told} in {thread}\n{_circumstances()}\n{''.join(lines)}"


def _circumstances() -> str:
    """Return version, system, Qt and Python in one line."""
    python = f"Python {platform.python_version()}"
    return f"gzgoals {gzgoals.__version__} · {platform.platform()} · Qt {qVersion()} · {python}"
