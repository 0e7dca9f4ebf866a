"""What is found at the measures of targets, and how they are mended."""

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Project
from tables_to_check import project, table
from targets_to_check import mended, of, target_findings, target_fixes, target_messages, target_rules


def with_targets(cycle: str, annual: str | None = None, name: str = "办案数") -> Project:
    return of(name, "11", cycle, annual)


@pytest.mark.parametrize("number", ["11733.38", "0", "≥1", "1,000", "95以上", "１２", "至少3", "约30"])
def test_a_number_has_a_measure(number: str) -> None:
    assert target_findings(with_targets(number)) == ["V02 p1#1 annual.measure cycle.measure"]


def test_different_bare_numbers_are_two_findings() -> None:
    assert target_findings(with_targets("5", "3")) == ["V02 p1#1 cycle.measure", "V02 p1#1 annual.measure"]
    assert target_messages(with_targets("≥5", "≥3")) == ["5 缺少计量单位", "3 缺少计量单位"]


@pytest.mark.parametrize(
    "target",
    [
        "≥95件",
        "3年",
        "2025年12月31日前",
        "95-98件",
        "1-2次",
        "达标（收到材料之日起30日内完成。）",
        "第3名",
        "2026年",
        "12（件）",
        "20件（每月2件）",
    ],
)
def test_dates_ranges_grades_and_notes_need_no_measure(target: str) -> None:
    assert target_findings(with_targets(target)) == []


@pytest.mark.parametrize("name", ["居民消费价格指数", "建筑容积率", "投入产出比", "水质PH值", "折算系数（调整后）"])
def test_a_bare_number_needs_no_measure_where_there_is_none(name: str) -> None:
    assert target_findings(with_targets("1.2", name=name)) == []


@pytest.mark.parametrize(("number", "rules"), [("2026.12", []), ("20261231", []), ("202613", ["V02"]), ("30", ["V02"])])
def test_a_deadline_may_be_written_as_a_number(number: str, rules: list[str]) -> None:
    assert target_rules(of("完成时间", "13", number)) == rules


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("物业服务面积", "补“平方米”"),
        ("责任治安事故数", "补“起”"),
        ("项目安全测评“高”危安全问题数量", "补“个”"),
        ("法治宣传片数量", "补“部”"),
        ("培训人数（人）", "补“人”"),
    ],
)
def test_the_measure_is_told_by_the_name(name: str, label: str) -> None:
    text = "3" + label[2:-1]
    assert mended("V02", label, with_targets("3", name=name)) == (text, text, [])


@pytest.mark.parametrize("name", ["等级保护", "巡检频率", "网络速率"])
def test_a_name_that_tells_no_measure_offers_none(name: str) -> None:
    assert target_fixes("V02", with_targets("3", name=name)) == {}


def test_the_other_columns_measure_comes_first() -> None:
    assert list(target_fixes("V02", with_targets("3起", "3", name="物业服务面积"))) == ["补“起”", "补“平方米”"]


def test_a_word_for_a_bound_stays_behind_the_measure() -> None:
    assert mended("V02", "补“%”", with_targets("95以上", name="结案比例")) == ("95%以上", "95%以上", [])


def test_no_measure_is_offered_that_makes_a_share_too_large() -> None:
    assert target_fixes("V02", with_targets("300", name="结案率")) == {}


def test_no_measure_is_offered_that_holds_a_place() -> None:
    assert target_fixes("V02", with_targets("3XX", "3")) == {}


def lone(name: str, target: str) -> Project:
    """Return a project of that name with one indicator that tells no measure."""
    return project(name=name, indicators=of("项目总规模", "11", target).indicators)


BARE = lone("物业费", "11733.38")
LATER = lone("租赁费", "11,733.380平方米")


def test_a_number_with_a_measure_elsewhere_is_pointed_at() -> None:
    assert target_findings(BARE, LATER) == [
        "V02 p1#1 annual.measure cycle.measure",
        "V03 p1#1 annual.measure cycle.measure",
    ]
    assert target_messages(BARE, LATER)[1] == "“租赁费”的同一数值写作 11,733.380平方米"


def test_the_nearest_earlier_project_is_named() -> None:
    assert target_messages(lone("甲", "11733.38㎡"), lone("乙", "11733.38平方米"), BARE, LATER)[-1] == (
        "“乙”的同一数值写作 11733.38平方米"
    )


def test_the_measure_from_elsewhere_is_taken() -> None:
    assert mended("V03", "补“平方米”", BARE, LATER) == ("11733.38平方米", "11733.38平方米", [])


def test_an_explanation_would_hang_on_both_numbers() -> None:
    found = [each.value for each in check(table(BARE, LATER)).findings if each.rule == "V03"]
    assert found == ["11733.38；11,733.380平方米"]


@pytest.mark.parametrize("number", ["100", "2026", "12000", "0"])
def test_a_number_that_stands_anywhere_tells_nothing(number: str) -> None:
    assert target_rules(lone("甲", number), lone("乙", f"{number}件")) == ["V02"]


def test_only_the_column_with_that_number_is_marked() -> None:
    both = project(indicators=of("项目总规模", "11", "22222.22", "11733.38").indicators)
    assert "V03 p1#1 annual.measure" in target_findings(both, LATER)


@pytest.mark.parametrize(
    ("name", "target", "usual"),
    [
        ("结案率", "≥95件", "%"),
        ("案件占比", "95", "%"),
        ("物业服务面积", "11733.38", "平方米"),
        ("物业服务面积", "12个", "平方米"),
        ("测评得分", "≥95%", "分"),
        ("培训人数", "95%", "人"),
    ],
)
def test_the_measure_fits_the_name(name: str, target: str, usual: str) -> None:
    assert f"“{name}”的单位通常为 {usual}" in target_messages(with_targets(target, name=name))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("结案率", "≥95％"),
        ("差错率", "≤1‰"),
        ("就业率", "提高2个百分点"),
        ("贡献率", "≥2个百分点"),
        ("群众满意度", "≥90分"),
        ("绿化面积", "2.5公顷"),
        ("绿化面积", "100㎡"),
        ("种植面积", "3万亩"),
        ("测评得分", "≥90分以上"),
        ("案件数", "120宗"),
        ("案件数", "120件次"),
        ("培训人次", "300人"),
        ("事故数", "0次"),
        ("问题数量", "0项"),
        ("宣传片数量", "2条"),
        ("服务天数", "5个工作日"),
        ("案件数同比增长", "10%"),
        ("绿化面积增加", "5%"),
        ("巡检频率", "1次/月"),
        ("网络速率", "100Mbps"),
        ("工作效率", "30件"),
        ("面积", "2026年12月"),
    ],
)
def test_a_measure_of_the_same_kind_fits_too(name: str, target: str) -> None:
    assert target_findings(with_targets(target, name=name)) == []


@pytest.mark.parametrize(
    ("name", "target", "label", "text"),
    [
        ("结案率", "≥95件", "改为“%”", "≥95%"),
        ("物业服务面积", "120个", "改为“平方米”", "120平方米"),
        ("测评得分", "95以上", "改为“分”", "95分以上"),
    ],
)
def test_the_measure_becomes_the_usual_one(name: str, target: str, label: str, text: str) -> None:
    assert mended("V17", label, with_targets(target, name=name)) == (text, text, [])


def test_no_measure_is_changed_where_a_share_would_be_too_large() -> None:
    assert target_fixes("V17", with_targets("300件", name="结案率")) == {}


def test_both_columns_get_the_usual_measure() -> None:
    assert mended("V17", "改为“%”", with_targets("≥95件", "≥90件", name="结案率")) == ("≥95%", "≥90%", [])
