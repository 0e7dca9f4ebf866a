"""Small tables to check, how their findings are drawn as text, and messy ones for property tests."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from gzgoals.core.checks import Finding, Fix, check, fixes
from gzgoals.core.table import Funding, GoalTable, Indicator, Place, Project, Stated, Target, Unit, split_target

UNIT = Place("u")
PROJECT = Place("u", "p1")


def indicator(name: str, category: str, cycle: str, annual: str | None = None) -> Indicator:
    """Return an indicator with printed targets, the annual one like the cycle's unless it is given."""
    return Indicator(
        category=category,
        name=name,
        cycle=split_target(cycle),
        annual=split_target(cycle if annual is None else annual),
    )


GOOD = Project(
    name="机构运行辅助经费",
    funding=Funding(appropriation=Decimal("549.00")),
    objective="配足配齐辅助人员。",
    indicators=(
        indicator("非编人员年度考核合格率", "12", "≥95%"),
        indicator("结案率", "22", "≥90%"),
    ),
)
"""A project at which nothing is found in a `table`."""

SMALL = ("S05", "S06", "S07", "S11")
"""The hints for projects of few indicators and for those of the same ones, which the small tables are not given."""


def project(**changes: object) -> Project:
    """Return the good project with some of its fields changed."""
    return replace(GOOD, **changes)  # type: ignore[arg-type]


def amounts(appropriation: str, special_account: str = "0.00", other: str = "0.00") -> Funding:
    """Return a funding with the amounts as they are typed, in 万元."""
    return Funding(appropriation=appropriation, special_account=special_account, other=other)


def table(*projects: Project, stated: Stated | None = None) -> GoalTable:
    """Return a table of one unit `u` whose projects are `p1`, `p2` … and their indicators `i1`, `i2` …

    The good project's objective is told apart where several have it.
    """
    numbered = tuple(_numbered(each, number) for number, each in enumerate(projects, 1))
    return GoalTable(year=2026, units=(Unit(id="u", projects=numbered, stated=stated),), hints_off=SMALL)


def _numbered(each: Project, number: int) -> Project:
    indicators = tuple(replace(one, id=f"i{place}") for place, one in enumerate(each.indicators, 1))
    objective = f"配足第{number}批辅助人员。" if number > 1 and each.objective == GOOD.objective else each.objective
    return replace(each, id=f"p{number}", objective=objective, indicators=indicators)


def drawn(finding: Finding) -> str:
    """Draw a finding as `V02 p1#1 annual.measure cycle.measure`."""
    place = finding.place
    number = f"#{place.indicator.removeprefix('i')}" if place.indicator else ""
    return " ".join((finding.rule, f"{place.project or place.unit}{number}", *(cell.field for cell in finding.cells)))


def found(*projects: Project, stated: Stated | None = None) -> list[str]:
    """Return what is found in a table of these projects, drawn."""
    return [drawn(finding) for finding in check(table(*projects, stated=stated)).findings]


def messages(*projects: Project, stated: Stated | None = None) -> list[str]:
    """Return the messages of what is found in a table of these projects."""
    return [finding.message for finding in check(table(*projects, stated=stated)).findings]


def offered(whole: GoalTable, rule: str) -> dict[str, Fix]:
    """Return the fixes for the first finding of a rule, by their labels."""
    checked = check(whole)
    finding = next(finding for finding in checked.findings if finding.rule == rule)
    return {fix.label: fix for fix in fixes(checked, finding)}


def fixed(whole: GoalTable, rule: str, label: str) -> tuple[Project, list[str]]:
    """Apply a fix; return the first project as it is then, and what is found, drawn."""
    new = offered(whole, rule)[label].edit(whole)
    return new.units[0].projects[0], [drawn(finding) for finding in check(new).findings]


_NAMES = st.sampled_from(
    [
        "购置经费",
        "购置 经费",
        "司法救助金",
        "购置经费（其他收入）",
        "2024年运维项目",
        "2026年运维项目",
        "2023-2024年运维",
        "GZIT2022-QM",
        "面积",
        "事故数",
        "结案率",
        "结案率（%）",
        "",
        " ",
        "——",
        "差错率",
        "满意度",
        "项目规模",
        "待补充",
        "XX项目",
        "同上",
    ]
)
_OBJECTIVES = st.one_of(
    st.sampled_from(
        [
            "满足工作需要。",
            "",
            "无",
            "* ",
            "待单位补充...",
            "……",
            "该项目无绩效目标，不编报",
            "结案率达到90%，事故数不超过3起，面积5。",
            "结案率≥95%、 事故数为0，， XX面积达到9平方米",
            "结案率150%",
            "做好审执工作。" * 60,
        ]
    ),
    st.text(alphabet="做好结案率9%，。；、 \u3000\n（”…", max_size=12),
)
_INDICATOR_NAMES = st.one_of(
    _NAMES,
    st.sampled_from(
        [
            "案件办理数量",
            "办理案件数",
            "结案及时率",
            "预算执行率",
            "群众满意度",
            "查询速度",
            "采购9台",
            "达到95%",
            "做好服务，保障办案",
            "责任治安事故数",
            "在省级（含省级）以上媒体发布的全部新闻稿件",
        ]
    ),
)
_CATEGORIES = st.sampled_from(
    ["11", "12", "12", "13", "14", "22", "31", "41", "1", "", "99", "1-产出指标；22-社会效益", "15-数量指标", "42"]
)
_PRINTED = [
    "", "≥95%", "95%", "≤90%", "100%", "＞99%", "120%", "95", "300", "≤3", "0", "11733.38", "11733.38平方米", "5个",
    "＞8个", "3XX", "1-2次", "100万元以上", "优", "达标。", "进一步增强", "（标准：）", "*", "-",
    "2025年12月31日前", "待补充", "≤3秒", "9台",
]  # fmt: skip
_TARGETS = st.one_of(
    st.sampled_from(_PRINTED).map(split_target),
    st.builds(
        Target,
        operator=st.sampled_from(["", "≥", "＜"]),
        value=st.sampled_from(["", "9", "达标", "≥1", "９９．５", "20（每月2次）"]),
        measure=st.sampled_from(["", "%", "95%", "平方米", "％以上"]),
    ),
)
MESSY_AMOUNTS = st.one_of(
    st.sampled_from(
        ["", "五百", *map(Decimal, ("0.00", "-1.00", "0.30", "1.005", "10000.00", "5490000.00", "20000000.00"))]
    ),
    st.integers(0, 10**7).map(lambda cents: Decimal(cents).scaleb(-2)),
)
_FUNDINGS = st.builds(
    Funding,
    appropriation=MESSY_AMOUNTS,
    special_account=MESSY_AMOUNTS,
    other=MESSY_AMOUNTS,
    stated_total=st.one_of(st.none(), st.just(Decimal("7654321.01"))),
)
INDICATORS = st.builds(Indicator, category=_CATEGORIES, name=_INDICATOR_NAMES, cycle=_TARGETS, annual=_TARGETS)
PROJECTS = st.builds(
    Project,
    name=_NAMES,
    funding=_FUNDINGS,
    objective=_OBJECTIVES,
    indicators=st.lists(INDICATORS, max_size=4).map(tuple),
)
STATED = st.one_of(
    st.none(),
    st.builds(
        Stated, **dict.fromkeys(("total", "appropriation", "special_account", "other"), st.just(Decimal("1.00")))
    ),
)
_UNITS = st.builds(Unit, name=_NAMES, projects=st.lists(PROJECTS, max_size=4).map(tuple), stated=STATED)
MESSY = st.builds(
    GoalTable,
    year=st.just(2026),
    scheme=st.sampled_from(["2015", "2021"]),
    units=st.lists(_UNITS, max_size=3).map(tuple),
    stated=STATED,
)
"""Tables as they stand in the middle of the work, with every rule broken somewhere."""
