"""The fonts on paper: a Song face of Simplified Chinese, set so that every device measures it alike."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from gzgoals.core.errors import GzgoalsError

_PREFERRED = (
    "SimSun", "宋体", "NSimSun", "新宋体", "FangSong", "仿宋", "Source Han Serif SC", "思源宋体",
    "Noto Serif CJK SC", "Noto Sans CJK SC",
)  # fmt: skip
_SONG = ("SimSun", "宋体", "NSimSun", "新宋体")
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


def paper_fonts(size: int, family: str = "") -> Fonts:
    """Return the fonts for a type size in units, of a `family` where it is installed.

    Raises `MissingFontError` where there is no Chinese font.
    """
    families = _families(family)
    return Fonts(
        size,
        text=_font(families, size, bold=False),
        heading=_font(families, size, bold=True),
        title=_font(families, round(size * _TITLE_SCALE), bold=True),
    )


def font_told(family: str) -> str:
    """Return a sentence where another family is printed with than the one chosen or 宋体, empty where none is.

    Raises `MissingFontError` where there is no Chinese font.
    """
    used = _families(family)[0]
    if used in ((family,) if family else _SONG):
        return ""
    return f"系统中没有{family or '宋体'}，以“{used}”代替。"


def _families(family: str) -> list[str]:
    installed = QFontDatabase.families()
    best = paper_families(installed, QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    return list(dict.fromkeys([family, *best])) if family in installed else best


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
