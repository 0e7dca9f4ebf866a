"""Tables of any characters at all, for what claims to lose none."""

from decimal import Decimal

from hypothesis import strategies as st

from gzgoals.core.table import OPERATORS, Funding, GoalTable, Indicator, Project, Target, Unit

_HARD = [
    "_x005F_x0041_",
    "<r>",
    "</r>",
    "；",
    "；年度指标值:",
    "2、1-产出指标；12-质量指标；",
    "=1+1",
    "@甲",
    "+1",
    "-1",
    "'",
    "'=",
    "\t",
    "\n",
    "\r",
    "\x00",
    "\x1b",
    "_x000D_甲",
    "  ",
    "　",
    '"',
    ",",
]
_HARD += [
    "\ufeff",
    "\u200b",
    "\u202e",
    "𠮷",
    "⽤",
    "1,000",
    "95",
    "0095",
    "1e5",
    "TRUE",
    "2026-01-01",
    "—",
    "1、",
    "。",
]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=12),
    st.lists(st.sampled_from([*_HARD, "甲", "a"]), max_size=5).map("".join),
)
"""Texts of any characters but those that no file can hold."""

_categories = texts.filter(lambda text: not text.startswith("；"))
"""Of a category in words the first of its two levels is none where there is only one, which is printed as `；乙`."""

_targets = st.builds(Target, operator=st.sampled_from(OPERATORS), value=texts, measure=texts)
_exact = st.integers(-(10**14), 10**14).map(lambda cents: Decimal(cents).scaleb(-2))
_fine = st.integers(0, 10**9).map(lambda parts: Decimal(parts).scaleb(-6))
_huge = st.integers(10**16, 10**17 - 1).map(lambda cents: Decimal(cents).scaleb(-2))
_drafts = st.sampled_from(
    ["", " ", "　", "\n", "—", "——", "— ", " —", "—五", "5万元", "待定", " 约五百 ", "=1", "1.2.3", "'-"]
)
amounts = st.one_of(_exact, _fine, _huge, _drafts)
"""Amounts of any size and fineness, and drafts of such."""

_indicators = st.builds(
    Indicator,
    category=st.one_of(st.sampled_from(["1", "12", "99", "", "乙", "甲；乙；丙", "1-产出指标；15-其他"]), _categories),
    name=texts,
    cycle=_targets,
    annual=_targets,
)
_projects = st.builds(
    Project,
    name=texts,
    funding=st.builds(Funding, appropriation=amounts, special_account=amounts, other=amounts),
    objective=texts,
    indicators=st.lists(_indicators, max_size=3).map(tuple),
)
_units = st.builds(Unit, name=texts, projects=st.lists(_projects, max_size=3).map(tuple))


def wild_tables(departments: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[GoalTable]:
    """Return a strategy for tables; their department is a plain one unless others are asked for."""
    return st.builds(
        GoalTable,
        year=st.integers(1900, 9999),
        scheme=st.sampled_from(["2015", "2021"]),
        department=st.just("甲法院") if departments is None else departments,
        units=st.lists(_units, max_size=3).map(tuple),
    )
