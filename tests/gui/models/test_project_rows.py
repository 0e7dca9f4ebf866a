"""What the project tree shows of a table."""

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.models.project_rows import project_tree


@pytest.mark.parametrize(
    ("unit", "project", "brief"),
    [
        ("某法院", "某法院2026年运维项目", "…2026年运维项目"),
        ("某法院", "业务用房物业管理费", ""),
        ("某法院", "某法院", ""),
        ("", "某法院2026年运维项目", ""),
        (" ", " 运维", ""),
    ],
)
def test_in_little_room_a_project_goes_without_the_name_of_its_unit(unit: str, project: str, brief: str) -> None:
    table = GoalTable(year=2026, units=(Unit(name=unit, projects=(Project(name=project),)),))
    row = project_tree(table, check(table)).children[0].children[0]
    assert (row.name, row.brief) == (project, brief)
