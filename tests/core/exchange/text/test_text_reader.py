"""The published text in all the shapes it is met in, and what is no such text."""

from datetime import datetime
from decimal import Decimal

import pytest

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import Draft, read_text
from gzgoals.core.table import TABLE, Unit

TITLE = "2026年项目支出绩效目标表（含转移支付项目）\n"
CAPTION = "部门名称：甲法院 单位：万元\n"
COLUMNS = "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n"
HEAD = TITLE + CAPTION + COLUMNS
CELL = "1、1-产出指标；11-数量指标；数量；实施周期指标值:9台；年度指标值:9台。\n"
TWO_UNITS = f"甲 20.00 20.00\n    子 20.00 20.00\n完成。\n{CELL}乙 15.00 15.00\n    丑 15.00 15.00\n完成。\n{CELL}"
ROWS = f"合计 35.00 35.00\n{TWO_UNITS}"


def read(text: str, year: int | None = None) -> Draft:
    return read_text(text.encode(), "表.txt", year)


def names(draft: Draft) -> list[tuple[str, list[str]]]:
    return [(unit.name, [project.name for project in unit.projects]) for unit in draft.table.units]


def only_unit(draft: Draft) -> Unit:
    (unit,) = draft.table.units
    return unit


@pytest.mark.parametrize("total", ["合计", "总计", "合 计", "合　计"])
def test_units_and_projects_are_told_by_indentation(total: str) -> None:
    draft = read(HEAD + ROWS.replace("合计", total))
    assert names(draft) == [("甲", ["子"]), ("乙", ["丑"])]
    assert (draft.doubts, draft.table.stated) == ((), None)


def test_units_and_projects_are_told_by_their_sums() -> None:
    assert names(read(HEAD + ROWS.replace("    ", ""))) == [("甲", ["子"]), ("乙", ["丑"])]


def test_the_total_row_may_be_missing() -> None:
    assert names(read(HEAD + TWO_UNITS)) == [("甲", ["子"]), ("乙", ["丑"])]


@pytest.mark.parametrize("indent", ["    ", ""])
def test_a_departments_row_above_the_units_is_left_out_with_a_doubt(indent: str) -> None:
    draft = read(HEAD + ROWS.replace("甲 20", "甲法院 35.00 35.00\n甲 20").replace("    ", indent))
    assert names(draft) == [("甲", ["子"]), ("乙", ["丑"])]
    assert [doubt.text for doubt in draft.doubts] == [
        "第 5 行 “甲法院”视为部门，未列为单位，因其金额与合计相同，下面另列单位。"
    ]


def test_projects_without_a_unit_row_fall_to_the_department() -> None:
    draft = read(HEAD + f"合计 35.00 35.00\n    子 20.00 20.00\n完成。\n    丑 15.00 15.00\n{CELL}")
    assert names(draft) == [("甲法院", ["子", "丑"])]
    assert [doubt.text for doubt in draft.doubts] == [
        "第 5 行 下列 2 个项目归入单位“甲法院”，因原文没有单位行，请核对。"
    ]


def test_a_text_whose_cells_stand_in_another_order_is_refused() -> None:
    row = "    项目{0} 1.00 1.00\n实施周期指标值:≥9；保障甲。年度指标值:≥9。1、1-产出指标；12-质量指标；甲"
    rows = "\n".join(row.format(number) for number in range(5))
    with pytest.raises(BadFileError, match=r"^“表\.txt”中的文字次序已乱，.*请直接导入 PDF 原件"):
        read(f"{CAPTION}{COLUMNS}合计 5.00 5.00\n甲 5.00 5.00\n{rows}")


def test_a_missing_caption_is_filled_with_doubts() -> None:
    draft = read(f"合计 35.00 35.00\n甲 35.00 35.00\n    子 35.00 35.00\n完成。\n{CELL}")
    year = datetime.now().astimezone().year
    assert (draft.table.year, draft.table.department) == (year, "甲")
    assert [(doubt.spot.line, doubt.place) for doubt in draft.doubts] == [
        (0, TABLE.at("year")),
        (2, TABLE.at("department")),
    ]
    assert draft.doubts[0].text == f"预算年度记作 {year}，原文没有写明年度，请核对。"


@pytest.mark.parametrize("caption", ["预算年度：2027", "2027年度预算"])
def test_the_year_is_found_in_the_caption(caption: str) -> None:
    assert read(f"{TITLE.removeprefix('2026年')}{caption}\n{CAPTION}{COLUMNS}{ROWS}").table.year == 2027


def test_a_given_year_wins() -> None:
    assert read(HEAD + ROWS, 2030).table.year == 2030


def test_a_departments_name_that_ran_over_is_joined() -> None:
    caption = "部门名称：广州互联\n网法院 单位：万元\n"
    assert read(TITLE + caption + COLUMNS + ROWS).table.department == "广州互联网法院"


def test_yuan_become_wan_with_a_doubt() -> None:
    draft = read(
        HEAD.replace("万元", "元") + "合计 350000.00 350000.00\n甲 350000.00 350000.00\n    子 350000.00 350000.00\n"
    )
    assert str(only_unit(draft).projects[0].funding.appropriation) == "35.00"
    assert [doubt.text for doubt in draft.doubts] == ["第 2 行 金额已由元换算为万元，因表头写明“单位：元”。"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_codings_and_line_ends_make_no_difference(coding: str, line_end: str) -> None:
    data = (HEAD + ROWS).replace("\n", line_end).encode(coding)
    assert names(read_text(data, "表.txt", 2026)) == [("甲", ["子"]), ("乙", ["丑"])]


def test_code_points_that_pdf_producers_write_are_folded() -> None:
    assert read(HEAD + ROWS.replace("子", "费⽤⼾")).table.units[0].projects[0].name == "费用户"


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}{CAPTION}{COLUMNS}",
        f"第 1 页\n\n{HEAD}",
        f"2026年{TITLE}{CAPTION}{COLUMNS}",
        f"- 1 -\n\f{HEAD}",
        f"1/3\n\f{HEAD}",
        f"1\n{TITLE}{CAPTION}项目名称（资金使用单\n位）\n总计 财政拨款 财政专户拨款 其他资金\n绩效目标 绩效指标\n",
    ],
)
def test_what_each_page_repeats_is_dropped_even_within_a_word(page: str) -> None:
    draft = read(HEAD + ROWS.replace("完成。", f"完\n{page}成。", 1))
    assert draft.table.units[0].projects[0].objective == "完成。"


def test_a_number_that_only_looks_like_a_pages_stays() -> None:
    objective = "完成\n3\n/12\n项，即2025\n-12-\n31前。"
    assert only_unit(one_project(objective)).projects[0].objective == "完成3/12项，即2025-12-31前。"


def test_a_figure_alone_where_a_page_begins_stays() -> None:
    draft = read(HEAD + ROWS.replace("完成。", f"完\n第 1 页\n\n{HEAD}0\n成。", 1))
    assert draft.table.units[0].projects[0].objective == "完0成。"


def one_project(text: str, amounts: str = "35.00 35.00") -> Draft:
    return read(f"{HEAD}合计 {amounts}\n甲 {amounts}\n    子 {amounts}\n{text}\n{CELL}")


def test_a_lone_blank_at_a_break_is_a_blank_of_the_text() -> None:
    written = one_project("采购Office \n365软件 \n若干，\n 含税。  ")
    assert only_unit(written).projects[0].objective == "采购Office 365软件 若干， 含税。"


def test_a_wider_gap_at_a_break_is_layout() -> None:
    assert only_unit(one_project("采购软件  \n若干。")).projects[0].objective == "采购软件若干。"


def test_the_blanks_that_a_producer_puts_at_every_break_are_dropped() -> None:
    written = one_project("".join(f"{letter} \n" for letter in "通过实施本项目满足需要。"))
    assert only_unit(written).projects[0].objective == "通过实施本项目满足需要。"


def test_figures_within_an_objective_begin_no_row() -> None:
    project = only_unit(one_project("目标是从 11.00 20.00\n到 5.00 5.00\n完成。")).projects[0]
    assert project.objective == "目标是从 11.00 20.00到 5.00 5.00完成。"


def test_an_objective_may_begin_as_a_list() -> None:
    project = only_unit(one_project("1、完成甲；2、完成乙；\n3、达到95")).projects[0]
    assert (project.objective, len(project.indicators)) == ("1、完成甲；2、完成乙；3、达到95", 1)


def test_an_objective_may_begin_beside_the_amounts() -> None:
    draft = read(f"{HEAD}合计 35.00 35.00\n甲 35.00 35.00\n    子 35.00 35.00 100.00 万元\n起。\n{CELL}")
    assert only_unit(draft).projects[0].objective == "100.00 万元起。"


def test_amounts_on_lines_of_their_own_are_put_together() -> None:
    draft = read(
        f"{HEAD}合计 35.00\n20.00\n15.00\n甲 35.00 20.00\n15.00\n    子（一\n期）\n35.00\n20.00\n15.00\n{CELL}"
    )
    project = only_unit(draft).projects[0]
    assert (project.name, str(project.funding.other)) == ("子（一期）", "15.00")


def test_a_project_without_money_may_print_a_lone_zero() -> None:
    draft = read(f"{HEAD}合计 35.00 35.00\n甲 35.00 35.00\n    子 35.00 35.00\n完成。\n    丑 0.00\n{CELL}")
    assert [project.name for project in only_unit(draft).projects] == ["子", "丑"]


def test_a_name_that_follows_an_unclosed_text_without_indentation_is_doubted() -> None:
    rows = f"合计 35.00 35.00\n甲 35.00 35.00\n子 20.00 20.00\n目标没有句号\n丑 15.00 15.00\n完成。\n{CELL}"
    draft = read(HEAD + rows)
    assert [project.name for project in only_unit(draft).projects] == ["子", "丑"]
    assert [doubt.read for doubt in draft.doubts] == ["名称读作“丑”"]


def test_the_scheme_is_the_one_that_knows_the_categories() -> None:
    assert read(HEAD + ROWS).table.scheme == "2015"
    assert read(HEAD + ROWS.replace("1-产出指标；11-数量指标", "4-成本指标；41-经济成本指标")).table.scheme == "2021"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "是空文件"),
        (b" \n\n", "是空文件"),
        (b"\x00\x01\x02\x03" * 50, "不是文本文件"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "不是文本文件"),
        (b"\xff\xff\xff\xff", "文字编码无法识别"),
        ("今天开会。\n".encode(), "没有找到项目支出绩效目标表"),
        (b"hello 1.00 1.00 world", "没有找到项目支出绩效目标表"),
        (HEAD.encode(), "没有找到项目支出绩效目标表"),
    ],
)
def test_what_is_no_such_text_is_refused_with_a_way_out(data: bytes, words: str) -> None:
    with pytest.raises(BadFileError) as refusal:
        read_text(data, "误选.txt", 2026)
    sentence = str(refusal.value)
    assert "“误选.txt”" in sentence
    assert words in sentence
    assert "请" in sentence
    assert sentence.endswith("。")


def test_a_slip_in_the_numbers_of_indicators_is_passed_over_and_told() -> None:
    second = CELL.replace("1、", "3、", 1)
    draft = read(f"{HEAD}合计 35.00 35.00\n甲 35.00 35.00\n    子 35.00 35.00\n完成。\n{CELL.strip()}{second}")
    assert len(draft.table.units[0].projects[0].indicators) == 2
    assert any("编号不连续" in doubt.text for doubt in draft.doubts)


def test_numbered_lists_with_closing_brackets_leave_the_next_name_alone() -> None:
    rows = (
        "合计 45.00 45.00\n甲 15.00 15.00\n    子 15.00 15.00\n目标如下。\n1）改造；\n2）验收。\n"
        "乙 30.00 30.00\n    丑 30.00 30.00\n保障。\n"
    )
    assert names(read(HEAD + rows)) == [("甲", ["子"]), ("乙", ["丑"])]


def test_a_project_without_printed_amounts_is_a_project_of_its_own() -> None:
    rows = (
        f"合计 15.00 15.00\n甲 15.00 15.00\n    子 10.00 10.00\n保障子。\n{CELL.strip()}\n"
        f"    丑\n保障丑。\n{CELL.strip()}\n    寅 5.00 5.00\n保障寅。\n{CELL}"
    )
    draft = read(HEAD + rows)
    assert names(draft) == [("甲", ["子", "丑", "寅"])]
    unpaid = draft.table.units[0].projects[1]
    assert (unpaid.funding.total, unpaid.objective, len(unpaid.indicators)) == (Decimal("0.00"), "保障丑。", 1)
    assert [doubt.place.project for doubt in draft.doubts if "没有印它的金额" in doubt.text] == [unpaid.id]


def test_an_indented_paragraph_of_an_objective_is_no_project() -> None:
    draft = one_project("目标如下。\n    一是保障\n二是改造。")
    assert names(draft) == [("甲", ["子"])]


@pytest.mark.parametrize(
    ("printed", "columns"),
    [
        ("35 35", ("35.00", "0.00", "0.00")),
        ("1,234.5 1,234.5", ("1234.50", "0.00", "0.00")),
        ("35.00 - - 35.00", ("0.00", "0.00", "35.00")),
        ("500.00 500.00 0 0", ("500.00", "0.00", "0.00")),
    ],
)
def test_amounts_in_another_notation_are_read(printed: str, columns: tuple[str, str, str]) -> None:
    funding = only_unit(one_project("保障。", printed)).projects[0].funding
    assert (funding.appropriation, funding.special_account, funding.other) == tuple(map(Decimal, columns))


def test_a_note_below_the_table_is_left_out_and_told() -> None:
    draft = read(
        f"{HEAD}合计 35.00 35.00\n甲 35.00 35.00\n    子 35.00 35.00\n完成。\n{CELL.strip()}\n注：金额单位为万元。\n"
    )
    clean = one_project("完成。").table.units[0].projects[0].indicators
    assert [each.annual for each in draft.table.units[0].projects[0].indicators] == [each.annual for each in clean]
    assert any("附注“注：金额单位为万元。”没有读入" in doubt.text for doubt in draft.doubts)


def test_a_column_header_may_have_the_captions_of_its_amounts_below() -> None:
    header = "项目名称 预算金额 绩效目标 绩效指标\n总计 财政拨款 财政专户拨款 其他资金\n"
    assert names(read(f"{TITLE}{CAPTION}{header}{ROWS}")) == [("甲", ["子"]), ("乙", ["丑"])]
