"""What is found at a project's amounts, and how it is mended."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Funding
from tables_to_check import GOOD, PROJECT, amounts, fixed, found, messages, offered, project, table

ALL = "funding.appropriation funding.special_account funding.other"
STATED = project(funding=Funding(appropriation=Decimal("5.00"), other=Decimal("3.00"), stated_total=Decimal("1010.00")))
YUAN = project(name="按元填列", funding=amounts("5490000.00", "10000.00"))


def test_nothing_is_found_at_a_good_project() -> None:
    assert found(GOOD) == []


def test_a_stated_total_is_the_sum_of_the_three_sources() -> None:
    assert found(STATED) == [f"M01 p1 funding {ALL}"]
    assert messages(STATED) == ["总计 1,010.00 与三项来源之和 8.00 不符，差 1,002.00 万元"]


def test_the_sum_is_taken_for_the_stated_total() -> None:
    new, left = fixed(table(STATED), "M01", "取三项之和")
    assert (new.funding.total, new.funding.stated_total, left) == (Decimal("8.00"), None, [])


def test_the_difference_goes_to_the_appropriation() -> None:
    new, left = fixed(table(STATED), "M01", "差额记入财政拨款")
    assert new.funding == amounts("1007.00", other="3.00")
    assert left == []


def test_an_appropriation_that_would_be_negative_is_not_offered() -> None:
    small = replace(STATED.funding, stated_total=Decimal("2.00"))
    assert list(offered(table(project(funding=small)), "M01")) == ["取三项之和"]


@pytest.mark.parametrize("text", ["", " ", "五百", "-0.01", "1.005", "1.500"])
def test_an_amount_is_a_number_from_zero_with_two_places(text: str) -> None:
    assert "M03 p1 funding.other" in found(project(funding=amounts("5.00", other=text)))


def test_the_column_of_an_unusable_amount_is_named() -> None:
    assert messages(project(funding=amounts("5.00", "一万"))) == [
        "“财政专户拨款”须为不小于0、至多两位小数的金额（万元）"
    ]


@pytest.mark.parametrize("text", ["5", "5.1", "5.12", "1,600.22", "0"])
def test_up_to_two_places_are_fine(text: str) -> None:
    assert found(project(funding=amounts("5.00", other=text))) == []


def test_an_amount_is_rounded() -> None:
    new, left = fixed(table(project(funding=amounts("1.005"))), "M03", "四舍五入到两位小数")
    assert (new.funding.appropriation, left) == (Decimal("1.01"), [])


@pytest.mark.parametrize("text", ["", "五百", "-1.005"])
def test_what_is_no_amount_is_not_rounded(text: str) -> None:
    assert offered(table(project(funding=amounts(text))), "M03") == {}


def test_a_total_of_zero_is_doubted() -> None:
    assert found(project(funding=amounts("0.00"))) == [f"M04 p1 funding {ALL}"]
    assert messages(project(funding=amounts("0.00"))) == ["总计为0，请填写金额（万元）"]


def test_a_total_of_zero_is_not_doubted_while_an_amount_is_a_draft() -> None:
    assert found(project(funding=amounts(""))) == ["M03 p1 funding.appropriation"]


def test_a_total_typed_in_yuan_is_doubted() -> None:
    assert found(GOOD, project(name="二"), YUAN) == ["M04 p3 funding funding.appropriation funding.special_account"]
    assert messages(GOOD, project(name="二"), YUAN) == ["金额 5,500,000.00 万元疑为以“元”填列"]


@pytest.mark.parametrize("total", ["5490001.00", "50000.00", "549.00"])
def test_a_total_that_is_not_round_or_not_far_above_the_median_is_believed(total: str) -> None:
    assert found(GOOD, project(name="二"), project(name="三", funding=amounts(total))) == []


def test_the_largest_of_two_equal_kinds_of_projects_is_believed() -> None:
    both = (project(funding=amounts("50000.00")), project(name="二", funding=amounts("60000.00")))
    assert found(*both) == []


def test_amounts_in_yuan_are_divided() -> None:
    whole = table(YUAN, GOOD, project(name="二"))
    new, left = fixed(whole, "M04", "÷10000")
    assert new.funding == amounts("549.00", "1.00")
    assert left == []


def test_amounts_that_would_need_more_places_are_not_divided() -> None:
    odd = project(name="按元填列", funding=amounts("5490000.50", "9999.50"))
    assert offered(table(odd, GOOD, project(name="二")), "M04") == {}


@pytest.mark.parametrize(("total", "is_tiny"), [("0.01", True), ("0.99", True), ("1.00", False)])
def test_a_total_under_one_is_pointed_at(total: str, *, is_tiny: bool) -> None:
    tiny = ["M05 p1 funding funding.appropriation"] if is_tiny else []
    assert found(project(funding=amounts(total))) == tiny


def test_the_message_names_the_tiny_amount() -> None:
    (finding,) = check(table(project(funding=amounts("0.30")))).findings
    assert (finding.message, finding.place) == ("金额仅 0.30 万元，请核对单位", PROJECT.at("funding"))
