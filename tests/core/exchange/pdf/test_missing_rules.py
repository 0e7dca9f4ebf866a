"""Official tables that lack rules: columns by captions, rows by room and amounts; left to the text if unsure."""

from decimal import Decimal

from drawn_pdf import CELL, HEADER, PADDING, PITCH, XS, DrawnPdf, projects_of
from gzgoals.core.exchange.pdf.reader import read_unruled_grids
from gzgoals.core.exchange.sources import read_source

TOTAL = ("合计", "8.00", "6.00", "", "2.00", "", "")
UNIT = ("甲法院", *TOTAL[1:])
LONG = "完成全年的各项信息化运维任务，并保障系统"
FIRST = ("  信息化运维", "5.00", "5.00", "", "", f"{LONG}\n稳定运行。", f"{CELL[:26]}\n{CELL[26:]}")
SECOND = ("  培训", "3.00", "1.00", "", "2.00", "目标二。", f"{CELL[:26]}\n{CELL[26:]}")
ROWS = (HEADER, TOTAL, UNIT, FIRST, SECOND)
READ = [
    ("信息化运维", Decimal("5.00"), Decimal("0.00"), f"{LONG}稳定运行。", 1),
    ("培训", Decimal("1.00"), Decimal("2.00"), "目标二。", 1),
]


def read(pdf: bytes) -> list[tuple[str, object, object, str, int]]:
    return [
        (project.name, project.funding.appropriation, project.funding.other, project.objective, len(project.indicators))
        for project in projects_of(pdf)
    ]


def headed() -> DrawnPdf:
    paper = DrawnPdf()
    paper.text(350, 40, "2026年项目支出绩效目标表")
    paper.text(XS[0], 55, "部门名称：甲法院")
    return paper


def test_horizontal_rules_alone_are_enough() -> None:
    paper = headed()
    for y in paper.rows(ROWS):
        paper.across(y)
    assert read(paper.pdf()) == READ


def test_no_rules_are_needed_where_gutters_part_the_columns() -> None:
    paper = headed()
    paper.rows(ROWS)
    assert read(paper.pdf()) == READ


def test_rules_around_the_header_alone_do_not_hide_the_rest() -> None:
    paper = headed()
    ys = paper.rows(ROWS)
    paper.rules(ys[:2], paper.xs)
    assert read(paper.pdf()) == READ


def test_a_table_without_rules_goes_on_over_pages_without_its_header() -> None:
    paper = headed()
    paper.rows(ROWS[:4])
    paper.text(400, 570, "- 1 -")
    paper.next_page()
    paper.rows(ROWS[4:], top=40)
    paper.text(400, 570, "- 2 -")
    assert read(paper.pdf()) == READ


def test_columns_that_run_into_each_other_are_left_to_the_text() -> None:
    paper = headed()
    wide = (*FIRST[:5], "完成全年的各项信息化运维任务，保障系统稳定运行，按时验收", CELL[:26])
    paper.rows((HEADER, TOTAL, UNIT, wide, SECOND))
    assert read_unruled_grids(paper.pdf(), "表.pdf") == ()


def test_rows_that_no_rule_parts_are_told_by_their_amounts() -> None:
    paper = DrawnPdf()
    ys = paper.rows(ROWS)
    paper.rules([ys[0], ys[1], ys[-1]], paper.xs)
    assert read(paper.pdf()) == READ


def test_a_wrapped_amount_is_of_one_row() -> None:
    paper = DrawnPdf()
    ys = paper.rows((HEADER, ("合计\n（全部）", *[""] * 6), UNIT, FIRST, SECOND))
    paper.rules(ys, paper.xs)
    for place in (1, 2):
        paper.right(paper.xs[place + 1] - PADDING, ys[1] + 11, "1,234,56")
        paper.right(paper.xs[place + 1] - PADDING, ys[1] + 11 + PITCH, "7.00")
    paper.right(paper.xs[5] - PADDING, ys[1] + 11 + PITCH / 2, "2.00")
    assert read(paper.pdf()) == READ


def test_a_second_table_that_follows_without_a_word_keeps_its_own_total() -> None:
    paper = DrawnPdf()
    ys = paper.rows(
        (HEADER, *ROWS[1:4], HEADER, ("合计", *SECOND[1:5], "", ""), ("乙法院", *SECOND[1:5], "", ""), SECOND)
    )
    paper.rules(ys, paper.xs)
    table = read_source(paper.pdf(), "2026年表.pdf").table
    assert [(unit.name, [project.name for project in unit.projects]) for unit in table.units] == [
        ("甲法院", ["信息化运维"]),
        ("乙法院", ["培训"]),
    ]
    assert table.stated is None


def test_a_table_of_other_columns_on_the_next_page_is_another_one() -> None:
    paper = DrawnPdf()
    paper.table(ROWS)
    paper.next_page()
    paper.xs = (30, 250, 500, 810)
    ys = [40.0, 60.0, 80.0]
    for y, texts in zip(ys, (("科目", "数量", "金额"), ("办公用品", "12", "3.00")), strict=False):
        for x, text in zip(paper.xs, texts, strict=False):
            paper.text(x + PADDING, y + 12, text)
    paper.rules(ys, paper.xs)
    assert read(paper.pdf()) == READ


def test_captions_at_a_page_s_foot_are_those_of_the_next_table() -> None:
    paper = DrawnPdf()
    paper.table((HEADER, *ROWS[1:4]))
    paper.text(XS[0], 560, "部门名称：乙法院    单位：万元")
    paper.next_page()
    paper.table((HEADER, ("合计", *SECOND[1:5], "", ""), ("乙法院", *SECOND[1:5], "", ""), SECOND), top=40)
    draft = read_source(paper.pdf(), "2026年表.pdf")
    assert [unit.name for unit in draft.table.units] == ["甲法院", "乙法院"]
    assert not any("附注" in doubt.text for doubt in draft.doubts)
