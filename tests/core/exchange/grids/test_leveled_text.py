"""Indicators in the lines of one cell are read by the levels that stand before them."""

import pytest

from gzgoals.core.exchange.grids.leveled_text import leveled_indicators


@pytest.mark.parametrize(
    "text",
    [
        "产出指标：\n数量指标：培训人次≥100人次；\n质量指标：合格率≥95%。",
        "1.数量指标：培训人次≥100人次；2.质量指标：合格率≥95%",
        "产出指标-数量指标-培训人次：≥100人次\n产出指标-质量指标-合格率，≥95%",
        "数量指标\n1、培训人次≥100人次\n质量指标\n1、合格率≥95%",
    ],
)
def test_levels_may_stand_before_their_indicators_or_above_them(text: str) -> None:
    assert [printed[:5] for printed in leveled_indicators(text)] == [
        ("产出指标", "数量指标", "培训人次", "≥100人次", "≥100人次"),
        ("产出指标", "质量指标", "合格率", "≥95%", "≥95%"),
    ]


def test_an_indicator_in_words_is_all_name() -> None:
    (printed,) = leveled_indicators("社会效益指标：公信力提升")
    assert printed[:5] == ("效益指标", "社会效益", "公信力提升", "", "")


@pytest.mark.parametrize("text", ["", "做好工作；保障运行。", "培训人次≥100；数量指标：甲"])
def test_text_that_does_not_begin_with_a_level_has_none(text: str) -> None:
    assert leveled_indicators(text) == ()
