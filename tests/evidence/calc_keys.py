"""The same project in LibreOffice Calc with a prepared template: the fewest keys known, and the real program struck.

The template has a row of titles and lists to choose from (data validation) for both levels and the operators, as court
offices hand out. Its keys are those of somebody who knows Calc well, column by column: Alt+Down opens a list, a number
or the arrows choose; Ctrl+D takes the cell above; a category that stands above is completed after its first figures by
Calc's AutoInput; Ctrl+Up goes to the top of a column; the annual columns are one copy of the three before.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from evidence.struck import Tally
from evidence.virtual_screen import virtual_screen
from gzgoals.core.table import OPERATORS, Indicator, Project, Target, catalogue_of, money_text

T = TypeVar("T")

Cells = tuple[str, str, list[tuple[str, ...]]]
"""What stands in a sheet: name, amount, and the cells of each indicator."""

_PATIENCE = 60.0
"""Seconds for Calc to open the template, and to save it."""

_CATALOGUE = catalogue_of("2015")
FIRST = tuple(category.label for category in _CATALOGUE.first_level)
SECOND = tuple(category.label for category in _CATALOGUE.categories if category.parent)
SIGNS = tuple(sign for sign in OPERATORS if sign)
_TITLES = ("一级指标", "二级指标", "指标名称", *("计算符号", "指标值", "计量单位") * 2)
_TOP = 5
"""The first row of indicators; the project's name and amount stand in B1 and B2."""


@dataclass(frozen=True)
class Stroke:
    """One thing struck: a text, or a chord so many times, with its modifiers held all the while."""

    text: str = ""
    chord: str = ""
    times: int = 1

    def count(self, tally: Tally) -> None:
        """Count it."""
        if self.chord:
            tally.keys += self.chord.count("+") + self.times
        else:
            tally.text(self.text)


def calc_strokes(project: Project) -> tuple[Stroke, ...]:
    """Return what is struck from the template on, the cursor in the cell of the project's name."""
    rows = project.indicators
    levels = [_CATALOGUE.levels(each.category) for each in rows]
    columns = (
        _chosen([first for first, _ in levels], FIRST),
        _chosen([second for _, second in levels], SECOND),
        _typed(*(each.name for each in rows)),
        _chosen([each.cycle.operator for each in rows], SIGNS),
        _typed(*(each.cycle.value for each in rows)),
        _typed(*(each.cycle.measure for each in rows)),
    )
    head = _typed(project.name, money_text(project.funding.appropriation).replace(",", ""))
    to_grid = (Stroke(chord="Down", times=2), Stroke(chord="Home"))
    grid = (stroke for number, column in enumerate(columns) for stroke in (*(_NEXT if number else ()), *column))
    return (*head, *to_grid, *grid, *_copied(len(rows)))


_NEXT = (Stroke(chord="Right"), Stroke(chord="Ctrl+Up"), Stroke(chord="Down"))
"""From below a column to the top of the next one, which is empty up to its title."""


def _typed(*texts: str) -> Iterator[Stroke]:
    for text in texts:
        if text:
            yield Stroke(text)
        yield Stroke(chord="Return")


def _chosen(values: Sequence[str], choices: Sequence[str]) -> Iterator[Stroke]:
    """Choose each value in the way that takes the fewest keys, and go on below it."""
    for row, value in enumerate(values):
        completed, above = _completed_by(value, set(values[:row])), values[row - 1] if row else None
        if not value:
            yield Stroke(chord="Down")
        elif value == above and not 0 < len(completed) < 3:
            yield from (Stroke(chord="Ctrl+D"), Stroke(chord="Down"))
        elif completed:
            yield from (Stroke(completed), Stroke(chord="Return"))
        else:
            yield Stroke(chord="Alt+Down")
            yield _stepped(value, choices)
            yield from (Stroke(chord="Return"), Stroke(chord="Down"))


def _stepped(value: str, choices: Sequence[str]) -> Stroke:
    """Go to a choice in an open list: by its number where it has one, else by arrows."""
    code = value.partition("-")[0]
    if code.isdecimal():
        return Stroke(code)
    at = choices.index(value)
    return Stroke(chord="Down", times=at) if at else Stroke(chord="Up")


def _completed_by(value: str, above: set[str]) -> str:
    """Return the fewest digits after which Calc completes a value from those above it, nothing where it cannot."""
    code = value.partition("-")[0]
    if value not in above or not code.isdecimal():
        return ""
    return next(code[:end] for end in (1, 2) if sum(each.startswith(code[:end]) for each in above) == 1)


def _copied(rows: int) -> Iterator[Stroke]:
    """Copy the three columns of the cycle into those of the year, from below the last measure on."""
    yield Stroke(chord="Up")
    yield Stroke(chord="Shift+Left", times=2)
    yield Stroke(chord="Shift+Up", times=rows - 1)
    yield Stroke(chord="Ctrl+C")
    yield from _NEXT
    yield Stroke(chord="Ctrl+V")


def template(path: Path, rows: int) -> None:
    """Write the template."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line, title in ((1, "项目名称"), (2, "金额（万元）")):
        sheet.cell(line, 1, title)
    for column, title in enumerate(_TITLES, 1):
        sheet.cell(_TOP - 1, column, title)
    for letters, choices in (("A", FIRST), ("B", SECOND), ("DG", SIGNS)):
        listed = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        for letter in letters:
            listed.add(f"{letter}{_TOP}:{letter}{_TOP + rows}")
        sheet.add_data_validation(listed)
    book.save(path)


def read_back(path: Path, rows: int) -> Cells:
    """Return what stands in the sheet: name, amount, and the cells of each indicator."""
    sheet = load_workbook(path).active
    assert sheet is not None
    cells = sheet.iter_rows(_TOP, _TOP + rows - 1, 1, len(_TITLES))
    texts = [tuple("" if cell.value is None else str(cell.value) for cell in row) for row in cells]
    return str(sheet["B1"].value), str(sheet["B2"].value), texts


def wanted_cells(indicators: Sequence[Indicator]) -> list[tuple[str, ...]]:
    """Return what should stand there."""
    return [
        (*_CATALOGUE.levels(each.category), each.name, *_parts(each.cycle), *_parts(each.annual)) for each in indicators
    ]


def _parts(target: Target) -> tuple[str, str, str]:
    return target.operator, target.value, target.measure


_NO_TIP = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion"><value>99</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document">
<prop oor:name="WarnAlienFormat"><value>false</value></prop></item></oor:items>
"""
_XDOTOOL = {"Alt": "alt", "Ctrl": "ctrl", "Shift": "shift"}


class Calc:
    """The real program under Xvfb, struck by xdotool."""

    def __init__(self, folder: Path, pace: float) -> None:
        """Strike at a `pace`, 1 where the machine has nothing else to do; one that is busy loses keys."""
        self._folder, self._pace = folder, pace
        self._environment = os.environ | {"SAL_USE_VCLPLUGIN": "gen", "LC_ALL": "C.UTF-8"}
        self._programs: list[subprocess.Popen[bytes]] = []

    def strike(self, project: Project) -> Cells:
        """Strike the whole sequence into a fresh template and return what stands in the sheet then.

        Raises `TimeoutError` where Calc does not open it, or does not save it.
        """
        path, rows = self._folder / "模板.xlsx", len(project.indicators)
        template(path, rows)
        profile = self._folder / "profile/user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_NO_TIP, encoding="utf-8")
        with virtual_screen("1600x900") as display:
            self._environment["DISPLAY"] = display
            try:
                self._start("openbox")
                self._start(
                    "soffice", f"-env:UserInstallation=file://{profile.parent}", "--norestore", "--calc", str(path)
                )
                self._enter(path.stem)
                self._do("key", "Right")  # to B1, where the count begins
                for stroke in calc_strokes(project):
                    self._strike(stroke)
                before = path.stat().st_mtime_ns
                self._do("key", "Escape", "ctrl+s")
                return _waited(lambda: _saved(path, rows, before))
            finally:
                for program in reversed(self._programs):
                    os.killpg(program.pid, signal.SIGTERM)  # soffice is a script that starts the program
                    program.wait()

    def _start(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        self._programs.append(
            subprocess.Popen(command, env=self._environment, stdout=quiet, stderr=quiet, start_new_session=True)
        )

    def _enter(self, title: str) -> None:
        """Wait for the window with this title and give it the keyboard."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title, "windowfocus")
        _waited(lambda: not subprocess.run(search, env=self._environment, capture_output=True, check=False).returncode)
        time.sleep(4)  # it is shown before it takes keys, and nothing tells when it does

    def _strike(self, stroke: Stroke) -> None:
        if stroke.chord:
            chord = "+".join(_XDOTOOL.get(key, key) for key in stroke.chord.split("+"))
            chord = chord[:-1] + chord[-1].lower() if "+" in chord and len(chord.rpartition("+")[2]) == 1 else chord
            for _ in range(stroke.times):
                self._do("key", chord)
                time.sleep(0.06 * self._pace)
            time.sleep(0.5 * self._pace if chord == "alt+Down" else 0)
        else:
            self._do("type", "--delay", str(round(150 * self._pace)), stroke.text)
            time.sleep(0.2 * self._pace)

    def _do(self, *arguments: str) -> None:
        subprocess.run(("xdotool", *arguments), env=self._environment, check=True, timeout=120)


def _saved(path: Path, rows: int, before: int) -> Cells | None:
    """Return what stands in the sheet once it is another file than `before`, and whole."""
    if path.stat().st_mtime_ns == before:
        return None
    try:
        return read_back(path, rows)
    except (BadZipFile, EOFError, KeyError):
        return None  # it is being written


def _waited(look: Callable[[], T | None]) -> T:
    """Look until there is something. Raises `TimeoutError`."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if seen := look():
            return seen
        time.sleep(0.2)
    raise TimeoutError
