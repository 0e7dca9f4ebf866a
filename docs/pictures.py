"""Takes the pictures that the manual shows: the window on a table, the review of an import, the first printed page.

`python docs/pictures.py` takes them all, into `docs/pictures`; with `--window OUT.png FILE` it takes one picture of the
window on a table, as `make run` does without a display.
"""

import argparse
import os
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gzgoals.core.table import GoalTable
    from gzgoals.gui.window.main_window import MainWindow

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "resources/samples/guangzhou-internet-court.published.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--window", type=Path, metavar="OUT.png")
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--project", type=int, default=2, help="which project is shown, counted from 1")
    choice = parser.parse_args()
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what that platform cannot do
    with tempfile.TemporaryDirectory() as home:
        # The pictures show the program as it comes, not as someone has set it.
        os.environ["GZGOALS_DATA"] = os.environ["XDG_CONFIG_HOME"] = home
        if choice.window:
            picture_window(choice.file, choice.window, choice.size, choice.theme, choice.project)
        else:
            picture_window(SAMPLE, HERE / "pictures/window.png", "1440x900", "light", 2)
            picture_window(SAMPLE, HERE / "pictures/window-dark.png", "1280x720", "dark", 12)
            picture_window(SAMPLE, HERE / "pictures/preview.png", "1440x900", "light", 2, "pages")
            picture_window(SAMPLE, HERE / "pictures/siblings.png", "1440x900", "light", 4, "matrix")
            picture_review(SAMPLE, HERE / "pictures/import.png", "1440x860", "light")
            printed = Path(home, "2025年项目支出绩效目标表.pdf")
            print_pages(SAMPLE, printed)
            picture_review(printed, HERE / "pictures/import-pdf.png", "1280x720", "dark")
            picture_comparison(HERE / "pictures/compare.png", "1440x900")
            picture_page(SAMPLE, HERE / "pictures/page.png")
    return 0


def picture_window(source: Path, target: Path, size: str, theme: str, project: int, tab: str = "") -> None:
    """Save a picture of the window on the table in `source`, with the tab below that an action opens."""
    from gzgoals.core.opening import open_source
    from gzgoals.core.settings import Settings
    from gzgoals.core.table import Place
    from gzgoals.gui.app import application, new_window

    app = application()
    window = new_window(app, Settings.model_validate({"theme": theme}))
    window.resize(*map(int, size.split("x")))
    table = open_source(source, 2026).table
    window.session.open(table, saved=True)
    places = [Place(unit.id, each.id) for unit in table.units for each in unit.projects]
    window.session.show(places[min(project, len(places)) - 1])
    window.show()
    divide_as_on_a_screen(window)
    for _ in range(5):
        app.processEvents()
    if tab:
        window.actions_by_key[tab].trigger()
        end = time.monotonic() + 2
        while time.monotonic() < end:
            app.processEvents()  # pages are drawn beside the window
    window.grab().save(str(target))
    window.close()
    print(target)


def divide_as_on_a_screen(window: "MainWindow") -> None:
    """Give the tree the room that it has on a screen of the window's size: the one without a display is smaller."""
    from PySide6.QtWidgets import QSplitter

    parts = window.tree.parentWidget()
    if isinstance(parts, QSplitter):
        side = min(372, window.width() * 2 // 7)
        parts.setSizes([side, window.width() - side])


def picture_review(source: Path, target: Path, size: str, theme: str) -> None:
    """Save a picture of the review of what is in `source`, at its last doubt, or at a project where there is none."""
    from gzgoals.core.opening import open_source
    from gzgoals.core.settings import Settings
    from gzgoals.gui.app import application, new_window
    from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
    from gzgoals.gui.dialogs.import_review.state import ReviewState

    app = application()
    window = new_window(app, Settings.model_validate({"theme": theme}))
    state = ReviewState(open_source(source, 2025), None)
    state.choose(rolls=True, year=2026)
    review = ReviewDialog(state, source.name, "", window)
    review.resize(*map(int, size.split("x")))
    review.show()
    for _ in range(5):
        app.processEvents()
    doubts, projects = review.doubts.model, review.projects.model
    if doubts.rows:
        review.doubts.view.setCurrentIndex(doubts.index_of(len(doubts.rows) - 1, "answer"))
    else:
        review.projects.view.setCurrentIndex(projects.index_of(projects.rows[3].key, "name"))
    for _ in range(40):
        app.processEvents()  # pages are drawn one by one
    review.grab().save(str(target))
    review.close()
    print(target)


def print_pages(source: Path, target: Path) -> None:
    """Print the table in `source` as the PDF that would be published."""
    from gzgoals.core.opening import open_source
    from gzgoals.gui.paper import pdf_bytes

    target.write_bytes(pdf_bytes(open_source(source, 2025).table))


def picture_comparison(target: Path, size: str) -> None:
    """Save a picture of the window on two years of the sample, compared."""
    from gzgoals.core.settings import Settings
    from gzgoals.core.table import Place
    from gzgoals.gui.app import application, new_window

    app = application()
    window = new_window(app, Settings())
    window.resize(*map(int, size.split("x")))
    table = two_years()
    unit = table.units[0]
    window.session.open(table, saved=True)
    window.session.show(Place(unit.id, unit.projects[1].id))
    window.show()
    divide_as_on_a_screen(window)
    window.show_comparison()
    for _ in range(5):
        app.processEvents()
    window.grab().save(str(target))
    window.close()
    print(target)


def two_years() -> "GoalTable":
    """Return the sample rolled forward, with some changes and a reason for one of them."""
    from gzgoals.core.edits import put_value, remove_project
    from gzgoals.core.opening import open_source
    from gzgoals.core.table import Place
    from gzgoals.core.years import compare, last_year_of, put_reason, rolled, usual_plan

    old = open_source(SAMPLE, 2025).table
    table = rolled(old, usual_plan(old, 2026))
    unit = table.units[0]
    first, housing, gone = (Place(unit.id, unit.projects[place].id) for place in (0, 1, 4))
    indicator = Place(unit.id, housing.project, unit.projects[1].indicators[1].id)
    table = put_value(table, first.at("funding.appropriation"), Decimal("530.00"))
    table = put_value(table, first.at("objective"), f"{unit.projects[0].objective[:-1]}，保障审判。")
    table = put_value(table, housing.at("funding.appropriation"), Decimal("650.00"))
    table = put_value(table, indicator.at("annual.value"), "98")
    table = remove_project(table, gone)
    changes = compare(last_year_of(old), table).changes
    change = next(each for each in changes if each.place.project == housing.project)
    return put_reason(table, change, "新增三层物业，合同单价上调")


def picture_page(source: Path, target: Path) -> None:
    """Save a picture of the first page as it prints."""
    import pypdfium2
    from PySide6.QtGui import QImage

    from gzgoals.core.opening import open_source
    from gzgoals.gui.paper import pdf_bytes

    with pypdfium2.PdfDocument(pdf_bytes(open_source(source, 2026).table)) as document:
        page = document[0].render(scale=1.4)
        picture = QImage(bytes(page.buffer), page.width, page.height, page.stride, QImage.Format.Format_BGR888)
        picture.save(str(target))
    print(target)


if __name__ == "__main__":
    sys.exit(main())
