"""The columns of our own flat sheets and of our csv, by which they are known again, and the names of the sheets."""

from collections.abc import Sequence
from enum import Enum

OFFICIAL_SHEET, PROJECT_SHEET, INDICATOR_SHEET = "项目支出绩效目标表", "项目", "绩效指标"

TABLE_COLUMNS = ("预算年度", "部门名称", "编码字典")
PROJECT_COLUMNS = (
    "单位序号", "单位名称", "项目序号", "项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标",
)  # fmt: skip
INDICATOR_COLUMNS = (
    "指标序号", "一级指标代码", "一级指标", "二级指标代码", "二级指标", "指标名称",
    "实施周期计算符号", "实施周期指标值", "实施周期计量单位", "年度计算符号", "年度指标值", "年度计量单位",
)  # fmt: skip
OWNER = 4
"""How many of a project's columns tell which one it is; they stand before its indicators' own."""


class Kind(Enum):
    """What stands in rows of our own: a project each, an indicator each, or all that is to be said of either."""

    PROJECTS = PROJECT_COLUMNS
    INDICATORS = (*PROJECT_COLUMNS[:OWNER], *INDICATOR_COLUMNS)
    WHOLE = (*TABLE_COLUMNS, *PROJECT_COLUMNS, *INDICATOR_COLUMNS)

    @property
    def columns(self) -> tuple[str, ...]:
        """The captions of the header."""
        captions: tuple[str, ...] = self.value
        return captions


def kind_of(header: Sequence[str]) -> Kind | None:
    """Return which rows of ours stand below a header, None for any other: not one caption may be missing or moved."""
    texts = tuple(cell.strip() for cell in header)
    while texts and not texts[-1]:
        texts = texts[:-1]
    return next((kind for kind in Kind if kind.columns == texts), None)
