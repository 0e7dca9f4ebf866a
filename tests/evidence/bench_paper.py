"""How quick 2,000 projects become a PDF, beside LibreOffice and typst, and the preview after one edit, in one run.

    python -m evidence.bench_paper [PROJECTS [ROUNDS]]

Run from `tests`, once `packaging/evidence-setup.sh` has been. Each program is a process of its own that reads its own
file of the same table, in the same type on the same sheet, and is told by the system what it took: seconds by the clock
and of the processor, its children's too, and its peak of memory. They take turns, so that other work on the machine
blurs all alike; printed are the medians. LibreOffice and typst have read their fonts and made their profile once
before. A project's forms are timed beside the table.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtGui import QGuiApplication

from evidence.invented import invented_table
from evidence.producers import LOOKS, PRINTERS, typst_of
from evidence.words import document_of
from gzgoals.core.collection import keep
from gzgoals.core.edits import put_value
from gzgoals.core.files import table_bytes
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Place, split_target
from gzgoals.gui.paper.live import live_pages
from gzgoals.gui.paper.picture import page_picture, page_size

_EDITS = 300
_WARM = 20
_SCALE = 1.5
_GOAL = 16
_TYPE = 9
_OURS, _LIBREOFFICE, _TYPST, _FORMS = "gzgoals", "LibreOffice", "typst", "gzgoals --forms"


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of the processor, megabytes of memory at its peak."""

    clock: float
    busy: float
    memory: float


def main(arguments: list[str]) -> None:
    """Print what each program takes and what the preview does."""
    size = int(arguments[0]) if arguments else 2_000
    rounds = int(arguments[1]) if len(arguments) > 1 else 3
    application = QGuiApplication.instance() or QGuiApplication([])
    table = invented_table(size)
    with tempfile.TemporaryDirectory() as folder:
        _bench_programs(table, Path(folder), rounds)
    _bench_preview(table)
    del application


def _bench_programs(table: GoalTable, folder: Path, rounds: int) -> None:
    commands = _commands(table, folder)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = _run(command)
            if number:
                costs[name].append(cost)
    ours = _middle(costs[_OURS])
    size = sum(len(unit.projects) for unit in table.units)
    print(f"{size:,} projects to PDF, medians of {rounds} turns")
    for name, several in costs.items():
        cost = _middle(several)
        pages = _pages(folder / f"{name}.pdf" if name != _LIBREOFFICE else folder / "table.pdf")
        beside = (
            ""
            if name in {_OURS, _FORMS}
            else f"   {cost.busy / ours.busy:5.2f} times ours (clock {cost.clock / ours.clock:.2f})"
        )
        print(
            f"{name:16} {cost.busy:7.2f} s of the processor   {cost.clock:7.2f} s by the clock"
            f"   {pages:5,} pages   peak {cost.memory:5.0f} MB{'' if name in {_OURS, _FORMS} else beside}",
            flush=True,
        )
    print("goals: LibreOffice 4 times ours, typst 1 time")


def _commands(table: GoalTable, folder: Path) -> Mapping[str, Sequence[str]]:
    """Write the table in each program's own form; return what prints it."""
    look = LOOKS["A4 横向"]
    own, words, typst = folder / "table.gzgoals", folder / "table.docx", folder / "table.typ"
    own.write_bytes(table_bytes(table))
    words.write_bytes(document_of(table, look))
    typst.write_text(typst_of(table, look), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    program = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
    print_own = (
        "import sys; from PySide6.QtGui import QGuiApplication; from gzgoals.core.files import read_table;"
        "from gzgoals.core.page_setup import PageSetup; from gzgoals.gui.paper import forms_pdf, pdf_bytes;"
        "app = QGuiApplication([]); made = forms_pdf if sys.argv[3] else pdf_bytes;"
        "from pathlib import Path;"
        f"open(sys.argv[2], 'wb').write(made(read_table(Path(sys.argv[1])), PageSetup(type_size={_TYPE})))"
    )
    return {
        _OURS: [sys.executable, "-c", print_own, str(own), str(folder / f"{_OURS}.pdf"), ""],
        _LIBREOFFICE: ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(words)],
        _TYPST: [str(PRINTERS / "python"), "-c", program, str(typst), str(folder / f"{_TYPST}.pdf")],
        _FORMS: [sys.executable, "-c", print_own, str(own), str(folder / f"{_FORMS}.pdf"), "forms"],
    }


def _run(command: Sequence[str]) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: has packaging/evidence-setup.sh been run?")
    return Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(column) for column in zip(*costs, strict=True)))


def _pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _bench_preview(table: GoalTable) -> None:
    """Time what the preview does after an edit: pages that follow, and the picture of the page with the edit."""
    setup, chance = PageSetup(), random.Random(7)
    size = page_size(setup)
    live = live_pages(table, setup)
    assert live is not None
    keep(sum(len(each.indicators) for unit in table.units for each in unit.projects))  # as the window does
    times: list[float] = []
    for number in range(_EDITS + _WARM):
        place, value = _wish(table, chance)
        table = put_value(table, place, value)
        begin = time.process_time()
        live = live_pages(table, setup, live)
        assert live is not None
        page = live.page_of(live.row_of(place))
        page_picture(live.page(page), live.form, live.page_count, size, _SCALE)
        if number >= _WARM:
            times.append((time.process_time() - begin) * 1000)
    worst = quantiles(times, n=100)[-1]
    print(
        f"preview after one edit, pages and picture: median {median(times):.1f} ms   p99 {worst:.1f} ms"
        f"   of the processor, {live.page_count:,} pages, {_EDITS} edits (goal: {_GOAL} ms)"
    )


def _wish(table: GoalTable, chance: random.Random) -> tuple[Place, object]:
    """Think of an edit somewhere: a name, an amount, an objective, or a target of an indicator."""
    unit = chance.choice(table.units)
    project = chance.choice(unit.projects)
    number, place = chance.randint(1, 99_999), Place(unit.id, project.id)
    cell = Place(unit.id, project.id, chance.choice(project.indicators).id)
    return chance.choice(
        (
            (cell.at("annual"), split_target(f"≥{number}件")),
            (cell.at("name"), f"结案率{number}"),
            (place.at("name"), f"项目{number}"),
            (place.at("objective"), f"做好第{number}项工作。"),
            (place.at("funding.appropriation"), Decimal(number).scaleb(-2)),
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
