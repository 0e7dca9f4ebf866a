"""What is found where the name tells another source of the money than the column."""

import pytest

from tables_to_check import amounts, fixed, found, messages, offered, project, table


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("审判执行专项经费（其他收入资金）", "其他收入"),
        ("设备购置（自有资金）", "自有资金"),
        ("设备购置(自有)", "自有"),
        ("自筹资金安排的修缮", "自筹资金"),
    ],
)
def test_a_named_source_is_in_its_column(name: str, word: str) -> None:
    assert found(project(name=name)) == ["M06 p1 funding.appropriation name"]
    assert messages(project(name=name)) == [f"项目名称含“{word}”，但资金列在“财政拨款”"]
    assert found(project(name=name, funding=amounts("0.00", "0.00", "5.00"))) == []


def test_the_special_account_is_a_source_too() -> None:
    training = project(name="培训费（财政专户管理资金）", funding=amounts("0.00", "0.00", "5.00"))
    assert messages(training) == ["项目名称含“专户管理资金”，但资金列在“其他资金”"]


@pytest.mark.parametrize(
    "name",
    [
        "自有业务用房物业管理费",
        "案款专户管理系统运维",
        "财政专户资金管理系统运维",
        "执行案款专户",
        "其他办案业务",
        "办公、业务用房租赁经费",
    ],
)
def test_a_word_that_is_no_source_says_nothing(name: str) -> None:
    assert found(project(name=name)) == []


def test_several_columns_with_the_named_one_among_them_are_fine() -> None:
    name = "设备购置（其他收入）"
    assert found(project(name=name, funding=amounts("5.00", "0.00", "1.00"))) == []
    assert messages(project(name=name, funding=amounts("5.00", "1.00"))) == [
        "项目名称含“其他收入”，但资金列在“财政拨款、财政专户拨款”"
    ]


def test_no_amount_at_all_is_another_matter() -> None:
    assert not messages(project(name="设备购置（其他收入）", funding=amounts("0.00")))[0].startswith("项目名称")


def test_the_amount_is_moved_to_the_named_source() -> None:
    new, left = fixed(table(project(name="设备购置（其他收入）")), "M06", "移到“其他资金”")
    assert (new.funding, left) == (amounts("0.00", "0.00", "549.00"), [])


def test_amounts_of_two_columns_are_left_to_the_user() -> None:
    both = project(name="设备购置（其他收入）", funding=amounts("5.00", "1.00"))
    assert offered(table(both), "M06") == {}
