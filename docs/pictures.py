"""Takes the pictures that the manual shows: the window on a table, the review of an import, the first printed page.

`python docs/pictures.py` takes them all, into `docs/pictures`; with `--window OUT.png FILE` it takes one picture of the
window on a table, as `make run` does without a display.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

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
        os.environ["XDG_CONFIG_HOME"] = home  # the pictures show the program as it comes, not as someone has set it
        if choice.window:
            picture_window(choice.file, choice.window, choice.size, choice.theme, choice.project)
        else:
            picture_window(SAMPLE, HERE / "pictures/window.png", "1440x900", "light", 2)
            picture_window(SAMPLE, HERE / "pictures/window-dark.png", "1280x720", "dark", 12)
            picture_review(SAMPLE, HERE / "pictures/import.png", "1440x860", "light")
            picture_page(SAMPLE, HERE / "pictures/page.png")
    return 0


def picture_window(source: Path, target: Path, size: str, theme: str, project: int) -> None:
    """Save a picture of the window on the table in `source`."""
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
    for _ in range(5):
        app.processEvents()
    window.grab().save(str(target))
    window.close()
    print(target)


def picture_review(source: Path, target: Path, size: str, theme: str) -> None:
    """Save a picture of the review of an import, as it begins with the last doubt about what is in `source`."""
    from gzgoals.core.opening import open_source
    from gzgoals.core.settings import Settings
    from gzgoals.gui.app import application, new_window
    from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
    from gzgoals.gui.dialogs.import_review.state import ReviewState

    app = application()
    window = new_window(app, Settings.model_validate({"theme": theme}))
    state = ReviewState(open_source(source, 2025), None)
    state.choose(rolls=True, year=2026)
    review = ReviewDialog(state, "2025年项目支出绩效目标表", "", window)
    review.resize(*map(int, size.split("x")))
    review.show()
    for _ in range(5):
        app.processEvents()
    doubts = review.doubts.model
    review.doubts.view.setCurrentIndex(doubts.index_of(len(doubts.rows) - 1, "answer"))
    for _ in range(40):
        app.processEvents()  # pages are drawn one by one
    review.grab().save(str(target))
    review.close()
    print(target)


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
