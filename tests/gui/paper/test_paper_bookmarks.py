"""Bookmarks lead to where each unit and project begins, and the file says that it is Chinese."""

from collections.abc import Callable, Iterator

import pypdfium2
import pytest

from evidence.invented import invented_table
from gzgoals.core.edits import replaced
from gzgoals.core.exchange.printed.own import FORM_TITLE
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.paper import forms_pdf, indicator_listing, listing_pdf, pdf_bytes

pytestmark = pytest.mark.usefixtures("qapp")

TABLE = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(name="甲院", projects=(Project(name="物业费"), Project(name=""))),
        Unit(name="乙院"),
        Unit(name="丙院", projects=(Project(name="一行\n又一行"),)),
    ),
)


def outline(table: GoalTable, setup: PageSetup | None = None) -> Iterator[tuple[int, str, int, float]]:
    """Yield depth, title, page from 0 and distance from the page's foot of each bookmark."""
    document = pypdfium2.PdfDocument(pdf_bytes(table, setup))
    for bookmark in document.get_toc():
        destination = bookmark.get_dest()
        _, view = destination.get_view()
        yield bookmark.level, bookmark.get_title(), destination.get_index(), view[1]


def test_each_unit_and_below_it_each_project_has_a_bookmark() -> None:
    assert [(depth, title) for depth, title, _, _ in outline(TABLE)] == [
        (0, "甲院"), (1, "物业费"), (1, "（未命名项目）"), (0, "乙院"), (0, "丙院"), (1, "一行 又一行"),
    ]  # fmt: skip


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(orientation="portrait", type_size=14)])
def test_bookmarks_stand_where_the_names_do(setup: PageSetup) -> None:
    table = invented_table(40)
    document = pypdfium2.PdfDocument(pdf_bytes(table, setup))
    found = list(outline(table, setup))
    assert len(found) == 40 + len(table.units)
    assert [(page, -top) for _, _, page, top in found] == sorted((page, -top) for _, _, page, top in found)
    for _, title, page, top in found:
        room = document[page].get_textpage().get_text_bounded(bottom=top - 400, top=top)
        assert title[:4] in room.replace("\r\n", "")


def test_a_table_without_units_has_none() -> None:
    assert list(outline(GoalTable(year=2026))) == []


def test_forms_have_a_bookmark_for_each_unit_with_projects_and_for_each_project_at_the_top_of_its_page() -> None:
    long = Project(name="很长", objective="\n".join(["逐步完善。"] * 120))
    units = (Unit(name="丁院", projects=(long, Project(name="末项"))), *TABLE.units)
    document = pypdfium2.PdfDocument(forms_pdf(replaced(TABLE, units=units)))
    found = [(each.level, each.get_title(), each.get_dest()) for each in document.get_toc()]
    assert [(level, title) for level, title, _ in found] == [
        (0, "丁院"), (1, "很长"), (1, "末项"), (0, "甲院"), (1, "物业费"), (1, "（未命名项目）"),
        (0, "丙院"), (1, "一行 又一行"),
    ]  # fmt: skip
    pages = [dest.get_index() for _, _, dest in found]
    assert pages[0] == 0
    assert pages[2] > 1  # the long one takes several pages
    for level, title, dest in found:
        text = document[dest.get_index()].get_textpage().get_text_range()
        assert text.startswith(FORM_TITLE)
        assert title.split()[0].strip("（）") in text or title == "（未命名项目）" or level == 0
        assert dest.get_view()[1][1] == pytest.approx(842, abs=1)


MADE = {
    "table": (pdf_bytes, "某法院2026年项目支出绩效目标表（含转移支付项目）"),
    "forms": (forms_pdf, "某法院2026年项目支出绩效目标申报表"),
    "list": (lambda table: listing_pdf(indicator_listing(table)), "某法院2026年项目支出绩效指标清单"),
}


@pytest.mark.parametrize(("made", "title"), MADE.values(), ids=MADE)
def test_the_file_says_that_it_is_chinese_and_shows_its_title(made: Callable[[GoalTable], bytes], title: str) -> None:
    data = made(TABLE)
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == title
