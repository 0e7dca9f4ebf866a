"""How long the window takes after one edited cell, at 17 and at 10,000 projects, in one run.

    python -m evidence.bench_window [PROJECTS]

Run from `tests`. Edits take the road of the user's hands: a field or a cell says `edited`, the table, its findings and
every model follow, and all events are done, painting included. Counted is the clock's time.
"""

import gc
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from evidence.invented import large_table
from gzgoals.core.edits import find_project
from gzgoals.core.settings import Settings
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years import last_year_of, remembering
from gzgoals.gui.models.indicator_rows import COLUMNS
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.app import application
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import empty_table
from gzgoals.gui.window.theme import dress

SMALL = 17
LARGE = 10_000
EDITS = 400
GOAL = 16.0
_COLUMNS = [column.key for column in COLUMNS]


def main(arguments: list[str]) -> None:
    """Print what the edits take at both sizes, what opening takes, and the peak of the memory."""
    large = int(arguments[0]) if arguments else LARGE
    app = application()
    medians = []
    for size in (SMALL, large):
        medians.append(_told(app, size))
    print(f"an edit at {large} projects takes {medians[1] / medians[0]:.2f} times that at {SMALL} (goal: 2)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (goal: 350)")


def _told(app: QApplication, size: int) -> float:
    table = large_table(size, 1 if size < 1000 else 20)
    window = _window(app)
    session = window.session
    count = sum(len(project.indicators) for unit in table.units for project in unit.projects)
    print(f"{size} projects, {count} indicators")
    with _pauses(app) as longest:
        begin = time.perf_counter()
        session.open(table)
        app.processEvents()
        print(f"  table on the screen after    {_ms(begin):8.1f} ms")
        _wait(lambda: not getattr(session, "checking", False))
        app.processEvents()
        print(f"  and with its findings after  {_ms(begin):8.1f} ms, longest pause since {longest():.1f} ms")
    all_times = []
    for title, remembers in (("edits", False), ("edits, remembering a year", True)):
        if remembers:
            session.apply("选择上年的表", lambda now: remembering(now, last_year_of(now)), Place())
            _wait(lambda: not getattr(session, "checking", False))
            app.processEvents()
        with _collections() as collected:
            times = sorted(_edits(window, app, random.Random(size)))
        all_times.append(times)
        p99 = times[len(times) * 99 // 100]
        print(
            f"  {title:28} median {median(times):6.2f} ms, p99 {p99:6.2f} ms, longest {times[-1]:6.2f} ms"
            f" (goal: {GOAL:.0f}); longest collection {max(collected, default=0.0):.1f} ms of {len(collected)}"
        )
    window.close()
    window.deleteLater()
    app.processEvents()
    return median(all_times[0])


def _window(app: QApplication) -> MainWindow:
    settings = Settings()
    dress(app, settings.theme)
    window = MainWindow(Session(empty_table()), settings, lambda _: None)
    window.files.may_close = lambda: True
    window.show()
    app.processEvents()
    return window


def _edits(window: MainWindow, app: QApplication, chance: random.Random) -> Iterator[float]:
    """Edit cells here and there, several in each project; yield how long each took in milliseconds."""
    places = [Place(unit.id, project.id) for unit in window.session.table.units for project in unit.projects]
    for number in range(EDITS):
        if number % 5 == 0:
            window.session.show(chance.choice(places))
            app.processEvents()
        edit = _edit(window, chance)
        begin = time.perf_counter()
        edit()
        app.processEvents()
        yield _ms(begin)


def _edit(window: MainWindow, chance: random.Random) -> Callable[[], object]:
    form, grid = window.form.project_form, window.form.grid
    project = find_project(window.session.table, window.session.place)
    kind = chance.choice(("name", "amount", "objective", "cell", "cell", "cell"))
    if kind == "name":
        return lambda: form.name.edited.emit(project.name + chance.choice("一二三"))
    if kind == "amount":
        field = chance.choice(list(form.amounts.values()))
        from decimal import Decimal

        amount = Decimal(chance.randint(1, 99_999)) / 100
        return lambda: field.edited.emit(amount)
    if kind == "objective":
        return lambda: form.objective.edited.emit(project.objective + chance.choice(("。", "完成", "100", "，")))
    row = chance.randrange(len(project.indicators))
    column = chance.choice(("name", "cycle.value", "annual.value", "annual.measure", "annual.operator"))
    text = {
        "name": chance.choice(("完好率", "满意度", "面积", "")),
        "annual.operator": chance.choice(("≥", "≤", "")),
        "annual.measure": chance.choice(("%", "个", "平方米")),
    }.get(column, str(chance.randint(1, 20_000)))
    index = grid.model.index(row, _COLUMNS.index(column))
    return lambda: grid.model.setData(index, text)


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
            taken.append(_ms(begin))

    gc.callbacks.append(hear)
    yield taken
    gc.callbacks.remove(hear)


@contextmanager
def _pauses(app: QApplication) -> Iterator[Callable[[], float]]:
    """Measure the longest time in milliseconds for which the event loop did not come round."""
    longest = 0.0
    last = time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, (now - last) * 1000), now

    def since() -> float:
        return longest

    timer = QTimer(app)
    timer.timeout.connect(tick)
    timer.start(1)
    yield since
    timer.stop()


def _wait(done: Callable[[], bool]) -> None:
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    timer.start(2)
    if not done():
        loop.exec()


def _ms(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
