"""What is found at a project's indicators as a whole, and how it is mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import Finding, Office, check, fixes
from gzgoals.core.checks.terms.words import Limits, built_in_words
from gzgoals.core.table import GoalTable, Target
from tables_to_check import GOOD, fixed, found, indicator, messages, offered, project, table

OUTPUT, BENEFIT = GOOD.indicators


def test_a_project_without_indicators_is_told_that_alone() -> None:
    assert found(project(indicators=())) == ["S01 p1 indicators"]
    assert messages(project(indicators=())) == ["尚未设置绩效指标"]


def test_there_is_an_output_and_a_benefit() -> None:
    assert found(project(indicators=(BENEFIT,))) == ["S03 p1 indicators"]
    assert found(project(indicators=(OUTPUT,))) == ["S04 p1 indicators"]
    assert messages(project(indicators=(indicator("用户满意度", "31", "≥95%"),))) == ["缺少产出指标", "缺少效益指标"]


def test_a_first_level_alone_tells_the_kind() -> None:
    assert found(project(indicators=(indicator("办案数", "1", "≥90件"), BENEFIT))) == ["S08 p1#1 category"]


@pytest.mark.parametrize(
    ("indicators", "rule", "label", "category"),
    [
        ((), "S01", "增加产出指标", "11"),
        ((BENEFIT,), "S03", "增加产出指标", "11"),
        ((OUTPUT,), "S04", "增加效益指标", "21"),
    ],
)
def test_a_missing_kind_is_added_to_be_filled_in(
    indicators: tuple[object, ...], rule: str, label: str, category: str
) -> None:
    new, left = fixed(table(project(indicators=indicators)), rule, label)
    assert new.indicators[-1].category == category
    assert f"{rule} p1 indicators" not in left


def of_categories(*categories: str) -> GoalTable:
    """Return a table of one project with an indicator of each category, given every hint."""
    one = project(indicators=tuple(indicator(f"指标{code}", code, "优") for code in categories))
    return replace(table(one), hints_off=())


def finding_of(rule: str, whole: GoalTable) -> Finding | None:
    return next((finding for finding in check(whole).findings if finding.rule == rule), None)


def message_of(rule: str, whole: GoalTable) -> str:
    finding = finding_of(rule, whole)
    return finding.message if finding else ""


def test_satisfaction_is_asked_for() -> None:
    assert message_of("S05", of_categories("12", "22")) == "缺少服务对象满意度指标；如不适用请说明理由"
    assert message_of("S05", of_categories("12", "22", "31")) == ""
    assert message_of("S05", of_categories()) == ""


@pytest.mark.parametrize(
    ("scheme", "categories", "message"),
    [
        ("2015", ["12"], "产出未覆盖：数量、时效、成本"),
        ("2015", ["1", "22"], "产出未覆盖：数量、质量、时效、成本"),
        ("2015", ["11", "12", "13"], "产出未覆盖：成本"),
        ("2015", ["11", "12", "13", "14"], ""),
        ("2021", ["11", "12", "13", "14"], ""),
        ("2021", ["11", "12", "13", "42"], ""),
        ("2021", ["11", "12", "4"], "产出未覆盖：时效"),
    ],
)
def test_outputs_tell_quantity_quality_time_and_cost(scheme: str, categories: list[str], message: str) -> None:
    assert message_of("S06", replace(of_categories(*categories), scheme=scheme)) == message


@pytest.mark.parametrize("categories", [(), ("22", "31"), ("99",)])
def test_where_there_is_no_output_its_kinds_are_not_asked_for(categories: tuple[str, ...]) -> None:
    assert finding_of("S06", of_categories(*categories)) is None


def test_costs_alone_are_no_output() -> None:
    costs = replace(of_categories("41"), scheme="2021")
    assert message_of("S03", costs) == "缺少产出指标"
    assert finding_of("S06", costs) is None


@pytest.mark.parametrize(
    ("count", "message"),
    [(0, ""), (1, "指标 1 条，偏少"), (2, "指标 2 条，偏少"), (3, ""), (10, ""), (11, "指标 11 条，偏多")],
)
def test_indicators_are_neither_few_nor_many(count: int, message: str) -> None:
    assert message_of("S07", of_categories(*["11"] * count)) == message


def test_an_office_has_its_own_bounds() -> None:
    limits = Limits(few=2, many=3)
    office = Office(words=replace(built_in_words(), limits=limits))
    found_by_count = {
        count: [finding.message for finding in check(of_categories(*["11"] * count), office=office).findings]
        for count in (1, 2, 3, 4)
    }
    assert [count for count, found in found_by_count.items() if any("条，偏" in each for each in found)] == [1, 4]


def test_what_is_checked_is_what_is_covered() -> None:
    whole = of_categories("12", "22")
    values = {rule: finding.value for rule in ("S04", "S05", "S06", "S07") if (finding := finding_of(rule, whole))}
    assert values == {"S05": "产出指标、效益指标", "S06": "质量", "S07": "2"}
    lacking = finding_of("S04", of_categories("12"))
    assert lacking
    assert lacking.value == "产出指标"


@pytest.mark.parametrize(
    ("rule", "scheme", "label", "added"),
    [
        ("S05", "2015", "增加满意度指标", ["31"]),
        ("S06", "2015", "增加数量、时效、成本指标", ["11", "13", "14"]),
        ("S06", "2015", "增加时效指标", ["13"]),
        ("S06", "2021", "增加数量、时效、成本指标", ["11", "13", "41"]),
        ("S06", "2021", "增加成本指标", ["41"]),
    ],
)
def test_what_is_not_covered_is_added(rule: str, scheme: str, label: str, added: list[str]) -> None:
    whole = replace(of_categories("12"), scheme=scheme)
    new = offered(whole, rule)[label].edit(whole).units[0].projects[0]
    assert [each.category for each in new.indicators[1:]] == added


def test_all_that_is_not_covered_is_added_in_the_same_words_everywhere() -> None:
    checked = check(of_categories("12"))
    finding = next(finding for finding in checked.findings if finding.rule == "S06")
    assert [fix.kind for fix in fixes(checked, finding)] == [
        "补齐产出指标",
        "增加数量指标",
        "增加时效指标",
        "增加成本指标",
    ]


def test_a_name_is_not_given_twice_in_a_project_blanks_aside() -> None:
    again = indicator("结案 率", "22", "≥80%")
    assert found(project(indicators=(OUTPUT, BENEFIT, again))) == ["S09 p1#3 name"]
    assert messages(project(indicators=(OUTPUT, BENEFIT, BENEFIT))) == ["指标“结案率”在本项目内重复"]


def test_close_names_and_equal_names_of_two_projects_are_fine() -> None:
    pair = (indicator("责任治安事故数", "12", "0起"), indicator("责任消防事故数", "12", "0起"))
    indicators = (BENEFIT, *pair)
    assert found(project(indicators=indicators), project(name="二", indicators=indicators)) == []


def test_a_repeated_indicator_is_removed() -> None:
    new, left = fixed(table(project(indicators=(OUTPUT, BENEFIT, BENEFIT))), "S09", "删除本条")
    assert [each.id for each in new.indicators] == ["i1", "i2"]
    assert left == []


def test_a_repeated_indicator_gives_its_targets_to_an_empty_one() -> None:
    empty = indicator("结案率", "22", "")
    new, left = fixed(table(project(indicators=(OUTPUT, empty, BENEFIT))), "S09", "合并到前一条")
    assert [(each.id, each.annual) for each in new.indicators][1:] == [
        ("i2", Target(operator="≥", value="90", measure="%"))
    ]
    assert left == []


def test_equal_names_of_different_kinds_are_left_to_the_user() -> None:
    other_kind = indicator("结案率", "11", "≥90%")
    assert offered(table(project(indicators=(other_kind, BENEFIT))), "S09") == {}
