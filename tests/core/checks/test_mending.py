"""Mending all findings of one kind at once: what is changed is what was told, and nothing else."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from gzgoals.core.checks import Checked, Finding, check, family_name, fixes, mendable, mended, rule_name
from gzgoals.core.edits import remove_project
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Stated, Unit
from tables_to_check import MESSY, amounts, indicator, project, table

BARE = project(
    name="物业费",
    indicators=(
        indicator("物业服务面积", "11", "11733.38"),
        indicator("责任治安事故数", "12", "0"),
        indicator("服务", "22", "12"),
    ),
)


def of_rule(checked: Checked, rule: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in checked.findings if finding.rule == rule)


def kinds(checked: Checked, rule: str) -> dict[str, None]:
    """Return the kinds of all fixes for the findings of a rule, in their order."""
    return dict.fromkeys(fix.kind for finding in of_rule(checked, rule) for fix in fixes(checked, finding))


def test_each_finding_gets_its_own_measure() -> None:
    checked = check(table(BARE))
    new, mends = mended(checked, of_rule(checked, "V02"), "补计量单位")
    assert [each.annual.text for each in new.units[0].projects[0].indicators] == ["11733.38平方米", "0起", "12"]
    first, second = mends
    assert [(cell.place.field, cell.before, cell.after) for cell in first.cells] == [
        ("cycle", "11733.38", "11733.38平方米"),
        ("annual", "11733.38", "11733.38平方米"),
    ]
    assert second.finding.place.indicator == "i2"


def test_only_what_has_such_a_fix_is_mendable() -> None:
    checked = check(table(BARE))
    findings = of_rule(checked, "V02")
    assert mendable(checked, findings, "补计量单位") == findings[:2]
    assert mendable(checked, findings, "删除本条") == ()


def test_two_projects_are_mended_in_one_go() -> None:
    checked = check(table(BARE, BARE))
    new, mends = mended(checked, of_rule(checked, "V02"), "补计量单位")
    assert len(mends) == 4
    assert of_rule(check(new), "V02") == tuple(
        finding for finding in of_rule(checked, "V02") if finding.place.indicator == "i3"
    )


def test_what_is_gone_by_then_is_skipped() -> None:
    checked = check(table(BARE, BARE))
    findings = of_rule(checked, "V02")
    now = check(remove_project(checked.table, Place("u", "p1")))
    _, mends = mended(now, findings, "补计量单位")
    assert {mend.finding.place.project for mend in mends} == {"p2"}


def test_what_another_fix_has_mended_is_skipped() -> None:
    different = replace(BARE.indicators[0], annual=indicator("", "11", "12000").annual)
    checked = check(table(project(indicators=(different, *BARE.indicators[1:]))))
    findings = [finding for finding in of_rule(checked, "V02") if finding.place.indicator == "i1"]
    assert len(findings) == 2
    _, mends = mended(checked, findings, "补计量单位")
    assert [len(mend.cells) for mend in mends] == [2]


def test_an_indicator_that_goes_is_told_whole() -> None:
    checked = check(table(project(indicators=(BARE.indicators[1], BARE.indicators[1]))))
    _, (mend,) = mended(checked, of_rule(checked, "S09"), "删除本条")
    (cell,) = mend.cells
    assert (cell.place.indicator, cell.before, cell.after) == (
        "i2",
        "1-产出指标；12-质量指标；责任治安事故数；0；0",
        "",
    )


def test_printed_sums_are_forgotten_in_one_go() -> None:
    stated = Stated(**dict.fromkeys(("total", "appropriation", "special_account", "other"), Decimal("1.00")))
    checked = check(table(project(funding=amounts("5.00")), stated=stated))
    new, mends = mended(checked, of_rule(checked, "M02"), "取合计")
    assert new.units[0].stated is None
    assert [mend.cells[0].place for mend in mends] == [Place("u", field="stated")]


@given(MESSY)
def test_no_mended_finding_stands_afterwards(whole: GoalTable) -> None:
    checked = check(whole)
    for rule in {finding.rule for finding in checked.findings}:
        for kind in kinds(checked, rule):
            new, mends = mended(checked, of_rule(checked, rule), kind)
            left = check(new).findings
            assert not [mend.finding for mend in mends if mend.finding in left], (rule, kind)


@given(MESSY)
def test_nothing_but_the_told_cells_differs(whole: GoalTable) -> None:
    checked = check(whole)
    for rule in {finding.rule for finding in checked.findings}:
        for kind in kinds(checked, rule):
            new, mends = mended(checked, of_rule(checked, rule), kind)
            told = {cell.place for mend in mends for cell in mend.cells}
            untold = {place for place in differing(whole, new) if not {place, place.thing} & told}
            assert not untold, (rule, kind)


def differing(old: GoalTable, new: GoalTable) -> set[Place]:
    """Return the places of all texts in which two tables of the same projects differ."""
    before, after = texts(old), texts(new)
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}


def texts(whole: GoalTable) -> dict[Place, object]:
    found: dict[Place, object] = {Place(field="stated"): whole.stated}
    for unit in whole.units:
        found |= {Place(unit.id, field="stated"): unit.stated, Place(unit.id, field="name"): unit.name}
        for each in unit.projects:
            found |= project_texts(unit, each)
    return found


def project_texts(unit: Unit, each: Project) -> dict[Place, object]:
    here = Place(unit.id, each.id)
    found: dict[Place, object] = {here.at("name"): each.name, here.at("objective"): each.objective}
    found[here.at("funding")] = each.funding.stated_total
    found |= {
        here.at(f"funding.{name}"): getattr(each.funding, name)
        for name in ("appropriation", "special_account", "other")
    }
    for one in each.indicators:
        found |= indicator_texts(replace(here, indicator=one.id), one)
    return found


def indicator_texts(here: Place, one: Indicator) -> dict[Place, object]:
    found: dict[Place, object] = {here: True}
    return found | {here.at(field): getattr(one, field) for field in ("category", "name", "cycle", "annual")}


def test_rules_and_their_families_have_names() -> None:
    assert (rule_name("V02"), family_name("V02")) == ("缺少计量单位", "指标值")
    assert (rule_name("Z99"), family_name("Z99")) == ("Z99", "Z")


def test_of_two_projects_that_would_get_one_name_only_the_first_is_renamed() -> None:
    whole = replace(table(project(name="2023年运维费"), project(name="2024年运维费")), hints_off=())
    checked = check(whole)
    dated = [finding for finding in checked.findings if finding.rule == "P03"]
    new, mends = mended(checked, dated, "年份改到预算年度")
    assert [each.name for each in new.units[0].projects] == ["2026年运维费", "2024年运维费"]
    assert len(mends) == 1
