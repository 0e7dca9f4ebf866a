"""Things are found by their ids in long tables too, wherever they have moved."""

import pytest

from gzgoals.core.edits import add_project, find_project, move_project, put_value, remove_project
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import GoalTable, Place, Project, Unit

LONG = GoalTable(year=2026, units=(Unit(id="u", projects=tuple(Project(id=f"p{n}") for n in range(100))),))
LAST = Place("u", "p99")


def test_a_project_is_found_again_after_others_came_and_went() -> None:
    assert find_project(LONG, LAST).id == "p99"
    assert find_project(add_project(LONG, Place("u"), Project(id="new"), 0), LAST).id == "p99"
    assert find_project(remove_project(LONG, Place("u", "p0")), LAST).id == "p99"
    assert find_project(move_project(LONG, LAST, "u", 3), LAST).id == "p99"


def test_a_project_that_is_gone_is_missed() -> None:
    shorter = remove_project(LONG, LAST)
    with pytest.raises(PlaceGoneError, match="项目"):
        find_project(shorter, LAST)


def test_an_edit_of_one_project_shares_all_others() -> None:
    edited = put_value(LONG, Place("u", "p50", field="name"), "新")
    differing = [
        new.id for old, new in zip(LONG.units[0].projects, edited.units[0].projects, strict=True) if old is not new
    ]
    assert differing == ["p50"]
    assert edited.units[0].projects[50] == Project(id="p50", name="新")
