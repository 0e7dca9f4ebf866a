"""After an edit only what it touched is checked, and the outcome is that of a fresh check."""

from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alike_tables import ALIKE, cell_edits, other_edits
from gzgoals.core.checks import Checked, Office, Severity, check, explain, renewed
from gzgoals.core.checks.checking import checking as module
from gzgoals.core.edits import put_value, sums, without_settled
from gzgoals.core.table import TABLE, GoalTable, Place, Stated, split_target
from tables_to_check import GOOD, MESSY, amounts, indicator, project, table

STRICT = Office(severities=MappingProxyType({"M05": Severity.ERROR}))


def told(checked: Checked) -> dict[str, Any]:
    """Return all that an outcome tells."""
    return {
        "findings": checked.findings,
        "answered": [finding.reason for finding in checked.findings if finding.is_answered],
        "counts": (checked.counts, checked.answered),
        "units": [(unit.unit, unit.own, unit.findings, unit.counts, unit.answered) for unit in checked.units],
        "figures": [str(checked.figures), *(str(unit.figures) for unit in checked.units)],
        "among": [project.among for unit in checked.units for project in unit.projects],
        "facts": [project.facts for unit in checked.units for project in unit.projects],
        "rows": [dict(checked.rows), *(dict(unit.rows) for unit in checked.units)],
        "places": [checked.at(place) for place in _places(checked.table)],
        "tallies": [checked.tally(place) for place in _places(checked.table)],
    }


def _places(whole: GoalTable) -> list[Place]:
    projects = [Place(unit.id, each.id) for unit in whole.units for each in unit.projects]
    return [TABLE, *(Place(unit.id) for unit in whole.units), *projects]


@given(ALIKE, st.data())
def test_after_edits_of_cells_all_is_as_after_a_fresh_check(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        whole = data.draw(cell_edits(whole))(whole)
        checked = check(whole, checked)
        assert told(checked) == told(check(whole))


@given(ALIKE, st.data())
def test_after_edits_of_any_kind_all_is_as_after_a_fresh_check(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        edits = data.draw(st.sampled_from([cell_edits, cell_edits, other_edits]))
        whole = data.draw(edits(whole))(whole)
        checked = check(whole, checked)
        assert told(checked) == told(check(whole))


@given(ALIKE, st.data())
def test_several_cells_edited_at_once_are_all_heard_of(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    for _ in range(data.draw(st.integers(2, 6))):
        whole = data.draw(cell_edits(whole))(whole)
    assert told(check(whole, checked)) == told(check(whole))


@given(ALIKE, st.data())
def test_undoing_edits_is_no_different(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    edited = data.draw(cell_edits(whole))(whole)
    assert told(check(whole, check(edited, checked))) == told(check(whole))


@given(ALIKE, st.data())
def test_sums_since_a_check_are_those_of_all_projects(whole: GoalTable, data: st.DataObject) -> None:
    checked = check(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        whole = data.draw(data.draw(st.sampled_from([cell_edits, other_edits]))(whole))(whole)
    assert [checked.sums_of(unit) for unit in whole.units] == [sums(unit.projects) for unit in whole.units]
    assert without_settled(whole, TABLE, checked.sums_of) == without_settled(whole, TABLE)


@given(ALIKE, ALIKE)
def test_the_outcome_does_not_depend_on_the_table_before(one: GoalTable, other: GoalTable) -> None:
    assert told(check(one, check(other))) == told(check(one))


@given(MESSY)
def test_another_office_is_heard_everywhere(whole: GoalTable) -> None:
    assert told(check(whole, check(whole), STRICT)) == told(check(whole, None, STRICT))


@given(ALIKE, st.data())
def test_what_is_renewed_is_just_what_differs(whole: GoalTable, data: st.DataObject) -> None:
    old = check(whole)
    new = check(data.draw(cell_edits(whole))(whole), old)
    changes = renewed(old, new)
    assert changes is not None
    differing = [
        (row, place)
        for row, (before, after) in enumerate(zip(old.units, new.units, strict=True))
        for place, (one, other) in enumerate(zip(before.projects, after.projects, strict=True))
        if one.project is not other.project or one.findings != other.findings
    ]
    assert set(differing) <= set(changes.projects)
    assert len(changes.projects) == len(set(changes.projects))


def test_an_edit_of_a_cell_never_takes_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = table(*(project(name=f"第{number}项") for number in range(200)))
    before = check(whole)
    monkeypatch.setattr(module, "_checked", None)
    after = check(put_value(whole, Place("u", "p77", "i1", "annual"), split_target("95")), before)
    assert [finding.rule for finding in after.at(Place("u", "p77"))] == ["V11", "V02", "V17"]


def test_one_more_of_many_alike_changes_nothing_for_the_others() -> None:
    many = [project(name=f"第{number}项", objective=f"第{number}件。") for number in range(30)]
    whole = table(*many, project(name="别的", objective="别的。", indicators=GOOD.indicators[:1]))
    before = check(whole)
    after = check(
        put_value(whole, Place("u", "p31", field="indicators"), whole.units[0].projects[0].indicators), before
    )
    assert [row for row, each in enumerate(after.units[0].projects) if each is not before.units[0].projects[row]] == [
        30
    ]
    assert after.units[0].projects[30].among.same_indicators == 20


def test_indicators_beside_the_edited_one_keep_their_findings() -> None:
    whole = table(project(indicators=(indicator("", "12", "5"), indicator("结案率", "22", "≥90%"))))
    before = check(whole).units[0].projects[0]
    after = check(put_value(whole, Place("u", "p1", "i2", "name"), ""), check(whole)).units[0].projects[0]
    assert before.local.indicators[0] == after.local.indicators[0]


def test_sums_of_very_exact_amounts_are_the_same_in_any_order() -> None:
    exact = [project(name=f"第{n}项", funding=amounts("999999999999999.0000000001")) for n in range(50)]
    whole = table(*exact)
    after = check(put_value(whole, Place("u", "p1", field="funding.appropriation"), Decimal("1.00")), check(whole))
    assert after.figures.total == 49 * 999999999999999 + 1 + Decimal("0.0000000049")


def test_a_row_of_sums_that_an_office_only_warns_of_is_explained_and_heard_of_at_once() -> None:
    office = Office(severities=MappingProxyType({"M02": Severity.WARNING}))
    stated = Stated(
        total=Decimal("550.00"), appropriation=Decimal("549.00"), special_account=Decimal("0.00"), other=Decimal("0.00")
    )
    before = check(table(GOOD, stated=stated), office=office)
    (finding,) = before.findings
    after = check(explain(before.table, finding, "按批复"), before, office)
    assert [each.is_answered for each in after.findings] == [True]
    assert after.findings == check(after.table, office=office).findings
