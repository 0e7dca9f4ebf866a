"""From project to project, over units that have none as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.table import TABLE, GoalTable, Place, Project, Unit
from gzgoals.gui.panels.project_commands import neighbour
from gzgoals.gui.session import Session


def table_of(*sizes: int) -> GoalTable:
    """Return a table whose units have so many projects each."""
    units = (
        Unit(id=f"u{unit}", projects=tuple(Project(id=f"p{unit}.{number}") for number in range(size)))
        for unit, size in enumerate(sizes)
    )
    return GoalTable(year=2026, units=tuple(units))


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.integers(0, 3), max_size=5))
def test_all_projects_are_gone_through_in_their_order_and_back(sizes: list[int]) -> None:
    session = Session(table_of(*sizes))
    every = [Place(unit.id, project.id) for unit in session.table.units for project in unit.projects]
    for here, there in zip(every, [*every[1:], None], strict=False):
        session.show(here)
        assert neighbour(session, 1) == there
    for here, there in zip(every, [None, *every], strict=False):
        session.show(here)
        assert neighbour(session, -1) == there


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("here", "after", "before"),
    [
        (TABLE, Place("u0", "p0.0"), None),
        (Place("u1"), Place("u2", "p2.0"), Place("u0", "p0.0")),
        (Place("u2"), Place("u2", "p2.0"), Place("u0", "p0.0")),
    ],
)
def test_from_a_unit_one_goes_to_the_project_that_lies_there(here: Place, after: Place, before: Place | None) -> None:
    session = Session(table_of(1, 0, 1))
    session.show(here)
    assert (neighbour(session, 1), neighbour(session, -1)) == (after, before)
