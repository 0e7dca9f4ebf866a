"""The fonts on paper: a Song face of Simplified Chinese, set so that every device measures it alike."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from gzgoals.core.errors import GzgoalsError

_PREFERRED = (
    "SimSun", "宋体", "NSimSun", "新宋体", "FangSong", "仿宋", "Source Han Serif SC", "思源宋体",
    "Noto Serif CJK SC", "Noto Sans CJK SC",
)  # fmt: skip
_TITLE_SCALE = 1.5

# What these features would substitute: Japanese digits (locl), ligatures and joined dashes. A glyph that stands for one
# character, and for the same one everywhere, is what keeps the text of a PDF exact.
_FEATURES_OFF = ("locl", "liga", "clig", "calt", "ccmp")


class MissingFontError(GzgoalsError):
    """The system has no font of Simplified Chinese; printing would only draw boxes."""


class Fonts(NamedTuple):
    """The three fonts of the form; `size` is the text's type size in units."""

    size: int
    text: QFont
    heading: QFont
    title: QFont


def paper_fonts(size: int) -> Fonts:
    """Return the fonts for a type size in units; raises `MissingFontError` where there is no Chinese font."""
    families = paper_families(
        QFontDatabase.families(), QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    )
    return Fonts(
        size,
        text=_font(families, size, bold=False),
        heading=_font(families, size, bold=True),
        title=_font(families, round(size * _TITLE_SCALE), bold=True),
    )


def paper_families(installed: Sequence[str], chinese: Sequence[str]) -> list[str]:
    """Return the families to print with: the best one that is installed, then those that help out for rare characters.

    `chinese` are the installed families that support Simplified Chinese; names beginning with `@` are vertical ones.
    """
    preferred = [family for family in _PREFERRED if family in installed]
    families = preferred or [family for family in chinese if not family.startswith("@")][:1]
    if not families:
        raise MissingFontError(
            "系统中没有简体中文字体，无法打印或导出。请安装宋体（SimSun）或 Noto CJK 字体"
            "（Debian、UOS 可安装软件包 fonts-noto-cjk），然后重新打开本程序。"
        )
    return families


def _font(families: list[str], size: int, *, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(size)
    font.setBold(bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _FEATURES_OFF:
        font.setFeature(QFont.Tag(feature), 0)
    return font
