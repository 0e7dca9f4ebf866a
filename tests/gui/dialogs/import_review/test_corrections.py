"""Correcting what was guessed, field by field."""

from decimal import Decimal

import pytest

from gzgoals.core.edits import get_value, put_value
from gzgoals.core.exchange import Doubt
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.dialogs.import_review.corrections import answer_of, corrected, is_corrected, kind_of

FUNDING = Funding(appropriation=Decimal("5.00"), other=Decimal("10.00"))
PROJECT = Project(
    id="p",
    name="物业费",
    objective="一。\n二。",
    funding=FUNDING,
    indicators=(Indicator(id="i", category="12", name="完好率", annual=Target(operator="≥", value="95", measure="%")),),
)
BEFORE = GoalTable(year=2026, department="某院", units=(Unit(id="u", name="某院", projects=(PROJECT,)),))
HERE, THERE = Place("u", "p"), Place("u", "p", "i")


def doubt(place: Place) -> Doubt:
    return Doubt(NOWHERE, place, "读作某某", "因某某")


@pytest.mark.parametrize(
    ("place", "kind", "shown", "typed", "value"),
    [
        (HERE.at("name"), "项目名称", "物业费", " 物业管理费 ", "物业管理费"),
        (Place("u").at("name"), "单位名称", "某院", "某法院", "某法院"),
        (TABLE.at("department"), "部门", "某院", "某法院", "某法院"),
        (TABLE.at("year"), "年度", "2026", "2025", 2025),
        (HERE.at("objective"), "目标", "一。↵二。", "一。↵二。↵三。", "一。\n二。\n三。"),
        (THERE.at("name"), "指标", "完好率", "设施完好率", "设施完好率"),
        (THERE.at("annual"), "指标", "≥95%", "不低于90%", Target(operator="≥", value="90", measure="%")),
        (THERE.at("category"), "指标", "12-质量指标", "13-时效指标", "13"),
        (TABLE.at("scheme"), "编码", "2015", "", ""),
    ],
)
def test_a_field_is_shown_as_text_and_takes_one(place: Place, kind: str, shown: str, typed: str, value: object) -> None:
    each = doubt(place)
    assert kind_of(each) == kind
    answer = answer_of(BEFORE, BEFORE, each)
    assert answer.open
    assert shown in answer.text or place.field == "scheme"
    if typed:
        after = corrected(BEFORE, BEFORE, each, typed)
        assert get_value(after, place) == value
        assert is_corrected(BEFORE, after, each)
    assert not is_corrected(BEFORE, BEFORE, each)


@pytest.mark.parametrize("typed", ["", "明年", "20", "25-26", "99999", "二〇二六"])
def test_what_is_no_year_changes_nothing(typed: str) -> None:
    assert corrected(BEFORE, BEFORE, doubt(TABLE.at("year")), typed) is BEFORE


COLUMN = doubt(HERE.at("funding.other"))


def test_an_amount_moves_to_the_column_that_is_picked_and_is_added_to_what_is_there() -> None:
    after = corrected(BEFORE, BEFORE, COLUMN, "财政拨款")
    assert get_value(after, HERE.at("funding")) == Funding(appropriation=Decimal("15.00"))
    assert answer_of(BEFORE, after, COLUMN).text == "财政拨款"


def test_an_amount_moved_twice_leaves_nothing_behind() -> None:
    once = corrected(BEFORE, BEFORE, COLUMN, "财政拨款")
    twice = corrected(BEFORE, once, COLUMN, "财政专户拨款")
    assert get_value(twice, HERE.at("funding")) == Funding(
        appropriation=Decimal("5.00"), special_account=Decimal("10.00")
    )
    back = corrected(BEFORE, twice, COLUMN, "其他资金")
    assert get_value(back, HERE.at("funding")) == FUNDING
    assert not is_corrected(BEFORE, back, COLUMN)


def test_a_column_offers_all_three_and_tells_the_amount() -> None:
    answer = answer_of(BEFORE, BEFORE, COLUMN)
    assert (answer.lead, answer.text) == ("10.00 → ", "其他资金")
    assert answer.choices == ("财政拨款", "财政专户拨款", "其他资金")


def test_a_missing_amount_is_typed_in() -> None:
    bare = put_value(BEFORE, HERE.at("funding"), Funding())
    each = doubt(HERE.at("funding"))
    after = corrected(bare, bare, each, "12.5")
    assert answer_of(bare, bare, each).text == "0.00"
    assert get_value(after, HERE.at("funding")) == Funding(appropriation=Decimal("12.50"))


@pytest.mark.parametrize("place", [TABLE, HERE, HERE.at("indicators"), Place("u")])
def test_what_is_no_single_field_is_told_and_left(place: Place) -> None:
    answer = answer_of(BEFORE, BEFORE, doubt(place))
    assert (answer.text, answer.open) == ("读作某某", False)
    assert corrected(BEFORE, BEFORE, doubt(place), "别的") is BEFORE
