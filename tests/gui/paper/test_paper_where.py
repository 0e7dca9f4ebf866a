"""A click on a page goes to what stands there, and what is edited is found on the page."""

import pytest

from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Place, Project
from gzgoals.gui.paper.live import LivePages, live_pages
from gzgoals.gui.paper.pages import caption_top
from gzgoals.gui.paper.setup import UNITS_PER_POINT
from gzgoals.gui.paper.where import Area, areas_of, place_at
from invented_years import published

pytestmark = pytest.mark.usefixtures("qapp")

FIELDS = ("name", "funding", "funding.appropriation", "funding.special_account", "funding.other", "objective")


@pytest.fixture(scope="module")
def table() -> GoalTable:
    return published()


@pytest.fixture
def live(table: GoalTable) -> LivePages:
    pages = live_pages(table, PageSetup())
    assert pages is not None
    return pages


def middle(area: Area) -> tuple[int, float, float]:
    left, top, right, bottom = area.box
    return area.page, (left + right) / 2, (top + bottom) / 2


def projects(table: GoalTable) -> list[tuple[Place, Project]]:
    return [(Place(unit.id, project.id), project) for unit in table.units for project in unit.projects]


@pytest.mark.parametrize("field", FIELDS)
def test_a_click_amid_the_area_of_a_field_goes_there(live: LivePages, table: GoalTable, field: str) -> None:
    for place, _ in projects(table):
        for area in areas_of(live, place.at(field)):
            assert place_at(live, *middle(area)) == place.at(field)


def test_a_click_into_the_lines_of_an_indicator_goes_to_it_or_to_one_that_shares_the_line(
    live: LivePages, table: GoalTable
) -> None:
    for place, project in projects(table):
        for number, indicator in enumerate(project.indicators):
            areas = areas_of(live, Place(place.unit, place.project, indicator.id))
            assert areas
            page, (left, top, right, bottom) = areas[0]
            hit = place_at(live, page, (left + right) / 2, (top + bottom) / 2)
            assert hit is not None
            beside = [each.id for each in project.indicators[max(0, number - 1) : number + 2]]
            assert hit.indicator in beside


def test_an_indicator_is_hit_where_its_number_stands(live: LivePages, table: GoalTable) -> None:
    place, project = projects(table)[0]
    page, (left, top, *_) = areas_of(live, Place(place.unit, place.project, project.indicators[0].id))[0]
    assert place_at(live, page, left + 6, top + 2) == Place(place.unit, place.project, project.indicators[0].id)


def test_the_rows_of_sums_and_units_go_to_the_table_and_the_unit(live: LivePages, table: GoalTable) -> None:
    assert place_at(live, *middle(areas_of(live, Place())[0])) == Place()
    unit = Place(table.units[0].id)
    assert place_at(live, *middle(areas_of(live, unit)[0])) == unit.at("name")


def test_the_caption_goes_to_the_department_and_what_stands_apart_nowhere(live: LivePages) -> None:
    form = live.form
    down = (caption_top(form) + form.pitch / 2) / UNITS_PER_POINT
    assert place_at(live, 1, 100, down) == Place(field="department")
    assert place_at(live, 1, 100, 2) is None
    assert place_at(live, 1, 1, 300) is None
    header = live.page(1).bands[0]
    assert place_at(live, 1, 100, (header.top + header.height / 2) / UNITS_PER_POINT) is None


def test_a_row_over_two_pages_has_an_area_on_each(live: LivePages) -> None:
    broken = [start.row for start in live.starts if start.done]
    assert broken
    for row in broken:
        areas = areas_of(live, live.rows[row].place)
        assert [area.page for area in areas] == list(range(areas[0].page, areas[0].page + len(areas)))
        assert len(areas) > 1
