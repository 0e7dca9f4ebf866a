"""Bookmarks lead to where each unit and project begins, and the file says that it is Chinese."""

from collections.abc import Iterator

import pypdfium2
import pytest

from evidence.invented import invented_table
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.paper import pdf_bytes

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


def test_the_file_says_that_it_is_chinese_and_shows_its_title() -> None:
    data = pdf_bytes(TABLE)
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data
    assert "某法院2026年" in pypdfium2.PdfDocument(data).get_metadata_dict()["Title"]
