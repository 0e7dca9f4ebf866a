"""Which project stands at a place in the source."""

import pytest

from gzgoals.core.exchange.source import Spot
from gzgoals.gui.dialogs.import_review.origins import thing_at

LINES = {"u": (Spot(line=3).until(30),), "p": (Spot(line=5).until(9),), "q": (Spot(line=12),)}
PAGES = {
    "u": (Spot(page=1, box=(0, 0, 800, 500)),),
    "p": (Spot(page=1, box=(10, 100, 700, 200)), Spot(page=2, box=(10, 10, 700, 50))),
}
SHEETS = {"p": (Spot(sheet="甲", row=3, last=6),), "q": (Spot(sheet="乙", row=3, last=6),)}


@pytest.mark.parametrize(("line", "thing"), [(5, "p"), (9, "p"), (10, "u"), (12, "q"), (31, ""), (2, "")])
def test_lines_belong_to_the_nearest(line: int, thing: str) -> None:
    assert thing_at(LINES, Spot(line=line)) == thing


@pytest.mark.parametrize(
    ("page", "x", "y", "thing"),
    [(1, 20, 150, "p"), (1, 20, 300, "u"), (2, 20, 20, "p"), (2, 20, 90, ""), (3, 20, 20, "")],
)
def test_points_on_pages_belong_to_the_smallest_box(page: int, x: float, y: float, thing: str) -> None:
    assert thing_at(PAGES, Spot(page=page, box=(x, y, x, y))) == thing


@pytest.mark.parametrize(("sheet", "row", "thing"), [("甲", 4, "p"), ("乙", 6, "q"), ("甲", 7, ""), ("丙", 4, "")])
def test_rows_belong_to_their_own_sheet(sheet: str, row: int, thing: str) -> None:
    assert thing_at(SHEETS, Spot(sheet=sheet, row=row)) == thing
