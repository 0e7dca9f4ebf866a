"""What a screen reader finds in the window, and can do there, over a real bus on a real screen.

Where the bus or the reader's bindings are missing this is skipped; `make accessible` sets them up and does not skip.
"""

import os
from typing import Any

import pytest

from evidence.screen_reader import missing, read_aloud

MUST = bool(os.environ.get("GZGOALS_ACCESSIBLE"))
LACK = "" if MUST else missing()

pytestmark = pytest.mark.skipif(bool(LACK), reason=f"no screen can be read here: {LACK} missing")


@pytest.fixture(scope="module")
def heard() -> Any:
    return read_aloud()


def test_the_tree_tells_names_amounts_and_problems(heard: Any) -> None:
    tree = heard["read"]["tree"]
    assert {"某法院", "物业费", "0.00"} <= set(tree)
    assert any(text.startswith(("错误", "警告")) for text in tree)


def test_the_titles_of_the_grid_tell_the_two_targets_apart(heard: Any) -> None:
    titles = heard["read"]["titles"]
    assert "实施周期指标值，值" in titles
    assert "年度指标值，值" in titles
    assert len(set(titles)) == len(titles)


def test_the_cells_of_the_grid_tell_their_values_and_problems(heard: Any) -> None:
    grid = heard["read"]["grid"]
    assert {"设施完好率", "12-质量指标", "大于等于", "95", "%"} <= set(grid)
    assert any(text.startswith("，错误：") or "，错误：" in text for text in grid)
    assert any("100，警告：" in text or "，警告：" in text for text in grid)


def test_the_fields_of_the_form_have_names_and_tell_their_values(heard: Any) -> None:
    fields = heard["read"]["fields"]
    assert (fields["项目名称"], fields["财政拨款"], fields["绩效目标"]) == ("物业费", "0.00", "满足需要。")


def test_findings_and_tabs_are_told(heard: Any) -> None:
    assert any("未填写" in text or "缺少计量单位" in text for text in heard["read"]["findings"])
    assert [title.split()[0] for title in heard["read"]["tabs"]][:3] == ["检查结果", "版面预览", "与上年对比"]


def test_what_is_written_by_the_reader_comes_into_the_table(heard: Any) -> None:
    assert heard["worked"]["renamed"]


def test_buttons_can_be_pressed_and_taken_back(heard: Any) -> None:
    assert heard["worked"]["rows"] == 12
    assert heard["worked"]["undone"]


def test_another_list_can_be_turned_to_and_read(heard: Any) -> None:
    assert heard["worked"]["steps"]
