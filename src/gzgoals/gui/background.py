"""Work of a second or two done in a thread while the window goes on living."""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gzgoals.core.collection import collection_paused, keep_all

_EVERY = 10
"""Milliseconds between two looks at whether the work is done."""
_PATIENCE = 20
"""So many looks at most are waited for the window to come to rest, before the work begins beside it."""
_TURN = 0.0001
"""Seconds after which the work gives way to the window: it asks for its turn hundreds of times while it paints."""
_USUAL_TURN = sys.getswitchinterval()
"""Asked for once: of two threads, one would take the other's for the usual one."""

Work = Callable[[], object]


class Background(QObject):
    """Does one piece of work at a time; what is asked for meanwhile comes next, and only the latest of it.

    The work must be a function of frozen values alone. Its thread knows nothing of Qt, and nobody waits for it when
    the program ends.

    Signals
    -------
    done(result)
        The work asked for last is done.
    failed()
        It has raised an error that nobody foresaw, which is raised in the window's thread too.
    """

    done = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: _Run | None = None
        self._next: Work | None = None
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._clock = QElapsedTimer()
        self._looks = 0

    @property
    def busy(self) -> bool:
        """Whether something is still to be heard of."""
        return self._wanted

    def ask(self, work: Work) -> None:
        """Have `work` done; nothing is heard any more of what was asked for before."""
        self._wanted = True
        if self._running and self._running.begun:
            self._next = work
        else:
            self._start(work)

    def drop(self) -> None:
        """Forget what was asked for."""
        self._wanted, self._next = False, None
        if self._running and not self._running.begun:
            self._running = None
            self._timer.stop()

    def _start(self, work: Work) -> None:
        self._next = None
        self._running = _Run(work)
        self._looks = 0
        self._clock.start()
        self._timer.start()

    def _at_rest(self) -> bool:
        """Tell whether the window has nothing else to do, for a look that comes late had to wait; not for ever."""
        self._looks += 1
        return self._clock.restart() < 2 * _EVERY or self._looks > _PATIENCE

    def _on_timeout(self) -> None:
        run = self._running
        if run and not run.begun and self._at_rest():
            run.begin()  # not before the window has shown what it is asked about
        if run is None or not run.over:
            return
        self._running = None
        self._timer.stop()
        if self._next:
            self._start(self._next)
        elif self._wanted:
            self._wanted = False
            if run.error:
                self.failed.emit()
                raise run.error
            self.done.emit(run.outcome)


class _Run:
    """One piece of work in its thread."""

    def __init__(self, work: Work) -> None:
        self.begun = False
        self.over = False
        self._work = work
        self.outcome: object = None
        self.error: Exception | None = None

    def begin(self) -> None:
        """Start the thread."""
        self.begun = True
        threading.Thread(target=self._do, daemon=True).start()

    def _do(self) -> None:
        sys.setswitchinterval(_TURN)
        try:
            with collection_paused():
                self.outcome = self._work()
                keep_all()  # else a collection would look at all of it at once, and nobody could type meanwhile
        except Exception as error:  # noqa: BLE001  # told where somebody listens
            self.error = error
        finally:
            sys.setswitchinterval(_USUAL_TURN)
            self.over = True
