"""Which projects a filter keeps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks import Severity, check
from gzgoals.core.table import Funding, GoalTable, LastYear, Project, Unit
from gzgoals.core.years import compare
from gzgoals.gui.models.project_filter import Mark, News, Sieve, Wanted, news_of


def project(key: str, name: str, amount: str) -> Project:
    return Project(id=key, name=name, funding=Funding(appropriation=Decimal(amount)), objective="保障审判工作。")


OLD = (Unit(id="A", name="本级", projects=(project("a", "物业费", "50.00"), project("b", "重庆租赁费", "100.00"))),)
NEW = (
    Unit(id="A", name="本级", projects=(project("a", "物业费", "50.00"), project("b", "重庆租赁费", "100.01"))),
    Unit(id="B", name="法庭", projects=(project("c", "2022-2023年运维", "1234.56"), Project(id="d"))),
)
TABLE = GoalTable(year=2026, units=NEW, last_year=LastYear(year=2025, units=OLD))
CHECKED = check(TABLE)
COMPARISON = compare(LastYear(year=2025, units=OLD), TABLE)


def kept(text: str = "", *marks: Mark) -> str:
    sieve = Sieve(Wanted(text, frozenset(marks)), CHECKED, news_of(COMPARISON))
    return "".join(each.id for unit in NEW for each in unit.projects if sieve.keeps(unit, each))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", "abcd"),
        ("物业", "a"),
        ("wyf", "a"),
        ("zulin", "b"),
        ("cqzl", "b"),
        ("法庭", "cd"),
        ("ft", "cd"),
        ("费 重庆", "b"),
        ("没有", ""),
    ],
)
def test_names_are_met_in_any_part_by_pinyin_and_with_their_unit(text: str, left: str) -> None:
    assert kept(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (">100", "bc"),
        (">=100.01", "bc"),
        ("> 100", "bc"),
        ("≥100", "bc"),
        ("＞１００", "bc"),
        ("大于100", "bc"),
        ("不超过50万元", "ad"),
        ("<=50", "ad"),
        ("=50", "a"),
        ("50-100.01", "ab"),
        ("100.01~50", "ab"),
        ("50至1,234.56", "abc"),
        (">100 租赁", "b"),
        (">10 <60", "a"),
        (">", "abcd"),
        (">一百", ""),
    ],
)
def test_amounts_are_met_by_their_total(text: str, left: str) -> None:
    assert kept(text) == left


def test_years_that_look_like_amounts_still_find_the_name() -> None:
    assert kept("2022-2023") == "c"


@pytest.mark.parametrize(
    ("mark", "severity"), [(Mark.ERROR, Severity.ERROR), (Mark.WARNING, Severity.WARNING), (Mark.HINT, Severity.HINT)]
)
def test_a_mark_on_problems_keeps_what_has_them(mark: Mark, severity: Severity) -> None:
    having = {finding.place.project for finding in CHECKED.findings if finding.severity is severity}
    assert set(kept("", mark)) == having - {""}


def test_every_project_either_has_problems_or_none() -> None:
    assert set(kept("", Mark.FINE)) == set("abcd") - set(kept("", Mark.ANY))
    assert kept("", Mark.FINE, Mark.ANY) == "abcd"


def test_what_differs_from_the_year_before_is_kept() -> None:
    assert kept("", Mark.CHANGED) == "bcd"
    assert kept("", Mark.ADDED) == "cd"


def test_filters_combine() -> None:
    assert kept("费", Mark.CHANGED) == "b"
    assert kept(">1", Mark.ADDED) == "c"


def test_nobody_is_missed_for_problems_while_they_are_not_known() -> None:
    sieve = Sieve(Wanted("", frozenset({Mark.ERROR})), None, News())
    assert all(sieve.keeps(unit, each) for unit in NEW for each in unit.projects)


def test_what_is_wanted_is_told_in_words() -> None:
    assert Wanted(" >100 ", frozenset({Mark.ADDED, Mark.ERROR})).words == "有错误、新增项目、“>100”"
    assert Wanted(" ").is_all


def test_an_empty_unit_is_kept_for_its_name_alone() -> None:
    assert Sieve(Wanted("法庭"), CHECKED, News()).keeps_empty(NEW[1])
    assert not Sieve(Wanted("法庭 >5"), CHECKED, News()).keeps_empty(NEW[1])
    assert not Sieve(Wanted("法庭", frozenset({Mark.ERROR})), CHECKED, News()).keeps_empty(NEW[1])


@given(st.text(max_size=8), st.text(st.sampled_from("<>=≥-0123.,万元物w "), max_size=10))
def test_nothing_typed_is_too_much(any_text: str, like_amounts: str) -> None:
    for text in (any_text, like_amounts):
        assert set(kept(text)) <= set("abcd")
