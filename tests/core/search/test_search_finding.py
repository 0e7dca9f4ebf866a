"""Finding and replacing in tables."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.edits import get_value, put_value
from gzgoals.core.search import Query, Where, find, replace, replaced_text
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Target, Unit

SECOND = Indicator(id="j", name="费用控制率", annual=Target(value="费", measure="费"))
START = GoalTable(
    year=2026,
    department="费法院",
    units=(
        Unit(
            id="A",
            name="费本级",
            projects=(
                Project(id="a", name="物业费", objective="缴费。\n免费。", indicators=(Indicator(id="i"), SECOND)),
                Project(id="b", name="租赁"),
            ),
        ),
        Unit(id="B", name="法庭", projects=(Project(id="c", name="水费"), Project(id="d", name="电费"))),
    ),
)
TEXT_FIELDS = ("name", "cycle.value", "cycle.measure", "annual.value", "annual.measure")


def cells(table: GoalTable) -> Iterator[Place]:
    """Yield the places of all cells that can be looked in."""
    yield TABLE.at("department")
    for unit in table.units:
        yield Place(unit.id, field="name")
        for project in unit.projects:
            here = Place(unit.id, project.id)
            yield from (here.at("name"), here.at("objective"))
            for indicator in project.indicators:
                yield from (Place(unit.id, project.id, indicator.id, field) for field in TEXT_FIELDS)


def words(query: Query) -> list[str]:
    return [
        f"{hit.place.project or hit.place.unit}{hit.number or ''} {hit.place.field}" for hit in find(START, query).hits
    ]


def test_all_fields_are_looked_in_in_the_tables_order() -> None:
    assert words(Query("费")) == [
        " department", "A name", "a name", "a objective", "a2 name", "a2 annual.value", "a2 annual.measure",
        "c name", "d name",
    ]  # fmt: skip


def test_only_the_chosen_fields_are_looked_in() -> None:
    assert words(Query("费", frozenset({Where.VALUE, Where.UNIT}))) == [" department", "A name", "a2 annual.value"]
    assert words(Query("费", frozenset())) == []


def test_only_the_chosen_part_is_looked_in() -> None:
    assert words(Query("费", within=(Place("B"),))) == ["c name", "d name"]
    assert words(Query("费", within=(Place("A", "b"), Place("B", "d")))) == ["d name"]
    assert words(Query("费", within=(Place("A"), Place("B", "c")))) == [*words(Query("费"))[1:7], "c name"]


def test_nothing_is_found_of_nothing() -> None:
    assert find(START, Query("")).count == 0


def test_it_is_told_how_many_cells_in_how_many_projects() -> None:
    found = find(START, Query("费"))
    assert (found.count, found.projects) == (9, 3)


def test_a_hit_tells_what_would_stand_there() -> None:
    hit = next(hit for hit in find(START, Query("费")).hits if hit.where is Where.OBJECTIVE)
    assert replaced_text(hit, "款") == "缴款。\n免款。"
    assert replaced_text(hit, "费费") == "缴费费。\n免费费。"
    assert replaced_text(hit, "") == "缴。\n免。"


def test_a_target_takes_the_text_as_it_is() -> None:
    hits = [hit for hit in find(START, Query("费")).hits if hit.place.field == "annual.value"]
    table = replace(START, hits, "≥95%")
    assert get_value(table, Place("A", "a", "j", "annual")) == Target(value="≥95%", measure="费")


def test_untouched_projects_are_not_looked_at_again() -> None:
    before = find(START, Query("费"))
    table = put_value(START, Place("B", "c", field="name"), "水")
    after = find(table, Query("费"), before)
    assert [hit.place.project for hit in after.hits].count("c") == 0
    assert all(after.pieces[key] is before.pieces[key] for key in ("a", "b", "d"))


SOME = st.sampled_from(["费", "经费", "9", "5%", "％", "。", "a", "A", "GZIT", "、"])


@given(tables(), SOME)
def test_found_is_every_cell_that_holds_the_text_and_no_other(table: GoalTable, wanted: str) -> None:
    found = find(table, Query(wanted, case=True, width=True))
    holding = [place for place in cells(table) if wanted in str(get_value(table, place))]
    assert sorted(map(str, holding)) == sorted(str(hit.place) for hit in found.hits)


@given(tables(), SOME, st.sampled_from(["X", "", "和", "Z9Z"]))
def test_what_was_replaced_is_not_found_again_unless_it_stands_in_the_new_text(
    table: GoalTable, wanted: str, new: str
) -> None:
    query = Query(wanted)
    after = find(replace(table, find(table, query).hits, new), query)
    if new and not set(wanted.casefold()) & set(new.casefold()):
        assert after.count == 0


@given(tables(), SOME, st.data())
def test_nothing_changes_but_the_chosen_hits(table: GoalTable, wanted: str, data: st.DataObject) -> None:
    hits = list(find(table, Query(wanted)).hits)
    chosen = data.draw(st.lists(st.sampled_from(hits), unique=True)) if hits else []
    after = replace(table, chosen, "新")
    changed = {hit.place: replaced_text(hit, "新") for hit in chosen}
    for place in cells(table):
        assert get_value(after, place) == changed.get(place, get_value(table, place))
    assert list(cells(after)) == list(cells(table))


@given(tables(), SOME, SOME, st.data())
def test_found_in_steps_is_found_at_once(table: GoalTable, wanted: str, text: str, data: st.DataObject) -> None:
    query = Query(wanted)
    known = find(table, query)
    after = put_value(table, data.draw(st.sampled_from(list(cells(table)))), text)
    assert list(find(after, query, known).hits) == list(find(after, query).hits)


def test_a_whole_cell_of_several_lines_is_found_with_a_wildcard_for_its_line_end() -> None:
    assert [hit.text for hit in find(START, Query("缴费。?免*", wildcards=True, whole=True)).hits] == ["缴费。\n免费。"]
