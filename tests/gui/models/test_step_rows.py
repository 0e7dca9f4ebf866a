"""What the list of steps before the print says of each."""

from gzgoals.core.checks import check, readiness
from gzgoals.gui.models.step_rows import COLUMNS, StepRow, step_rows
from tables_to_check import GOOD, indicator, project, table


def rows(*bare: str) -> tuple[StepRow, ...]:
    indicators = tuple(indicator(name, "11", "5") for name in bare)
    checked = check(table(project(indicators=(*GOOD.indicators, *indicators))))
    return step_rows(checked, readiness(checked).steps)


def test_a_step_tells_its_concern_project_finding_and_what_to_do() -> None:
    (row,) = rows("案件数")
    assert [column.cell(row).aloud for column in COLUMNS] == [
        "警告 1",
        "机构运行辅助经费",
        "指标3·年度指标值：5 缺少计量单位",
        "改正，或说明理由",
    ]


def test_several_findings_are_counted_and_told_by_the_tooltip() -> None:
    (row,) = rows("案件数", "长度")
    assert row.summary == "指标3·年度指标值：5 缺少计量单位　等 2 处"
    assert row.details == "指标3·年度指标值：5 缺少计量单位\n指标4·年度指标值：5 缺少计量单位"


def test_a_tooltip_does_not_grow_without_end() -> None:
    (row,) = rows(*(f"案件数{number}" for number in range(20)))
    assert row.details.split("\n")[12:] == ["……另有 8 处"]
