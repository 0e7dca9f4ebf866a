"""What the list of findings says of each."""

from gzgoals.core.checks import check
from gzgoals.core.table import GoalTable, Indicator, Project, Target, Unit
from gzgoals.gui.models.finding_rows import COLUMNS, finding_rows

BARE = Target(value="12")
TABLE = GoalTable(
    year=2026,
    units=(
        Unit(
            name="某法院",
            projects=(
                Project(name="物业费", indicators=(Indicator(category="11", name="面积", cycle=BARE, annual=BARE),)),
            ),
        ),
    ),
)
ROWS = finding_rows(TABLE, check(TABLE))


def test_the_gravest_come_first() -> None:
    gravities = [row.finding.severity for row in ROWS]
    assert gravities == sorted(gravities, reverse=True)


def test_a_finding_names_project_indicator_and_column() -> None:
    (row,) = [row for row in ROWS if row.finding.rule == "V02"]
    assert [column.cell(row).aloud for column in COLUMNS] == [
        "警告",
        "物业费",
        "指标 1 · 年度指标值",
        "12 缺少计量单位",
    ]


def test_its_tooltip_says_why_the_rule_is_there() -> None:
    (row,) = [row for row in ROWS if row.finding.rule == "V02"]
    message, reason = COLUMNS[-1].cell(row).tip.split("\n")
    assert message == "12 缺少计量单位"
    assert reason
