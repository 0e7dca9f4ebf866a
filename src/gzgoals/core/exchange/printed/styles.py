"""The styles of our Word documents: they tell what a row, an amount and a part of a text is, whatever stands in it.

They are known by their names, which Word, WPS and LibreOffice keep; the ids of styles are theirs to change.
"""

from enum import StrEnum


class Style(StrEnum):
    """A style of paragraphs, or below `DEPARTMENT` one of characters, which changes nothing of how they look."""

    CAPTIONS = "绩效表表头"
    HEADER = "绩效表栏目"
    TOTAL = "绩效表合计"
    UNIT = "绩效表单位"
    PROJECT = "绩效表项目"
    AMOUNT = "绩效表金额"
    DRAFT = "绩效表待定金额"
    DEPARTMENT = "绩效表部门名称"
    YEAR = "绩效表预算年度"
    SCHEME = "绩效表编码字典"
    CATEGORY = "绩效指标类别"
    NAME = "绩效指标名称"
    TARGET = "绩效指标值"
    SIGN = "绩效指标计算符号"
    VALUE = "绩效指标数值"
    MEASURE = "绩效指标计量单位"


RANKS = frozenset({Style.TOTAL, Style.UNIT, Style.PROJECT})
"""The styles of names, which tell what a row is."""

CHARACTERS = tuple(Style)[tuple(Style).index(Style.DEPARTMENT) :]
"""The styles of characters."""
