"""Invented tables for property tests, as hard as an office could make them."""

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import strategies as st

from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Unit, catalogue_of, scheme_names, split_target

_WORDS = [
    "广州互联网法院",
    "审判执行",
    "专项经费",
    "等级保护2.0测评",
    "2022-2023年",
    "信息化运维",
    "GZIT2022-QM-N-C-061088",
]
_WORDS += ["办公、业务用房", "（一期）", "“高”危", "5G", "Wi-Fi 6", "No.1", "购置高拍仪1台", "经费", "第3批", "A", "乙"]
_CLAUSES = [
    "1、",
    "2、",
    "保障审判执行工作",
    "完成；",
    "。",
    "，",
    "达到95.5%",
    "2025年12月31日前",
    "（含辅警）",
    "做法 ，推动",
]
_CLAUSES += ["1、2-3", "：", "≥70分", "实现年度目标", "Office 365", "100.00", "一、", "合计", "单位：万元", "、"]
_TARGETS = [
    "≥95%",
    "＝100%",
    "12个",
    "优",
    "0",
    "≤3秒",
    "20次/年",
    "95%-98%",
    "2025年12月31日前",
    "第1季度",
    "1:3",
    "-5℃",
]
_TARGETS += [
    "1,000人",
    "达标（收到材料之日起，按时完成。）",
    "分2步：1、立项；2、验收。",
    "优；良。",
    "待单位补充...",
    "≤30日内",
    "等级保护2.0",
]

names = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map("".join)
"""Names of units and projects: one line that does not begin or end with a blank."""

paragraphs = st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=8).map(lambda parts: "".join(parts).strip())
indicator_names = st.lists(st.sampled_from([*_WORDS, "完成；", "。", "2、", "率"]), min_size=1, max_size=4).map("".join)
targets = st.sampled_from(_TARGETS).map(split_target)
amounts = st.integers(0, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
fundings = st.builds(Funding, appropriation=amounts, special_account=amounts, other=amounts)


def indicators(scheme: str) -> st.SearchStrategy[Indicator]:
    """Return a strategy for indicators of a scheme, some in categories that it does not know."""
    codes = [category.code for category in catalogue_of(scheme).categories]
    coded = st.sampled_from([*codes, "", "其他", "1-产出指标；15-其他", "9-其他指标；91-另类"])
    return st.one_of(
        st.builds(Indicator, category=coded, name=indicator_names, cycle=targets, annual=targets),
        st.builds(Indicator, category=st.just("甲类；乙类"), name=names, cycle=targets, annual=targets),
    )


def projects(scheme: str) -> st.SearchStrategy[Project]:
    """Return a strategy for projects; an objective may be empty or have several paragraphs."""
    return st.builds(
        Project,
        name=names,
        funding=fundings,
        objective=st.lists(paragraphs, max_size=3).map("\n".join),
        indicators=st.lists(indicators(scheme), max_size=4).map(tuple),
    )


@st.composite
def tables(draw: st.DrawFn) -> GoalTable:
    """Draw a table of any scheme, with any number of units and projects, none included."""
    scheme = draw(st.sampled_from(scheme_names()))
    units = st.builds(Unit, name=names, projects=st.lists(projects(scheme), max_size=4).map(tuple))
    return GoalTable(
        year=draw(st.integers(1990, 2099)),
        scheme=scheme,
        department=draw(st.one_of(st.just(""), names)),
        units=tuple(draw(st.lists(units, max_size=3))),
    )


_CLOSED = [
    "保障审判执行工作。",
    "1、完成甲；2、完成乙。",
    "达到95.5%，不少于12个。",
    "（含辅警。）服装。",
    "做法 ，推动。",
    "用Office 365。",
]
_SOURCES = [("appropriation",)] * 4 + [("other",), ("special_account",), ("appropriation", "other")]
_SOURCES += [("appropriation", "special_account"), ("special_account", "other")]
_ALL_SOURCES = ("appropriation", "special_account", "other")


@st.composite
def publishable_tables(draw: st.DrawFn) -> GoalTable:
    """Draw a table whose printed text leaves nothing open.

    Every project has indicators or an objective that ends with 。; the amounts are different powers of two, so that
    a sum tells its parts; if any money is not 财政拨款, the first project has all three kinds and so has the 合计.
    """
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    sources = draw(st.lists(st.sampled_from(_SOURCES), min_size=sum(shape), max_size=sum(shape)))
    if any(source != ("appropriation",) for source in sources):
        sources[0] = _ALL_SOURCES
    powers = iter(draw(st.permutations(range(3 * len(sources)))))
    kinds = [
        Funding(
            appropriation=_power(powers, "appropriation" in source),
            special_account=_power(powers, "special_account" in source),
            other=_power(powers, "other" in source),
        )
        for source in sources
    ]
    drawn = iter([draw(_publishable_project(funding)) for funding in kinds])
    units = [Unit(name=draw(names), projects=tuple(next(drawn) for _ in range(size))) for size in shape]
    return GoalTable(year=2026, department=draw(names), units=tuple(units))


def _power(powers: Iterator[int], wanted: bool) -> Decimal:
    return Decimal(1 << next(powers)).scaleb(-2) if wanted else Decimal("0.00")


def _publishable_project(funding: Funding) -> st.SearchStrategy[Project]:
    closed = st.lists(st.sampled_from(_CLOSED), min_size=1, max_size=4).map("".join)
    some = st.lists(indicators("2015"), min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Project, name=names, funding=st.just(funding), objective=paragraphs, indicators=some),
        st.builds(Project, name=names, funding=st.just(funding), objective=closed, indicators=some),
        st.builds(Project, name=names, funding=st.just(funding), objective=closed),
        st.builds(Project, name=names, funding=st.just(funding), indicators=some),
    )
