"""How long the window takes after one edited cell, at 17 and at 10,000 projects, in one run.

    python -m evidence.bench_window [PROJECTS [INDICATORS]]

Run from `tests`. Edits take the road of the user's hands: a field or a cell says `edited`, the table, its findings and
every model follow, and all events are done, painting included. Small and large take turns, so that other work on the
machine blurs both alike; counted is the clock's time and, beside it, the processor's time of the window's thread.
At the end some are done with each of the tabs below shown in turn; till then the findings are.
"""

import gc
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from evidence.invented import large_table
from gzgoals.core.edits import find_project
from gzgoals.core.settings import Settings
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.core.years import last_year_of, remembering
from gzgoals.gui.app import application, new_window
from gzgoals.gui.background import Background
from gzgoals.gui.models.indicator_rows import COLUMNS
from gzgoals.gui.window.main_window import MainWindow

_SMALL = 17
_EDITS = 500
_EDITS_A_TAB = 150
_LOOKED_FOR = "完好"
_PAUSE = 0.5
"""Seconds: no panel waits longer before it looks at a table that has been edited."""
_SHOWN_FOR = 5
"""Edits before another project is shown."""
_GOAL = 16
_KEYS = [column.key for column in COLUMNS]
_TEXTS = {
    "name": ("完好率", "满意度", "面积", ""),
    "annual.operator": ("≥", "≤", ""),
    "annual.measure": ("%", "个", "平方米"),
}


class _Taken(NamedTuple):
    """What an edit took in milliseconds, by the clock and by the processor; `told` until models are up to date.

    All the rest is painting.
    """

    clock: float
    busy: float
    told: float
    told_busy: float


def main(arguments: list[str]) -> None:
    """Print what opening, checking and editing take at both sizes, and the peak of the memory."""
    size = int(arguments[0]) if arguments else 10_000
    indicators = int(arguments[1]) if len(arguments) > 1 else 10
    app = application()
    benches = [
        _Bench(app, large_table(_SMALL, 1, indicators)),
        _Bench(app, large_table(size, max(1, size // 500), indicators)),
    ]
    for bench in benches:
        bench.open()
    print("edits of a cell, milliseconds by the clock (processor)")
    base = _in_turns(benches)
    for bench in benches:
        bench.remember()
    print("the same, remembering the year before")
    _in_turns(benches)
    print(f"the large table takes {base[1] / base[0]:.2f} times what the small one takes (goal: 2), by the processor")
    print(f"peak memory {_peak():.0f} MB (goal: 350)")
    print("with each tab shown, milliseconds by the processor until models are up to date, and painted")
    for tab in range(benches[0].tabs):
        _in_tab(benches, tab)
    print(f"peak memory once all tabs have been shown {_peak():.0f} MB")
    for bench in benches:
        bench.close()


def _peak() -> float:
    """Return the most memory that was in use, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_tab(benches: list["_Bench"], tab: int) -> None:
    """Edit each table in turn with a tab shown, and print what that took by the processor."""
    titles = [bench.show_tab(tab) for bench in benches]
    taken: list[list[_Taken]] = [[] for _ in benches]
    for _ in range(_EDITS_A_TAB):
        for bench, each in zip(benches, taken, strict=True):
            each.append(bench.edit())
    for title, bench, each in zip(titles, benches, taken, strict=True):
        told, painted = sorted(one.told_busy for one in each), sorted(one.busy for one in each)
        print(
            f"  {title}, {bench.title:26} median {median(told):5.1f}  p99 {_p99(told):5.1f}"
            f"   painted: median {median(painted):5.1f}  p99 {_p99(painted):5.1f}"
        )


def _in_turns(benches: list["_Bench"]) -> list[float]:
    """Edit each table in turn, print what that took, and return the medians."""
    taken: list[list[_Taken]] = [[] for _ in benches]
    with _collections() as collected:
        for _ in range(_EDITS):
            for bench, each in zip(benches, taken, strict=True):
                each.append(bench.edit())
    for bench, each in zip(benches, taken, strict=True):
        _tell(bench.title, [(one.told, one.told_busy) for one in each], f"; goal: {_GOAL}")
        _tell("  and painted", [(one.clock, one.busy) for one in each])
    print(f"  garbage collections: {len(collected)}, the longest {max(collected, default=0.0):.1f} ms")
    return [median(one.busy for one in each) for each in taken]


def _tell(title: str, taken: list[tuple[float, float]], goal: str = "") -> None:
    clock, busy = (sorted(times) for times in zip(*taken, strict=True))
    print(
        f"  {title:28} median {median(clock):5.1f} ({median(busy):5.1f})"
        f"  p99 {_p99(clock):5.1f} ({_p99(busy):5.1f}{goal})  longest {clock[-1]:5.1f} ({busy[-1]:5.1f})"
    )


def _p99(times: list[float]) -> float:
    return times[len(times) * 99 // 100]


class _Bench:
    """A window on one table."""

    def __init__(self, app: QApplication, table: GoalTable) -> None:
        self._app = app
        self._table = table
        self._chance = random.Random(1)
        self._edits = 0
        self._places = [Place(unit.id, project.id) for unit in table.units for project in unit.projects]
        self._window = self._new_window()
        indicators = sum(len(project.indicators) for unit in table.units for project in unit.projects)
        self.title = f"{len(self._places):,} projects, {indicators:,}"

    def _new_window(self) -> MainWindow:
        window = new_window(self._app, Settings())
        window.resize(1440, 900)  # as on a real screen: at its least, the window would grow with a longer amount
        window.show()
        self._app.processEvents()
        return window

    def open(self) -> None:
        """Open the table, and print how long that takes, and how long the window stands still while it is checked."""
        session = self._window.session
        begin = _now()
        session.open(self._table)
        self._app.processEvents()
        print(f"{self.title}: on the screen after {_since(begin)}", end="")
        with _pauses(self._app) as longest:
            _wait_until(lambda: not session.checking)
            print(f", checked after {_since(begin)}; longest pause {longest():.0f} ms", end="")
            for _ in range(200):
                self._app.processEvents()
            print(f", {longest():.0f} ms with the findings coming")

    def remember(self) -> None:
        """Have the table remember itself as the year before, and wait for the comparison."""
        session = self._window.session
        session.apply("选择上年的表", lambda now: remembering(now, last_year_of(now)), TABLE)
        _wait_until(lambda: not session.checking and session.known_comparison is not None)
        self._app.processEvents()

    @property
    def tabs(self) -> int:
        """How many tabs there are below."""
        return self._window.tabs.count()

    def show_tab(self, number: int) -> str:
        """Show a tab, wait until it shows all that it will, and return what stands on it."""
        window = self._window
        window.tabs.setCurrentIndex(number)
        if window.tabs.currentWidget() is window.search:
            window.search.bar.text.setText(_LOOKED_FOR)
        self._rest()
        return window.tabs.tabText(number).split()[0]

    def _rest(self) -> None:
        """Wait until nothing is done beside the window, nor is soon going to be."""
        ends = time.perf_counter() + _PAUSE

        def rests() -> bool:
            nonlocal ends
            if any(each.busy for each in self._window.findChildren(Background)):
                ends = time.perf_counter() + _PAUSE
            return time.perf_counter() > ends

        _wait_until(rests)

    def edit(self) -> _Taken:
        """Edit a cell somewhere, and return what that took."""
        if self._edits % _SHOWN_FOR == 0:
            self._window.session.show(self._chance.choice(self._places))
            for _ in range(5):  # what is shown settles in several rounds, long before the hands come to it
                self._app.processEvents()
            if self._window.preview.isVisible():
                self._rest()  # pages that many edits in a row have moved come when there is a pause
        self._edits += 1
        edit = self._some_edit()
        begin = _now()
        edit()
        told = _now()
        self._app.processEvents()
        painted = _now()
        ends = zip((*begin, *begin), (*painted, *told), strict=True)
        return _Taken(*((after - before) * 1000 for before, after in ends))

    def _some_edit(self) -> Callable[[], object]:
        form, model = self._window.form.project_form, self._window.form.grid.model
        project = find_project(self._window.session.table, self._window.session.place)
        chance = self._chance
        match chance.choice(("name", "amount", "objective", "cell", "cell", "cell")):
            case "name":
                return lambda: form.name.edited.emit(project.name + chance.choice("一二三"))
            case "amount":
                field, amount = chance.choice(list(form.amounts.values())), Decimal(chance.randint(1, 99_999)) / 100
                return lambda: field.edited.emit(amount)
            case "objective":
                return lambda: form.objective.edited.emit(project.objective + chance.choice(("。", "完成", "，")))
        column = chance.choice((*_TEXTS, "cycle.value", "annual.value"))
        text = chance.choice(_TEXTS.get(column, (str(chance.randint(1, 20_000)),)))
        index = model.index(chance.randrange(len(project.indicators)), _KEYS.index(column))
        return lambda: model.setData(index, text)

    def close(self) -> None:
        """Take the window away without asking."""
        self._window.hide()
        self._window.deleteLater()
        self._app.processEvents()


@contextmanager
def _collections() -> Iterator[list[float]]:
    """Gather how long each garbage collection takes in milliseconds."""
    taken: list[float] = []
    begin = 0.0

    def hear(phase: str, _info: dict[str, int]) -> None:
        nonlocal begin
        if phase == "start":
            begin = time.perf_counter()
        else:
            taken.append((time.perf_counter() - begin) * 1000)

    gc.callbacks.append(hear)
    yield taken
    gc.callbacks.remove(hear)


@contextmanager
def _pauses(app: QApplication) -> Iterator[Callable[[], float]]:
    """Measure the longest time in milliseconds for which the event loop did not come round."""
    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, (now - last) * 1000), now

    timer = QTimer(app)
    timer.timeout.connect(tick)
    timer.start(1)
    yield lambda: longest
    timer.stop()


def _wait_until(done: Callable[[], bool]) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start(2)
    if not done():
        loop.exec()


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


def _since(begin: tuple[float, float]) -> str:
    clock, busy = ((after - before) * 1000 for before, after in zip(begin, _now(), strict=True))
    return f"{clock:.0f} ms (processor {busy:.0f})"


if __name__ == "__main__":
    main(sys.argv[1:])
