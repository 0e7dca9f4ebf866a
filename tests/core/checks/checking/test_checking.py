"""The order of findings, and checking again only what an edit touched."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks import Checked, check
from gzgoals.core.edits import (
    add_indicators,
    add_project,
    copy_project,
    move_project,
    put_value,
    remove_project,
)
from gzgoals.core.table import TABLE, GoalTable, Place, Stated
from tables_to_check import (
    GOOD,
    INDICATORS,
    MESSY,
    MESSY_AMOUNTS,
    PROJECT,
    PROJECTS,
    STATED,
    UNIT,
    amounts,
    drawn,
    found,
    indicator,
    project,
    table,
)

ZERO = Decimal("0.00")


def test_findings_stand_in_the_order_of_the_screen() -> None:
    stated = Stated(total=Decimal("550.00"), appropriation=ZERO, special_account=ZERO, other=Decimal("1.00"))
    bad = project(
        name="",
        objective="",
        funding=amounts("0.20", "一", "0.001"),
        indicators=(indicator("", "99", "", "5"), indicator("结案率", "22", "≥1%", "")),
    )
    assert found(bad, stated=stated) == [
        "M02 u stated.total",
        "M02 u stated.appropriation",
        "M02 u stated.other",
        "P01 p1 name",
        "M03 p1 funding.special_account",
        "M03 p1 funding.other",
        "M05 p1 funding funding.appropriation funding.special_account funding.other",
        "G01 p1 objective",
        "S03 p1 indicators",
        "S08 p1#1 category",
        "N01 p1#1 name",
        "V01 p1#1 cycle.value",
        "V02 p1#1 annual.measure",
        "V01 p1#2 annual.value",
    ]


def again(new: GoalTable, before: Checked) -> list[str]:
    return [drawn(finding) for finding in check(new, before).findings]


def test_an_edited_project_alone_is_checked_again() -> None:
    before = check(table(GOOD, *(project(name=name, objective=f"做好{name}。") for name in "二三")))
    after = check(put_value(before.table, PROJECT.at("objective"), "无"), before)
    kept = [new is old for new, old in zip(after.units[0].projects, before.units[0].projects, strict=True)]
    assert kept == [False, True, True]


def test_the_units_beside_the_edit_are_kept_whole() -> None:
    one, other = table(GOOD), table(project(objective="另一目标。", indicators=GOOD.indicators[:1]))
    before = check(replace(one, units=(*one.units, replace(other.units[0], id="v"))))
    after = check(put_value(before.table, PROJECT.at("objective"), "无"), before)
    assert after.units[1] is before.units[1]


def test_a_project_hears_of_a_twin_that_comes_and_goes() -> None:
    before = check(table(GOOD, project(name="二")))
    twins = check(put_value(before.table, PROJECT.at("name"), "二"), before)
    assert [drawn(finding) for finding in twins.findings] == ["P01 p2 name"]
    assert again(before.table, twins) == []


def test_a_project_hears_when_the_median_moves() -> None:
    others = [project(name=name, funding=amounts("50000.00")) for name in "一二三"]
    before = check(table(project(name="大", funding=amounts("1000000.00")), *others))
    smaller = before.table
    for number in (2, 3, 4):
        smaller = put_value(smaller, Place("u", f"p{number}", field="funding.appropriation"), Decimal("100.00"))
    assert before.findings == ()
    assert again(smaller, before) == ["M04 p1 funding funding.appropriation"]


def test_a_change_of_scheme_is_heard_everywhere() -> None:
    before = check(table(project(indicators=(indicator("人均成本", "41", "≤5万元"), *GOOD.indicators))))
    assert [drawn(finding) for finding in before.findings] == ["S08 p1#1 category"]
    assert again(put_value(before.table, TABLE.at("scheme"), "2021"), before) == []


Edit = Callable[[GoalTable], GoalTable]


@st.composite
def edits(draw: st.DrawFn, whole: GoalTable) -> Edit:
    """Draw an edit somewhere in a table: of a field, of the structure, or of the table itself."""
    places = [Place(unit.id, each.id) for unit in whole.units for each in unit.projects]
    if not places or draw(st.integers(0, 4)) == 0:
        return draw(_edits_of_the_table(whole))
    place = draw(st.sampled_from(places))
    one = draw(PROJECTS)
    changes: list[Edit] = [
        lambda old: put_value(old, place.at("name"), one.name),
        lambda old: put_value(old, place.at("funding"), one.funding),
        lambda old: put_value(old, place.at("indicators"), one.indicators),
        lambda old: put_value(old, Place(place.unit, field="stated"), draw(STATED)),
        lambda old: put_value(old, place.at("funding.other"), draw(MESSY_AMOUNTS)),
        lambda old: add_indicators(old, place, (draw(INDICATORS),), 0),
        lambda old: add_project(old, place, copy_project(one), draw(st.integers(0, 3))),
        lambda old: move_project(old, place, draw(st.sampled_from(old.units)).id, draw(st.integers(0, 3))),
        lambda old: remove_project(old, place),
    ]
    return draw(st.sampled_from(changes))


def _edits_of_the_table(whole: GoalTable) -> st.SearchStrategy[Edit]:
    other = "2021" if whole.scheme == "2015" else "2015"
    return st.sampled_from(
        [
            lambda old: put_value(old, TABLE.at("scheme"), other),
            lambda old: put_value(old, TABLE.at("stated"), None),
            lambda old: put_value(old, TABLE.at("units"), old.units[::-1]),
        ]
    )


@given(MESSY, st.data())
def test_checking_after_edits_finds_what_a_fresh_check_finds(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        whole = data.draw(edits(whole))(whole)
        checked = check(whole, checked)
        assert checked.findings == check(whole).findings


@given(MESSY, MESSY)
def test_the_outcome_does_not_depend_on_the_table_before(one: GoalTable, other: GoalTable) -> None:
    assert check(one, check(other)).findings == check(one).findings


@given(MESSY)
def test_a_rule_finds_a_place_once(whole: GoalTable) -> None:
    marks = [(finding.rule, finding.place) for finding in check(whole).findings]
    assert len(marks) == len(set(marks))


def test_the_place_of_the_unit_is_that_of_its_row() -> None:
    stated = Stated(total=Decimal("549.00"), appropriation=ZERO, special_account=ZERO, other=ZERO)
    (finding,) = check(table(GOOD, stated=stated)).findings
    assert finding.place == UNIT.at("stated.appropriation")
