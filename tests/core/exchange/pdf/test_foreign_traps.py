"""Traps in official tables that other programs printed, one a test: amounts that run over, wraps, parted rows."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from drawn_pdf import CELL, HEADER, PADDING, DrawnPdf, projects_of

TOTAL = ("合计", "5.00", "5.00", "", "", "", "")
UNIT = ("甲法院", *TOTAL[1:])
FIRST = ("  运维", "5.00", "5.00", "", "", "目标一。", CELL)
LONG = "一二三四五六七八九十一二三四五六七八九十"
FULL = LONG[:20]


def with_objective(*lines: str) -> list[tuple[str, ...]]:
    """Return a table whose first objective has these lines; the second one shows how wide its column is."""
    second = ("  培训", "0.00", "", "", "", "\n".join([FULL] * 6), CELL)
    return [HEADER, TOTAL, UNIT, (*FIRST[:5], "\n".join(lines), CELL), second]


def test_an_amount_too_wide_for_its_column_stands_where_it_begins() -> None:
    paper = DrawnPdf((30, 150, 190, 230, 270, 310, 580, 810))
    wide = "3,330,183.01"
    ys = paper.rows([HEADER, ("合计", *[""] * 6), ("甲法院", *[""] * 6), ("  运维", *[""] * 4, "目标一。", CELL)])
    paper.rules(ys, paper.xs)
    for top in ys[1:4]:
        for x in paper.xs[1:3]:
            paper.text(x + PADDING, top + 11, wide)
    funding = projects_of(paper.pdf())[0].funding
    assert (funding.appropriation, funding.special_account) == (Decimal("3330183.01"), Decimal("0.00"))


def test_amounts_that_touch_are_two() -> None:
    paper = DrawnPdf((30, 150, 192, 234, 276, 318, 580, 810))
    ys = paper.rows([HEADER, ("合计", *[""] * 6), ("甲法院", *[""] * 6), ("  运维", *[""] * 4, "目标一。", CELL)])
    paper.rules(ys, paper.xs)
    for top in ys[1:4]:
        paper.text(paper.xs[1] + PADDING, top + 11, "965,804.63" + "965,804.63")
    funding = projects_of(paper.pdf())[0].funding
    assert (funding.appropriation, funding.stated_total) == (Decimal("965804.63"), None)


def test_a_row_whose_amounts_stand_on_one_page_and_its_name_on_the_next_is_one() -> None:
    paper = DrawnPdf()
    paper.table([HEADER, TOTAL, UNIT, ("", *FIRST[1:5], "", "")])
    paper.next_page()
    paper.table([HEADER, ("  运维", *[""] * 4, "目标一。", CELL)])
    (project,) = projects_of(paper.pdf())
    assert (project.name, project.funding.appropriation, project.objective) == ("运维", Decimal("5.00"), "目标一。")


@pytest.mark.parametrize("above", [("3.00", "", "", ""), ("", "2.00", "", "1.00"), ("3.00", "2.00", "", "")])
def test_amounts_of_a_row_may_stand_on_either_side_of_a_page_s_end(above: Sequence[str]) -> None:
    amounts = ("3.00", "2.00", "", "1.00")
    below = tuple("" if upper else amount for upper, amount in zip(above, amounts, strict=True))
    paper = DrawnPdf()
    paper.table([HEADER, TOTAL, UNIT, FIRST, ("", *above, "", "")])
    paper.next_page()
    paper.table([HEADER, ("  培训", *below, "目标二。", CELL)])
    assert [(project.name, project.funding.other) for project in projects_of(paper.pdf())] == [
        ("运维", Decimal("0.00")),
        ("培训", Decimal("1.00")),
    ]


def test_a_number_is_not_parted_from_the_bracket_behind_it() -> None:
    lines = (FULL, "推进全院信息系统的运维工作，并且落实", "6（含转移支付）的各项任务。")
    (first, _) = objectives(lines)
    assert first == "".join(lines)


@pytest.mark.parametrize(
    "items",
    [
        ("1、", "2、", "3、"),
        ("1.", "2.", "3."),
        ("（一）", "（二）", "（三）"),
        ("九、", "十、", "十一、"),
        ("①", "②", "③"),
        ("第一，", "第二，", "第三，"),
    ],
)
def test_numbered_items_begin_paragraphs_even_after_full_lines(items: tuple[str, ...]) -> None:
    lines = [(item + LONG)[:19] + "。" for item in items]
    expected = "\n".join(lines) if items[0] != "九、" else "".join(lines)
    assert objectives(lines)[0] == expected


def test_numbers_that_go_on_within_a_line_part_nothing() -> None:
    lines = ("1、完成运维；2、完成培训的有关各项工作；", "3、完成建设以及其他的有关工作任务。")
    assert objectives(lines)[0] == "".join(lines)


def objectives(lines: Sequence[str]) -> list[str]:
    paper = DrawnPdf()
    paper.table(with_objective(*lines))
    return [project.objective for project in projects_of(paper.pdf())]
