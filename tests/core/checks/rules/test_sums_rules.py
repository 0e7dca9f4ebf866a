"""What is found at the rows of sums that an imported file printed."""

from dataclasses import replace
from decimal import Decimal

from gzgoals.core.checks import check
from gzgoals.core.table import Stated
from tables_to_check import GOOD, amounts, drawn, found, messages, offered, project, table

OTHER = project(name="其他", funding=amounts("", other="10.00"), objective="满足需要。")


def stated(total: str, appropriation: str, other: str = "0.00") -> Stated:
    return Stated(
        total=Decimal(total),
        appropriation=Decimal(appropriation),
        special_account=Decimal("0.00"),
        other=Decimal(other),
    )


def test_a_row_of_sums_that_agrees_is_fine() -> None:
    assert found(GOOD, stated=stated("549.00", "549.00")) == []


def test_each_column_that_disagrees_is_found() -> None:
    assert found(GOOD, stated=stated("1550.00", "549.00", "1001.00")) == ["M02 u stated.total", "M02 u stated.other"]
    assert messages(GOOD, stated=stated("1550.00", "549.00", "1001.00")) == [
        "“总计”合计 1,550.00，项目之和 549.00，差 1,001.00",
        "“其他资金”合计 1,001.00，项目之和 0.00，差 1,001.00",
    ]


def test_drafts_count_for_nothing_in_a_sum() -> None:
    assert "M02 u stated.appropriation" not in found(GOOD, OTHER, stated=stated("559.00", "549.00", "10.00"))


def test_the_row_of_the_whole_table_is_summed_over_all_units() -> None:
    whole = replace(table(GOOD), stated=stated("549.00", "500.00"))
    assert [drawn(finding) for finding in check(whole).findings] == ["M02  stated.appropriation"]


def test_summing_up_anew_drops_what_was_stated() -> None:
    whole = table(GOOD, stated=stated("550.00", "550.00"))
    new = offered(whole, "M02")["取合计"].edit(whole)
    assert new.units[0].stated is None
    assert check(new).findings == ()
