"""Amounts as users and files write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.table import Funding, amount_of, amount_text, money_text, worth


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("624", "624.00"),
        ("624.5", "624.50"),
        (" 1,600.22 ", "1600.22"),
        ("１６００．２２", "1600.22"),
        ("12.345", "12.345"),
        ("-3", "-3.00"),
        ("0", "0.00"),
        ("-0.00", "0.00"),
    ],
)
def test_a_plain_number_is_an_exact_amount_of_at_least_two_places(written: str, amount: str) -> None:
    assert str(amount_of(written)) == amount
    assert isinstance(amount_of(written), Decimal)


@pytest.mark.parametrize("draft", ["", "五百", "1.2.3", "12万", "1,23", "NaN", "1e5", "9" * 16, "-", "1.", "²"])
def test_anything_else_stays_the_text_it_is(draft: str) -> None:
    assert amount_of(draft) == draft
    assert worth(amount_of(draft)) == 0


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_printed_reads_back(amount: Decimal) -> None:
    assert amount_of(money_text(amount)) == amount
    assert amount_of(amount_text(amount)) == amount


def test_a_total_is_the_exact_sum_of_the_sources_and_leaves_drafts_out() -> None:
    funding = Funding(appropriation=Decimal("0.10"), special_account=Decimal("0.20"), other="待定")
    assert funding.total == Decimal("0.30")


def test_nothing_is_one_amount_shared_by_all_however_it_is_written() -> None:
    assert amount_of("0") is amount_of("0.00") is amount_of("-0.0")
    assert str(amount_of("-0.000")) == "0.000"
