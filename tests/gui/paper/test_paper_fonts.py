"""The paper's fonts are a Song face of Simplified Chinese, or printing is refused."""

import pytest

from gzgoals.gui.paper.fonts import MissingFontError, paper_families, paper_fonts


def test_simsun_comes_first_whatever_else_is_installed() -> None:
    installed = ["Arial", "FangSong", "Noto Serif CJK SC", "SimSun"]
    assert paper_families(installed, [])[0] == "SimSun"


def test_preferred_families_help_out_for_rare_characters() -> None:
    installed = ["Noto Sans CJK SC", "Noto Serif CJK JP", "Noto Serif CJK SC"]
    assert paper_families(installed, installed) == ["Noto Serif CJK SC", "Noto Sans CJK SC"]


def test_any_chinese_font_is_better_than_none() -> None:
    assert paper_families(["Arial", "@微软雅黑", "微软雅黑"], ["@微软雅黑", "微软雅黑"]) == ["微软雅黑"]


def test_without_a_chinese_font_printing_says_what_to_install() -> None:
    with pytest.raises(MissingFontError, match="请安装宋体"):
        paper_families(["Arial"], [])


@pytest.mark.usefixtures("qapp")
def test_title_and_header_are_bold_and_text_is_not() -> None:
    fonts = paper_fonts(210)
    assert (fonts.title.bold(), fonts.heading.bold(), fonts.text.bold()) == (True, True, False)
