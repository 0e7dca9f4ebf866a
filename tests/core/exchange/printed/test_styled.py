"""Texts whose parts are told by styles: exact while they read as printed, by their text where they do not."""

import pytest

from gzgoals.core.exchange.printed.own import OwnTitle
from gzgoals.core.exchange.printed.styled import styled_captions, styled_indicators
from gzgoals.core.exchange.printed.styles import Style
from gzgoals.core.exchange.source import StyledPart
from gzgoals.core.table import Target


def parts(*pieces: str | tuple[Style, str]) -> list[StyledPart]:
    return [
        StyledPart("", piece) if isinstance(piece, str) else StyledPart(str(piece[0]), piece[1]) for piece in pieces
    ]


CATEGORY = (Style.CATEGORY, "1-产出指标；12-质量指标")
TARGETS = ("；实施周期指标值:", (Style.TARGET, "≥95%"), "；年度指标值:", (Style.TARGET, "优"), "。")


def test_a_name_may_hold_whatever_parts_indicators() -> None:
    name = (Style.NAME, "2、3-满意度指标；31-服务对象满意度；甲；实施周期指标值:5。")
    (indicator,) = styled_indicators(parts("1、", CATEGORY, "；", name, *TARGETS)) or ()
    assert (indicator.name, indicator.cycle, indicator.annual) == (name[1], "≥95%", "优")


def test_a_part_in_several_runs_is_one() -> None:
    pieces = parts("1", "、", CATEGORY, "；", (Style.NAME, "合格"), (Style.NAME, ""), (Style.NAME, "率"), *TARGETS)
    assert [each.name for each in styled_indicators(pieces) or ()] == ["合格率"]


def test_parts_of_a_target_are_kept_apart_and_an_unknown_sign_is_understood() -> None:
    odd = ((Style.VALUE, "≥95"), (Style.MEASURE, " %"))
    typed = ((Style.SIGN, "不低于"), (Style.VALUE, "95"), (Style.MEASURE, "%"))
    pieces = parts("1、", CATEGORY, "；；实施周期指标值:", *odd, "；年度指标值:", *typed, "。")
    (indicator,) = styled_indicators(pieces) or ()
    assert indicator.targets == (Target(value="≥95", measure=" %"), Target(operator="≥", value="95", measure="%"))


@pytest.mark.parametrize("added", ["另见附件。", "\ue000"])
def test_text_that_belongs_to_no_indicator_makes_the_cell_one_to_be_read_by_its_looks(added: str) -> None:
    assert styled_indicators(parts(added, "1、", CATEGORY, "；", *TARGETS)) is None


def test_a_blank_cell_has_no_indicators() -> None:
    assert styled_indicators([]) == ()


def test_captions_are_read_part_for_part() -> None:
    department, year = (Style.DEPARTMENT, " 甲 单位：元"), (Style.YEAR, "2027")
    line = parts("部门名称：", department, "\t预算年度：", year, "　编码字典：", (Style.SCHEME, "2021"), "\t单位：万元")
    assert styled_captions(line) == OwnTitle(" 甲 单位：元", 2027, "2021")
    assert styled_captions(parts("部门名称：\t预算年度：", year, "\t单位：万元")) == OwnTitle("", 2027, "2015")


@pytest.mark.parametrize("year", ["", "20x7", "1066"])
def test_captions_without_a_year_are_left_to_be_read_by_their_looks(year: str) -> None:
    assert styled_captions(parts("部门名称：\t预算年度：", (Style.YEAR, year), "\t单位：万元")) is None
