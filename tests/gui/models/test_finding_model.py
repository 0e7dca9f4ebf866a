"""The model of the list of findings: whatever was edited, it shows what a fresh one would, and announces no more."""

from collections.abc import Callable
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from gzgoals.core.checks import Checked, Severity, check, explain, renewed
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.models import finding_model
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.finding_choice import Choice, Grouping
from gzgoals.gui.models.finding_model import FindingsModel
from tables_to_check import MESSY, PROJECTS, STATED, amounts, indicator, project, table

pytestmark = pytest.mark.usefixtures("qapp")

BARE = project(
    name="物业费",
    funding=amounts("0.50"),
    indicators=(indicator("案件数", "11", "12"), indicator("事故数", "11", "0"), indicator("完好率", "12", "≥95%")),
)
"""Found: M05, S04, and V02 twice."""
FAULTY = project(name="", objective="")
"""Found: P01 and G01."""
START = table(BARE, FAULTY)


def model_of(checked: Checked, choice: Choice | None = None) -> FindingsModel:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert tester.model() is model
    model.open(checked, choice)
    return model


def drawn(model: FindingsModel) -> list[str]:
    """Draw each row as `V02 p1`, inner rows set in, heads as `[…]`, families with how many they hold."""
    lines = []
    for number, row in enumerate(model.rows):
        if row.is_head:
            sign = "-" if model.is_open(number) else "+"
            lines.append(f"{sign}[{model.index(number, 1).data()}]")
        elif row.finding:
            place = row.finding.place
            lines.append(f"{'  ' if row.inner else ''}{row.finding.rule} {place.project or place.unit}")
        else:
            sign = "-" if model.is_open(number) else "+"
            lines.append(f"{sign}{row.findings[0].rule[0]} {row.findings[0].place.project} {len(row.findings)}")
    return lines


def everything(model: FindingsModel) -> list[tuple[str, ...]]:
    """Return all that a screen reader would hear."""
    return [
        tuple(str(model.index(row, column).data(role)) for column in range(5) for role in (0, 11, Role.KEY))
        for row in range(model.rowCount())
    ]


def test_the_gravest_come_first_and_a_family_of_a_project_is_one_row() -> None:
    assert drawn(model_of(check(START))) == ["P01 p2", "G01 p2", "S04 p1", "+V p1 2", "M05 p1"]


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (
            Grouping.SEVERITY,
            ["-[错误]", "P01 p2", "G01 p2", "-[警告]", "S04 p1", "+V p1 2", "-[提示]", "M05 p1"],
        ),
        (
            Grouping.RULE,
            ["-[G01]", "G01 p2", "-[M05]", "M05 p1", "-[P01]", "P01 p2", "-[S04]", "S04 p1", "-[V02]", "+V p1 2"],
        ),
        (Grouping.PROJECT, ["-[物业费]", "M05 p1", "S04 p1", "+V p1 2", "-[（未填项目名称）]", "P01 p2", "G01 p2"]),
    ],
)
def test_findings_stand_in_groups(grouping: Grouping, expected: list[str]) -> None:
    assert drawn(model_of(check(START), Choice(grouping))) == expected


def test_groups_and_families_open_and_close() -> None:
    model = model_of(check(START), Choice(Grouping.SEVERITY))
    model.toggle(0)
    assert drawn(model) == ["+[错误]", "-[警告]", "S04 p1", "+V p1 2", "-[提示]", "M05 p1"]
    model.toggle(3)
    assert drawn(model)[3:6] == ["-V p1 2", "  V02 p1", "  V02 p1"]
    model.toggle(1)
    assert drawn(model) == ["+[错误]", "+[警告]", "-[提示]", "M05 p1"]
    model.toggle(1)
    model.toggle(0)
    assert drawn(model)[:7] == ["-[错误]", "P01 p2", "G01 p2", "-[警告]", "S04 p1", "-V p1 2", "  V02 p1"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(severities=frozenset({Severity.ERROR})), ["P01 p2", "G01 p2"]),
        (Choice(rule="V02"), ["+V p1 2"]),
        (Choice(place=Place("u", "p2")), ["P01 p2", "G01 p2"]),
        (Choice(place=Place("u")), ["P01 p2", "G01 p2", "S04 p1", "+V p1 2", "M05 p1"]),
        (Choice(text="物业"), ["S04 p1", "+V p1 2", "M05 p1"]),
        (Choice(text="指标 1"), ["V02 p1"]),
        (Choice(text="计量单位"), ["+V p1 2"]),
        (Choice(text="没有"), []),
    ],
)
def test_only_what_is_chosen_is_shown(choice: Choice, expected: list[str]) -> None:
    model = model_of(check(START))
    model.choose(choice)
    assert drawn(model) == expected
    assert model.every.total == 6
    model.choose(Choice())
    assert len(drawn(model)) == 5


def test_answered_findings_are_shown_unless_they_are_not_wanted() -> None:
    (finding,) = [each for each in check(START).findings if each.rule == "S04"]
    model = model_of(check(explain(START, finding, "不适用")))
    assert "S04 p1" in drawn(model)
    assert (model.every.open, model.every.answered) == (5, 1)
    model.choose(Choice(severities=frozenset()))
    assert drawn(model) == ["S04 p1"]
    model.choose(Choice(answered=False))
    assert "S04 p1" not in drawn(model)


def test_a_mended_finding_goes_and_nothing_else_is_announced() -> None:
    before = check(START)
    model = model_of(before)
    removed, inserted, reset = (
        QSignalSpy(signal) for signal in (model.rowsRemoved, model.rowsInserted, model.modelReset)
    )
    after = check(put_value(START, Place("u", "p2", field="name"), "租赁费"), before)
    model.renew(after, renewed(before, after))
    assert drawn(model) == ["G01 p2", "S04 p1", "+V p1 2", "M05 p1"]
    assert (removed.count(), inserted.count(), reset.count()) == (1, 0, 0)


def test_the_selection_stays_with_its_finding() -> None:
    before = check(START)
    model = model_of(before)
    selection = QItemSelectionModel(model)
    held = QPersistentModelIndex(model.index(4, 0))
    selection.select(model.index(4, 0), QItemSelectionModel.SelectionFlag.Select)
    after = check(put_value(START, Place("u", "p2", field="name"), "租赁费"), before)
    model.renew(after, renewed(before, after))
    assert held.row() == 3
    assert [index.row() for index in selection.selectedIndexes()] == [3]


def test_a_new_name_of_a_project_is_announced_at_its_rows() -> None:
    before = check(START)
    model = model_of(before)
    after = check(put_value(START, Place("u", "p1", field="name"), "保洁费"), before)
    changed = QSignalSpy(model.dataChanged)
    model.renew(after, renewed(before, after))
    assert {changed.at(place)[0].row() for place in range(changed.count())} == {2, 4}
    assert model.index(2, 1).data() == "保洁费"


def test_a_finding_that_is_answered_elsewhere_lets_its_family_fold() -> None:
    before = check(table(replace(BARE, indicators=BARE.indicators[:1])))
    model = model_of(before, Choice(Grouping.PROJECT))
    assert drawn(model) == ["-[物业费]", "M05 p1", "S04 p1", "V02 p1"]
    after = check(table(BARE), before)
    model.renew(after, renewed(before, after))
    assert drawn(model) == ["-[物业费]", "M05 p1", "S04 p1", "+V p1 2"]


@st.composite
def edits(draw: st.DrawFn) -> Callable[[GoalTable], GoalTable]:
    """Draw an edit: a project replaced, dropped, moved or come, a finding explained, sums or hints changed."""
    number, other = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    fresh, stated, kind = draw(PROJECTS), draw(STATED), draw(st.integers(0, 6))

    def in_unit(whole: GoalTable, change: Callable[[tuple[Project, ...]], tuple[Project, ...]]) -> GoalTable:
        if not whole.units:
            return replace(whole, units=(Unit(projects=(fresh,)),))
        place = other % len(whole.units)
        unit = replace(whole.units[place], projects=change(whole.units[place].projects))
        return replace(whole, units=(*whole.units[:place], unit, *whole.units[place + 1 :]))

    def edit(whole: GoalTable) -> GoalTable:
        match kind:
            case 0 | 1:
                return in_unit(whole, lambda each: tuple(_swapped(each, number, fresh)))
            case 2:
                return in_unit(whole, lambda each: (*each[:number], fresh, *each[number:]))
            case 3:
                return in_unit(whole, lambda each: each[:number] + each[number + 1 :])
            case 4:
                return in_unit(whole, lambda each: each[::-1])
            case 5:
                findings = check(whole).findings
                return explain(whole, findings[number % len(findings)], "有理由") if findings else whole
            case _:
                return replace(whole, stated=stated, hints_off=("M05",) * (number % 2))

    return edit


def _swapped(projects: tuple[Project, ...], number: int, fresh: Project) -> list[Project]:
    """Return the projects with one of them as `fresh` is, still itself."""
    return [
        replace(fresh, id=each.id) if place == number % len(projects) else each for place, each in enumerate(projects)
    ]


CHOICES = st.builds(
    Choice,
    grouping=st.sampled_from(Grouping),
    severities=st.frozensets(st.sampled_from(Severity)),
    answered=st.booleans(),
    rule=st.sampled_from(["", "V02", "P01"]),
    text=st.sampled_from(["", "费", "指标 1"]),
)


Steps = list[Callable[[GoalTable], GoalTable] | Choice | int]
STEPS = st.lists(st.one_of(edits(), CHOICES, st.integers(0, 30)), max_size=8)


@given(MESSY, STEPS)
def test_after_any_edits_it_shows_what_a_fresh_one_would(whole: GoalTable, steps: Steps) -> None:
    goes_through(whole, steps)


@given(MESSY, STEPS)
@settings(max_examples=30)
def test_so_it_does_where_a_change_is_too_large_to_be_told_row_by_row(whole: GoalTable, steps: Steps) -> None:
    with patch.object(finding_model, "_MANY", 1):
        goes_through(whole, steps)


def goes_through(whole: GoalTable, steps: Steps) -> None:
    """Let a model go through these steps and compare it with a fresh one after each."""
    checked = check(whole)
    model = model_of(checked)
    for step in steps:
        if isinstance(step, Choice):
            model.choose(step)
        elif isinstance(step, int):
            if model.rowCount():
                model.toggle(step % model.rowCount())
        else:
            new = check(step(checked.table), checked)
            model.renew(new, renewed(checked, new))
            checked = new
        fresh = model_of(checked, model.choice)
        fresh._list.closed, fresh._list.opened = set(model._list.closed), set(model._list.opened)
        fresh._settle(0, fresh.rowCount(), fresh._list.rows())
        assert drawn(model) == drawn(fresh)
        assert everything(model) == everything(fresh)
        assert (model.shown.total, model.every.total) == (fresh.shown.total, fresh.every.total)
        assert +model.rules == +fresh.rules
