"""Papers are made by one road, whoever asks: what each of them bears, of a table that has errors or has none."""

import datetime as dt
from collections.abc import Callable

import pypdfium2
import pytest

from draft_mark import is_draft
from gzgoals.core.edits import replaced
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import Place
from gzgoals.gui.paper import Papers, indicator_listing
from last_year import sample, two_years

pytestmark = pytest.mark.usefixtures("qapp")

SETUP = PageSetup(dated=True, signed=True)
FAULTY = Papers(SETUP, errors=True, day=dt.date(2026, 9, 3))
MADE: dict[str, Callable[[Papers], bytes]] = {
    "table": lambda papers: papers.table(sample()),
    "forms": lambda papers: papers.forms(sample()),
    "list": lambda papers: papers.listing(indicator_listing(sample())),
}


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_the_day_and_page_numbers_stand_on_all_of_them(made: Callable[[Papers], bytes]) -> None:
    text = text_of(made(FAULTY))
    assert "打印日期：2026年9月3日" in text
    assert "第 1 页 共" in text


@pytest.mark.parametrize(("kind", "marked"), [("table", True), ("forms", True), ("list", False)])
def test_errors_make_drafts_of_table_and_forms_alone(kind: str, *, marked: bool) -> None:
    assert is_draft(MADE[kind](FAULTY)) is marked
    assert not is_draft(MADE[kind](Papers(SETUP)))


def test_forms_of_some_projects_tell_their_last_year_by_the_whole_tables_match() -> None:
    table = two_years()
    assert table.last_year
    (old,) = table.last_year.units
    renumbered = tuple(replaced(project, id=f"x{number}") for number, project in enumerate(old.projects))
    last_year = replaced(table.last_year, units=(replaced(old, projects=renumbered),))
    place = Place(table.units[0].id, table.units[0].projects[1].id)
    assert "598.00" in text_of(FAULTY.forms(replaced(table, last_year=last_year), (place,)))
