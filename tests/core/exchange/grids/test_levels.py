"""Categories by number or name, in one cell or two."""

import pytest

from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.table import catalogue_of


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("产出指标", "数量指标", "11"),
        ("产出", "数量", "11"),
        ("1", "11", "11"),
        ("1-产出指标", "11-数量指标", "11"),
        ("1 产出指标", "11数量指标", "11"),
        ("1．产出指标", "１１－数量指标", "11"),
        ("一、产出指标", "（一）数量指标", "11"),
        ("", "质量指标", "12"),
        ("", "12", "12"),
        ("产出指标-时效指标", "", "13"),
        ("", "产出指标-数量指标", "11"),
        ("", "1-产出指标/11-数量指标", "11"),
        ("效益指标", "社会效益指标", "22"),
        ("效益指标", "可持续影响指标", "24"),
        ("满意度指标", "服务对象满意度指标", "31"),
        ("满意度指标", "满意度指标", "31"),
        ("满意度指标", "社会公众或服务对象满意度指标", "31"),
        ("产\n出指标", "数量\n指标", "11"),
        ("数量指标", "", "11"),
        ("产出指标", "", "1"),
    ],
)
def test_the_code_is_known(first: str, second: str, code: str) -> None:
    assert understood(first, second, catalogue_of("2015")) == code


@pytest.mark.parametrize(
    ("first", "second"), [("产出指标", "社会效益"), ("其他", "甲类"), ("9-其他指标", "91-另类"), ("", "能力建设")]
)
def test_what_the_catalogue_lacks_stays_as_text(first: str, second: str) -> None:
    assert second in understood(first, second, catalogue_of("2015"))
