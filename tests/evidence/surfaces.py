"""Takes a picture of every surface of the program, light and dark, at 100 %, 150 % and 200 %, to be looked at.

`python -m evidence.surfaces` takes them all into `build/surfaces`; with names, or parts of them, only those surfaces.
A new surface is a function below, or in another module, that is marked with `@surface`: what it returns is pictured,
or else whatever dialog it opens.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gzgoals.core.table import GoalTable
    from gzgoals.gui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources/samples/guangzhou-internet-court.published.txt"
LOOKS = (("1440x900", "1", 10), ("1280x720", "1.5", 10), ("1920x1080", "2", 10), ("1440x900", "1", 16))
"""The screen, by how much the desktop enlarges all, and the size of the type."""

Surface = Callable[["MainWindow"], "QWidget | None"]
Visit = Callable[[str, "QWidget"], None]
SURFACES: dict[str, Surface] = {}


def surface(function: Surface) -> Surface:
    """Mark a function that brings a surface before the eyes; the picture is named like it."""
    SURFACES[function.__name__] = function
    return function


def visit_all(window: "MainWindow", visit: Visit, wanted: tuple[str, ...] = ()) -> None:
    """Bring every surface before the eyes, one after another, and have it looked at."""
    import_module("evidence.more_surfaces")  # not above: it needs what is here, and Qt
    for name, show in SURFACES.items():
        if wanted and not any(part in name for part in wanted):
            continue
        window.session.open(two_years(), saved=True)
        go_to_project(window, 1)
        settle()
        with dialogs_are_visited(name, visit):
            shown = show(window)
        if shown is not None:
            settle()
            visit(name, shown)
            if shown is not window:
                shown.close()


@contextmanager
def dialogs_are_visited(name: str, visit: Visit) -> Iterator[None]:
    """Have dialogs looked at where they would wait for the user, and then given up."""
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QDialog, QFileDialog

    def look(dialog: Any) -> int:
        dialog.show()
        settle()
        visit(name, dialog)
        dialog.reject()
        return 0

    def ask_file(parent: Any, title: str, folder: str, kinds: str) -> tuple[str, str]:
        dialog = QFileDialog(parent, title, folder, kinds)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        look(dialog)
        dialog.deleteLater()
        return "", ""

    with (
        patch.object(QDialog, "exec", look),
        patch.object(QPrintDialog, "exec", look),
        patch.object(QFileDialog, "getOpenFileName", staticmethod(ask_file)),
        patch.object(QFileDialog, "getSaveFileName", staticmethod(ask_file)),
    ):
        yield


PATIENCE = 0.15
"""Seconds."""


def settle() -> None:
    """Let everything come to rest that goes on beside the window."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        QApplication.processEvents()


@cache
def published() -> "GoalTable":
    """Return the sample."""
    from gzgoals.core.opening import open_source

    return open_source(SAMPLE, 2025).table


@cache
def two_years() -> "GoalTable":
    """Return the sample rolled forward, with changes, and with some of what is found in tables."""
    from gzgoals.core.edits import put_value
    from gzgoals.core.table import Place, Target
    from gzgoals.core.years import rolled, usual_plan

    table = rolled(published(), usual_plan(published(), 2026))
    unit = table.units[0]
    here = Place(unit.id, unit.projects[1].id)
    first, second = (Place(here.unit, here.project, each.id) for each in unit.projects[1].indicators[:2])
    table = put_value(table, here.at("funding.appropriation"), Decimal("650.00"))
    table = put_value(table, first.at("annual"), Target())
    table = put_value(table, second.at("annual.value"), "120")
    return put_value(table, here.at("objective"), unit.projects[1].objective[:-1] + "，努力做好各项工作")


def go_to_project(window: "MainWindow", number: int) -> None:
    """Show the project with this number, counted from 0."""
    from gzgoals.core.table import Place

    unit = window.session.table.units[0]
    window.session.show(Place(unit.id, unit.projects[number].id))


@surface
def main_window(window: "MainWindow") -> "QWidget":
    window.show_findings()
    go_to_project(window, 1)
    return window


@surface
def main_department(window: "MainWindow") -> "QWidget":
    from gzgoals.core.table import TABLE

    window.session.show(TABLE)
    return window


@surface
def main_unit(window: "MainWindow") -> "QWidget":
    from gzgoals.core.table import Place

    window.session.show(Place(window.session.table.units[0].id))
    return window


@surface
def main_empty(window: "MainWindow") -> "QWidget":
    from gzgoals.gui.window.file_commands import empty_table

    window.session.open(empty_table())
    window._remember(lambda settings: settings.with_recent(SAMPLE))
    window.recent.offer()
    return window


@surface
def main_editing_a_cell(window: "MainWindow") -> "QWidget":
    view = window.form.grid.view
    view.setFocus()
    view.setCurrentIndex(window.form.grid.model.index(1, 3))
    view.edit(view.currentIndex())
    return window


@surface
def main_every_list_below(window: "MainWindow") -> None:
    """Picture the window with each of the lists below, whoever has put them there."""
    for number in range(window.tabs.count()):
        panel = window.tabs.widget(number)
        assert panel
        window.tabs.bring(panel)
        settle()
        _also(f"main_list_{number}", window)
    window.tabs.setCurrentIndex(0)


@surface
def menus(window: "MainWindow") -> None:
    """Picture each menu of the menu bar."""
    from PySide6.QtWidgets import QMenu

    for number, action in enumerate(window.menuBar().actions()):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        menu.show()
        settle()
        _also(f"menu_{number}", menu)
        menu.hide()


@surface
def menu_of_a_finding(window: "MainWindow") -> "QWidget":
    row = next(number for number, row in enumerate(window.findings.model.rows) if row.finding)
    menu = window.findings.menu(row)
    menu.show()
    return menu


@surface
def import_review(window: "MainWindow") -> None:
    from gzgoals.core.opening import open_source
    from gzgoals.gui.dialogs.import_review import review_import

    review_import(window, open_source(SAMPLE, 2025), SAMPLE.name, published(), "本院.gzgoals", into_open=True)


@surface
def import_review_of_a_pdf(window: "MainWindow") -> None:
    from gzgoals.core.opening import open_source
    from gzgoals.gui.dialogs.import_review import review_import
    from gzgoals.gui.paper import pdf_bytes

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "2025年项目支出绩效目标表.pdf")
        path.write_bytes(pdf_bytes(published()))
        with patch.dict(globals(), PATIENCE=PATIENCE * 10):  # its pages are drawn one after another
            review_import(window, open_source(path, 2025), path.name, None, "", into_open=False)


@surface
def roll(window: "MainWindow") -> None:
    window.imports.roll()


@surface
def compare_two_tables(window: "MainWindow") -> None:
    from gzgoals.core.years import compare, last_year_of
    from gzgoals.gui.dialogs.compare import CompareDialog

    CompareDialog.tell(compare(last_year_of(published()), two_years()), window, lambda _: None)


@surface
def merge(window: "MainWindow") -> None:
    from gzgoals.gui.dialogs.merge import ask_merge

    ask_merge(window, (published(), two_years()), ("办公室.gzgoals", "行装处.gzgoals"), ("行装处：推断了年度",))


@surface
def former_saves(window: "MainWindow") -> None:
    from datetime import UTC, datetime, timedelta

    from gzgoals.core.files import table_bytes
    from gzgoals.core.files.versions import keep_version, versions_of
    from gzgoals.gui.dialogs.versions import ask_version

    path = Path(tempfile.gettempdir(), "某院.gzgoals")
    for number, table in enumerate((published(), two_years())):
        keep_version(path, table_bytes(table), datetime.now(UTC) - timedelta(days=2 - number))
    ask_version(window, path.name, versions_of(path), two_years(), lambda *_: None)


@surface
def mend_many(window: "MainWindow") -> None:
    from gzgoals.core.checks import Finding, mended
    from gzgoals.gui.dialogs.mend import ask_mending
    from gzgoals.gui.models.finding_rows import fix_labels

    checked = window.session.checked
    fixable = [each for each in checked.findings if fix_labels(checked, each)]
    kind = fix_labels(checked, fixable[0])[0][1]
    same: list[Finding] = [each for each in checked.findings if each.rule == fixable[0].rule]
    ask_mending(window, window.session.table, mended(checked, same, kind)[1], kind)


@surface
def explain(window: "MainWindow") -> None:
    finding = next(each for each in window.session.checked.findings if each.severity.word != "错误")
    window.findings.explain(finding)


@surface
def office_rules(window: "MainWindow") -> None:
    window.office.open_dialog()


@surface
def preview(window: "MainWindow") -> None:
    window.prints.preview()


@surface
def file_to_open(window: "MainWindow") -> None:
    window.files.open()


@surface
def file_to_save(window: "MainWindow") -> None:
    window.files.save_as()


@surface
def printer(window: "MainWindow") -> "QWidget":
    from PySide6.QtPrintSupport import QPrintDialog

    printer = window.prints._printer("目标表")
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle("打印")
    dialog.destroyed.connect(printer.isValid)  # the dialog does not keep it alive
    dialog.show()
    return dialog


@surface
def asked_unsaved(window: "MainWindow") -> None:
    from gzgoals.gui.dialogs.messages import ask_unsaved

    ask_unsaved(window, "本院-2026.gzgoals")


@surface
def asked_print_with_errors(window: "MainWindow") -> None:
    from gzgoals.gui.dialogs.messages import ask_print_with_errors

    ask_print_with_errors(window, 3)


@surface
def about(window: "MainWindow") -> None:
    window.tell_about()


@surface
def reading(window: "MainWindow") -> "QWidget":
    from PySide6.QtCore import QObject, Signal

    from gzgoals.gui.dialogs.reading import ReadingDialog

    class Job(QObject):
        progressed, finished, failed = Signal(int, int), Signal(object), Signal(str)

        def cancel(self) -> None:
            """There is nothing to stop."""

    dialog = ReadingDialog("2025年项目支出绩效目标表.pdf", Job(window), window)
    dialog._on_progressed(3, 12)
    dialog.show()
    return dialog


_visit: list[Visit] = []


def _also(name: str, widget: "QWidget") -> None:
    """Have one of several things looked at that one surface shows."""
    _visit[-1](name, widget)


@contextmanager
def visiting(visit: Visit) -> Iterator[None]:
    """Have `visit` called for what `_also` shows."""
    _visit.append(visit)
    yield
    _visit.pop()


def take(theme: str, size: int, wanted: tuple[str, ...], target: Path) -> None:
    """Take the pictures of one look, in a process of its own."""
    from gzgoals.core.settings import Settings
    from gzgoals.gui.app import application, new_window
    from gzgoals.gui.dialogs.messages import Unsaved
    from gzgoals.gui.window import file_commands

    window = new_window(application(), Settings.model_validate({"theme": theme, "font_size": size}))
    window.show()

    def photograph(name: str, widget: "QWidget") -> None:
        room = widget.screen().availableSize()
        if widget.width() > room.width() or widget.height() > room.height():
            print(f"{target.name} {name}: {widget.width()}x{widget.height()} does not fit the screen")
        widget.grab().save(str(target / f"{name}.png"))

    with patch.object(file_commands, "ask_unsaved", lambda *_: Unsaved.DISCARD), visiting(photograph):
        visit_all(window, photograph, wanted)
        window.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wanted", nargs="*")
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--size", type=int, default=10)
    parser.add_argument("--into", type=Path, default=ROOT / "build/surfaces")
    choice = parser.parse_args()
    if choice.theme:
        take(choice.theme, choice.size, tuple(choice.wanted), choice.into)
        return 0
    for (screen, scale, size), theme in product(LOOKS, ("light", "dark")):
        target = choice.into / f"{theme}-{float(scale):.0%}-{screen}-{size}pt"
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as home:
            width, height = map(int, screen.split("x"))
            one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
            Path(home, "screens.json").write_text(json.dumps({"screens": [one]}))
            offscreen = {
                "QT_QPA_PLATFORM": f"offscreen:configfile={home}/screens.json", "QT_SCALE_FACTOR": scale,
                "QT_LOGGING_RULES": "default.warning=false", "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
                "XDG_STATE_HOME": home, "GZGOALS_DATA": home,
            }  # fmt: skip
            command = [sys.executable, "-m", "evidence.surfaces", *choice.wanted, "--theme", theme]
            command += ["--size", str(size), "--into", str(target)]
            subprocess.run(command, check=True, env=os.environ | offscreen, cwd=ROOT / "tests")
        print(target)
    return 0


if __name__ == "__main__":
    sys.modules["evidence.surfaces"] = sys.modules[__name__]  # else a module that adds surfaces would add to another
    sys.exit(main())
