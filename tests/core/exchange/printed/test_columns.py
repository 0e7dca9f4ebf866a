"""Amounts whose zeros were left blank, put into their columns by the rows above and by names."""

from decimal import Decimal

from gzgoals.core.exchange import Draft, read_text
from gzgoals.core.table import Stated

HEAD = (
    "2026年项目支出绩效目标表\n部门名称：甲法院 单位：万元\n"
    "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n"
)


def read(*rows: str) -> Draft:
    lines = [f"{row}\n按时完成。" if row.startswith(" ") else row for row in rows]
    return read_text((HEAD + "\n".join(lines)).encode(), "表.txt", None)


def splits(draft: Draft) -> list[tuple[str, str, str]]:
    return [
        (str(project.funding.appropriation), str(project.funding.special_account), str(project.funding.other))
        for unit in draft.table.units
        for project in unit.projects
    ]


def reasons(draft: Draft) -> list[str]:
    return [f"{doubt.read}，{doubt.why}" for doubt in draft.doubts]


def stated(*amounts: str) -> Stated:
    total, appropriation, special_account, other = map(Decimal, amounts)
    return Stated(total=total, appropriation=appropriation, special_account=special_account, other=other)


def test_money_that_can_only_be_appropriation_needs_no_doubt() -> None:
    draft = read("合计 35.00 35.00", "甲 35.00 35.00", "    子 20.00 20.00", "    丑 15.00 15.00")
    assert splits(draft) == [("20.00", "0.00", "0.00"), ("15.00", "0.00", "0.00")]
    assert draft.doubts == ()


def test_four_amounts_are_taken_as_they_stand() -> None:
    draft = read("合计 9.00 4.00 3.00 2.00", "甲 9.00 4.00 3.00 2.00", "    子 9.00 4.00 3.00 2.00")
    assert splits(draft) == [("4.00", "3.00", "2.00")]
    assert draft.doubts == ()


def test_the_total_row_tells_the_columns_of_all_units() -> None:
    draft = read(
        *("合计 36.00 20.00 10.00 6.00", "甲 20.00 20.00", "    子 20.00 20.00"),
        *("乙 16.00 10.00 6.00", "    丑 10.00 10.00", "    寅 6.00 6.00"),
    )
    assert splits(draft) == [("20.00", "0.00", "0.00"), ("0.00", "10.00", "0.00"), ("0.00", "0.00", "6.00")]
    assert reasons(draft) == [
        "丑：10.00 记入“财政专户拨款”，因“乙”行的财政专户拨款 10.00 只有此处相符",
        "寅：6.00 记入“其他资金”，因“乙”行的其他资金 6.00 只有此处相符",
    ]


def test_without_any_sign_the_third_amount_is_other_money_and_the_doubt_says_so() -> None:
    draft = read("合计 30.00 20.00 10.00", "甲 30.00 20.00 10.00", "    子 20.00 20.00", "    丑 10.00 10.00")
    assert splits(draft)[1] == ("0.00", "0.00", "10.00")
    assert reasons(draft) == [
        "丑：10.00 记入“其他资金”，因合计行的 10.00 只有此处相符，但原文未标明这是“财政专户拨款”还是“其他资金”，请核对"
    ]


def test_a_name_decides_between_special_account_and_other_money() -> None:
    draft = read("合计 30.00 20.00 10.00", "甲 30.00 20.00 10.00", "    子 20.00 20.00", "    丑（专户） 10.00 10.00")
    assert splits(draft)[1] == ("0.00", "10.00", "0.00")
    assert reasons(draft) == ["丑（专户）：10.00 记入“财政专户拨款”，因合计行的 10.00 只有此处相符，且名称中有“专户”"]


def test_a_name_decides_among_equal_amounts() -> None:
    draft = read(
        *("合计 30.00 20.00 10.00", "甲 30.00 20.00 10.00"),
        *("    子 10.00 10.00", "    丑（自有资金） 10.00 10.00", "    寅 10.00 10.00"),
    )
    assert splits(draft) == [("10.00", "0.00", "0.00"), ("0.00", "0.00", "10.00"), ("10.00", "0.00", "0.00")]


def test_of_equal_amounts_one_is_taken_and_the_doubt_says_that_others_fit() -> None:
    draft = read("合计 20.00 10.00 10.00", "甲 20.00 10.00 10.00", "    子 10.00 10.00", "    丑 10.00 10.00")
    assert sorted(split[2] for split in splits(draft)) == ["0.00", "10.00"]
    (reason,) = reasons(draft)
    assert "还有别的分法同样相符" in reason


def test_a_project_may_have_money_of_two_kinds() -> None:
    draft = read("合计 36.00 26.00 10.00", "甲 36.00 26.00 10.00", "    子 20.00 20.00", "    丑 16.00 6.00 10.00")
    assert splits(draft)[1] == ("6.00", "0.00", "10.00")


def test_several_projects_share_a_column() -> None:
    draft = read(
        *("合计 36.00 20.00 16.00", "甲 36.00 20.00 16.00"),
        *("    子 20.00 20.00", "    丑（其他资金） 10.00 10.00", "    寅 6.00 6.00"),
    )
    assert splits(draft)[1:] == [("0.00", "0.00", "10.00"), ("0.00", "0.00", "6.00")]
    assert reasons(draft)[1] == (
        "寅：6.00 记入“其他资金”，因与另外 1 项合起来正是合计行的 16.00，且同列另一项目的名称写明了来源"
    )


def test_totals_that_contradict_are_kept_beside_the_likeliest_reading() -> None:
    draft = read("合计 36.00 20.00 16.00", "甲 36.00 20.00 16.00", "    子 20.00 20.00", "    丑 15.00 15.00")
    assert splits(draft)[1] == ("0.00", "0.00", "15.00")
    assert draft.table.stated == stated("36.00", "20.00", "0.00", "16.00")
    assert draft.table.units[0].stated == draft.table.stated
    assert reasons(draft)[1] == "丑：15.00 记入“其他资金”，各项目与合计行的分列金额对不上，请核对"


def test_a_row_that_does_not_add_up_keeps_its_printed_total() -> None:
    draft = read("合计 35.00 35.00", "甲 35.00 35.00", "    子 21.00 20.00", "    丑 15.00 15.00")
    assert [str(project.funding.stated_total) for project in draft.table.units[0].projects] == ["21.00", "None"]
    assert draft.table.stated is None


def test_three_hundred_projects_are_solved() -> None:
    rows = [f"    项目{number} {number}.01 {number}.01" for number in range(1, 300)]
    sums = f"{299 * 300 // 2 + 2.99 + 0.57:.2f} {299 * 300 // 2 + 2.99:.2f} 0.57"
    draft = read(f"合计 {sums}", f"甲 {sums}", *rows, "    零星 0.57 0.57")
    assert splits(draft)[-1] == ("0.00", "0.00", "0.57")
    assert [doubt.spot.line for doubt in draft.doubts] == [604]
