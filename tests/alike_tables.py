"""Tables whose projects are alike in all that projects are compared by, and edits of them, for property tests."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from gzgoals.core.edits import add_project, copy_project, move_project, move_unit, put_value, remove_project
from gzgoals.core.table import (
    TABLE,
    Explanation,
    Funding,
    GoalTable,
    Indicator,
    Place,
    Project,
    Stated,
    Unit,
    split_target,
)

_NAMES = st.sampled_from(["甲", "乙", "甲 ", ""])
_OBJECTIVES = st.sampled_from(["做好。", "做 好。", "另一件。", "无", ""])
_TARGETS = st.sampled_from(["12345", "12345个", "12,345平方米", "≥95%", "67890", "67890"]).map(split_target)
_AMOUNTS = st.sampled_from(
    ["", *map(Decimal, ("0.00", "0.30", "100.00", "10000.00", "20000.00", "2000000.00", "123456789012345.0123456789"))]
)
_FUNDINGS = st.builds(Funding, appropriation=_AMOUNTS, other=st.sampled_from([Decimal("0.00"), Decimal("0.005")]))
_STATED = st.one_of(
    st.none(),
    st.sampled_from([Decimal("100.00"), Decimal("10000.30")]).map(
        lambda total: Stated(total=total, appropriation=total, special_account=Decimal("0.00"), other=Decimal("0.00"))
    ),
)
_INDICATORS = st.lists(
    st.builds(Indicator, category=st.just("11"), name=st.sampled_from(["面积", "X"]), cycle=_TARGETS, annual=_TARGETS),
    max_size=2,
).map(tuple)
_PROJECTS = st.builds(Project, name=_NAMES, funding=_FUNDINGS, objective=_OBJECTIVES, indicators=_INDICATORS)
_UNITS = st.builds(Unit, name=st.just("院"), projects=st.lists(_PROJECTS, max_size=7).map(tuple), stated=_STATED)
ALIKE = st.builds(GoalTable, year=st.just(2026), units=st.lists(_UNITS, max_size=3).map(tuple), stated=_STATED)
"""Tables in which nearly every project has a namesake, an equal objective, equal indicators or an equal number."""

Edit = Callable[[GoalTable], GoalTable]


@st.composite
def cell_edits(draw: st.DrawFn, whole: GoalTable) -> Edit:
    """Draw an edit of one field of a project, a unit or an indicator; none that moves anything."""
    places = [Place(unit.id, each.id) for unit in whole.units for each in unit.projects]
    if not places:
        return lambda old: put_value(old, TABLE.at("department"), "法院")
    place = draw(st.sampled_from(places))
    indicators = [
        Place(unit.id, project.id, each.id)
        for unit in whole.units
        for project in unit.projects
        for each in project.indicators
    ]
    wishes: list[tuple[Place, st.SearchStrategy[object]]] = [
        (place.at("name"), _NAMES),
        (place.at("objective"), _OBJECTIVES),
        (place.at("indicators"), _INDICATORS),
        (place.at("funding.appropriation"), _AMOUNTS),
        (place.at("funding"), _FUNDINGS),
        (Place(place.unit, field="stated"), _STATED),
        (TABLE.at("stated"), _STATED),
    ]
    if indicators:
        cell = draw(st.sampled_from(indicators))
        wishes += [(cell.at("cycle"), _TARGETS), (cell.at("annual"), _TARGETS), (cell.at("name"), st.just("率"))]
    where, values = draw(st.sampled_from(wishes))
    value = draw(values)
    return lambda old: put_value(old, where, value)


@st.composite
def other_edits(draw: st.DrawFn, whole: GoalTable) -> Edit:
    """Draw an edit of the structure, of the explanations, or of the table itself."""
    projects = [(unit, each) for unit in whole.units for each in unit.projects]
    edits: list[Edit] = [
        lambda old: put_value(old, TABLE.at("year"), 2027 if old.year == 2026 else 2026),
        lambda old: put_value(old, TABLE.at("scheme"), "2021" if old.scheme == "2015" else "2015"),
        lambda old: put_value(old, TABLE.at("hints_off"), () if old.hints_off else ("M05",)),
        lambda old: put_value(old, TABLE.at("units"), old.units[::-1]),
    ]
    if projects:
        unit, project = draw(st.sampled_from(projects))
        place, row = Place(unit.id, project.id), draw(st.integers(0, 4))
        target = draw(st.sampled_from(whole.units)).id
        value = draw(st.sampled_from(["甲", "乙"]))
        told = Explanation(rule="P01", project=project.id, field="name", value=value, reason="确是两个")
        edits += [
            lambda old: put_value(old, TABLE.at("explanations"), (*old.explanations, told)),
            lambda old: put_value(old, TABLE.at("explanations"), old.explanations[1:]),
            lambda old: add_project(old, place, copy_project(project), row),
            lambda old: move_project(old, place, target, row),
            lambda old: move_unit(old, Place(unit.id), row),
            lambda old: remove_project(old, place),
        ]
    return draw(st.sampled_from(edits))
