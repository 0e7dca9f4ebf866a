"""The court's published table reads back exactly."""

from decimal import Decimal
from functools import cache

import pytest

from gzgoals.core.exchange import Draft, indicators_text, read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import Place, Project, catalogue_of

SAMPLE = "samples/guangzhou-internet-court.published.txt"

ROWS = [
    ("机构运行辅助经费", "549.00", 2),
    ("业务用房物业管理费", "624.00", 5),
    ("办公、业务用房租赁经费", "1600.22", 4),
    ("广州互联网法院2021年信息化运维项目", "184.55", 4),
    ("广州互联网法院2020年内网智慧审判平台中台化改造建设项目", "162.84", 4),
    ("广州互联网法院智慧审判信息支撑环境建设项目", "269.47", 4),
    ("司法救助金", "1.00", 3),
    ("国家赔偿金", "1.00", 2),
    ("诉讼费退费备用金", "32.00", 4),
    ("购置经费", "17.04", 6),
    ("审判执行专项经费", "396.41", 12),
    ("GZIT2022-QM-N-C-061088", "0.30", 1),
    ("广州互联网法院2022-2023年信息化运维项目", "82.01", 4),
    ("广州互联网法院2023-2024年信息化运维项目", "117.49", 4),
    ("广州互联网法院2024-2025年信息化运维项目", "200.00", 4),
    ("审判执行专项经费（其他收入资金）", "10.00", 1),
    ("广州互联网法院2025-2026年信息化运维项目", "125.00", 4),
]

REFUND = (
    "1、1-产出指标；12-质量指标；诉讼费足额退费率；实施周期指标值:100%；年度指标值:100%。"
    "2、1-产出指标；13-时效指标；诉讼费退费及时性；"
    "实施周期指标值:达标（财务人员收到案件经办人提交符合相关退费规定的材料之日起，在规定时间内完成退费手续。）；"
    "年度指标值:达标（财务人员收到案件经办人提交符合相关退费规定的材料之日起，在规定时间内完成退费手续。）。"
    "3、2-效益指标；22-社会效益；司法公信力；实施周期指标值:增强；年度指标值:增强。"
    "4、2-效益指标；22-社会效益；司法公正性水平；实施周期指标值:维持；年度指标值:维持。"
)
PURCHASES = (
    "1、1-产出指标；11-数量指标；购置碎纸机数量；实施周期指标值:9台；年度指标值:9台。"
    "2、1-产出指标；11-数量指标；购置高拍仪1台；实施周期指标值:1台；年度指标值:1台。"
    "3、1-产出指标；12-质量指标；提高办公效率，保障我院审判执行工作的高效运转；实施周期指标值:优；年度指标值:优。"
    "4、2-效益指标；22-社会效益；规范人民法院制服管理，干警按规定着装；实施周期指标值:100%；年度指标值:100%。"
    "5、3-满意度指标；31-服务对象满意度；干警制服定制满意度；实施周期指标值:≥98%；年度指标值:≥98%。"
    "6、3-满意度指标；31-服务对象满意度；用户满意度；实施周期指标值:100%；年度指标值:100%。"
)


@cache
def sample() -> Draft:
    return read_text(resource(SAMPLE).read_bytes(), SAMPLE, 2026)


def projects() -> tuple[Project, ...]:
    (unit,) = sample().table.units
    return unit.projects


def test_its_caption_is_read() -> None:
    table = sample().table
    assert (table.year, table.scheme, table.department) == (2026, "2015", "广州互联网法院")
    assert [unit.name for unit in table.units] == ["广州互联网法院"]


def test_its_names_totals_and_counts_are_read() -> None:
    rows = [(project.name, str(project.funding.total), len(project.indicators)) for project in projects()]
    assert rows == ROWS


def test_only_the_sixteenth_project_has_other_money() -> None:
    fundings = [project.funding for project in projects()]
    assert [funding.special_account for funding in fundings] == [Decimal("0.00")] * 17
    assert [(place, funding.other) for place, funding in enumerate(fundings, 1) if funding.other] == [
        (16, Decimal("10.00"))
    ]
    assert fundings[15].appropriation == Decimal("0.00")
    assert sum(funding.total for funding in fundings) == Decimal("4372.33")


def test_no_printed_amount_contradicts() -> None:
    table = sample().table
    assert (table.stated, table.units[0].stated) == (None, None)
    assert all(project.funding.stated_total is None for project in projects())


def test_its_one_doubt_says_what_was_inferred_and_why() -> None:
    (doubt,) = sample().doubts
    (unit,) = sample().table.units
    assert doubt.place == Place(unit.id, projects()[15].id, field="funding.other")
    assert doubt.text == (
        "第 396 行 审判执行专项经费（其他收入资金）：10.00 记入“其他资金”，"
        "因合计行的 10.00 只有此处相符，且名称中有“其他收入”。"
    )


@pytest.mark.parametrize(("number", "cell"), [(9, REFUND), (10, PURCHASES)])
def test_whole_cells_come_back_character_for_character(number: int, cell: str) -> None:
    assert indicators_text(projects()[number - 1].indicators, catalogue_of("2015")) == cell


def test_everything_printed_again_is_the_source_without_its_line_breaks() -> None:
    source = "".join(line.strip() for line in resource(SAMPLE).read_text(encoding="utf-8").splitlines())
    for project in projects():
        written = project.objective + indicators_text(project.indicators, catalogue_of("2015"))
        assert written in source
        source = source.replace(written, "", 1)
    assert "、" not in source.replace("办公、业务用房租赁经费", "")


def test_every_category_is_a_code() -> None:
    catalogue = catalogue_of("2015")
    indicators = [indicator for project in projects() for indicator in project.indicators]
    assert len(indicators) == 68
    assert all(catalogue.knows(indicator.category) for indicator in indicators)


def test_blanks_within_an_objective_stay_and_those_at_its_end_go() -> None:
    assert "先进经验和做法 ，推动与国内外" in projects()[10].objective
    assert projects()[9].objective.endswith("树立司法权威。")
    assert projects()[2].objective == "通过实施本项目，为本部门提供基本的工作场所，满足正常工作需要。"
    assert projects()[11].objective.endswith("确保相关业务信息系统正常运行")


def test_every_project_tells_the_lines_on_which_it_stands() -> None:
    draft = sample()
    lines = draft.source.lines
    for project in projects():
        amounts, *name = draft.origins[project.id]
        assert f"{project.funding.total:,.2f}" in lines[amounts.line - 1]
        text = "".join("".join(lines[spot.line - 1 : spot.last]) for spot in (*name, amounts))
        assert project.name in "".join(text.split())
        if project.indicators:
            assert "".join(text.split()).endswith(f"年度指标值:{project.indicators[-1].annual.text}。")
