"""What is found at a project's objective as a whole."""

import pytest

from gzgoals.core.checks import Office, Severity, check
from tables_to_check import GOOD, found, messages, project, table


@pytest.mark.parametrize(
    "objective",
    ["", "  \n", "无", "-", "_", "*", "* 无 -", "－＿＊", "——", "无。", "/", "N/A", "暂无，", "，", "\u3000\u200b"],
)
def test_an_objective_is_written(objective: str) -> None:
    assert found(project(objective=objective)) == ["G01 p1 objective"]
    assert messages(project(objective=objective)) == ["绩效目标未填写"]


@pytest.mark.parametrize("objective", ["无纸化办公。", "1-2。", "做到“三无”。"])
def test_an_objective_may_hold_such_signs(objective: str) -> None:
    assert found(project(objective=objective)) == []


@pytest.mark.parametrize(
    "objective",
    [
        "该项目无总体绩效目标及年度绩效目标，因此不编报总体绩效目标及年度绩效目标。",
        "该项目无总体绩效目标",
        "无绩效目标",
        "本项目不设绩效目标。",
        "按规定不编报",
        "根据市财政局要求，无需编报绩效目标。",
        "涉密项目，不予编报。",
        "未设置年度绩效目标",
        "该资金不纳入绩效目标编报范围。",
        "免于填报绩效目标",
        "本项目无年度目标。",
        "不适用",
    ],
)
def test_a_waived_objective_asks_for_its_grounds_alone(objective: str) -> None:
    assert found(project(objective=objective)) == ["G02 p1 objective"]
    assert messages(project(objective=objective)) == ["绩效目标写明不编报，请说明依据"]


@pytest.mark.parametrize(
    "objective",
    [
        "加强预算绩效管理，杜绝无绩效目标的支出。",
        "实现绩效目标管理全覆盖，对未编报绩效目标的单位予以通报。",
        "确保绩效目标无偏差。",
        "无障碍设施建设完成，年度目标全部实现。",
        "建设无纸化法庭，不断完善绩效目标。",
        "不断提高绩效目标编报质量。",
        "全年无安全事故，完成绩效目标。",
        "按期完成编报工作，不出差错。",
        "不设门槛，方便群众立案。",
        "清理不适用的文件。",
        "对不编报的单位及时提醒。",
        "未成年人犯罪预防目标任务全部完成。",
    ],
)
def test_speaking_of_objectives_is_no_waiver(objective: str) -> None:
    assert found(project(objective=objective)) == []


def test_an_objective_of_a_thousand_bytes_is_long_enough() -> None:
    assert found(project(objective="做" * 332 + "a。")) == []
    assert found(project(objective="做" * 332 + "ab。")) == ["G03 p1 objective"]


def test_the_length_is_told_in_characters() -> None:
    assert messages(project(objective="做" * 400 + "。")) == ["绩效目标约 401 字，过长"]


@pytest.mark.parametrize(("count", "severity"), [(1997, Severity.WARNING), (1998, Severity.ERROR)])
def test_an_objective_of_more_than_two_thousand_bytes_is_an_error(count: int, severity: Severity) -> None:
    (finding,) = check(table(project(objective="a" * count + "。"))).findings
    assert finding.severity is severity


def test_an_office_says_how_grave_a_long_objective_is() -> None:
    office = Office(severities={"G03": Severity.HINT})
    (finding,) = check(table(project(objective="做" * 900 + "。")), office=office).findings
    assert finding.severity is Severity.HINT


def test_two_projects_have_different_objectives_blanks_aside() -> None:
    pair = (project(objective="做好运维。"), project(name="二", objective="做好 运维。"))
    assert [mark for mark in found(*pair) if not mark.startswith("G05")] == ["G06 p1 objective", "G06 p2 objective"]


def test_the_other_project_is_named() -> None:
    pair = (project(objective="做好运维。"), project(name="二", objective="做好运维。"))
    assert messages(*pair) == ["绩效目标与“二”完全相同", f"绩效目标与“{GOOD.name}”完全相同"]


def test_a_project_without_a_name_is_called_another() -> None:
    assert "绩效目标与另一项目完全相同" in messages(project(objective="做好。"), project(name="", objective="做好。"))


@pytest.mark.parametrize("objective", ["", "无", "本项目无绩效目标，不编报。"])
def test_objectives_that_say_nothing_are_not_the_same(objective: str) -> None:
    pair = (project(objective=objective), project(name="二", objective=objective))
    assert not [mark for mark in found(*pair) if mark.startswith("G06")]
