"""A print of this program is known again, and its title tells department, year and scheme exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import names
from gzgoals.core.exchange.printed.own import CREATOR, OwnTitle, is_own, own_title


@given(st.one_of(st.just(""), names), st.integers(1990, 2099), st.sampled_from(["", "2015", "2024"]))
def test_a_title_says_what_it_was_made_of(department: str, year: int, scheme: str) -> None:
    title = OwnTitle(department, year, scheme)
    assert own_title(str(title)) == title


def test_a_year_in_the_departments_name_is_not_the_tables() -> None:
    title = own_title("2022-2023年1990年项目支出绩效目标表（含转移支付项目）")
    assert title == OwnTitle("2022-2023年", 1990)


@pytest.mark.parametrize("title", ["", "2026年项目支出绩效目标对比表", "项目支出绩效目标表"])
def test_another_title_says_nothing(title: str) -> None:
    assert own_title(title) is None


@pytest.mark.parametrize("creator", ["", "gzgoals", "Writer", "not gzgoals 1"])
def test_other_programs_and_the_first_prints_are_read_like_any_pdf(creator: str) -> None:
    assert not is_own(creator)


def test_this_program_knows_its_prints() -> None:
    assert is_own(CREATOR)


def test_a_title_fits_the_lines_that_name_its_department_however_they_are_broken() -> None:
    title = OwnTitle("广州 互联网法院", 2026)
    assert title.fits(["项目支出绩效目标表", "部门名称：广州", "互联网法院 单位：万元"])
    assert not title.fits(["项目支出绩效目标表", "部门名称：广州市法院 单位：万元"])
