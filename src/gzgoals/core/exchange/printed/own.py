"""What a PDF of gzgoals says of itself: in its title the department, the year and, where needed, the coding scheme.

Program and layout know each other here: such a print shows a blank by a character of its own, even at a line's end,
and paragraphs, where a text has several, by their indents alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gzgoals import __version__
from gzgoals.core.exchange.printed.wording import FULL_TITLE, compact

CREATOR = f"gzgoals {__version__}"
LINE_SPACING = 1.4
"""The distance of two lines in sizes of a character."""
LONGEST_HEAD = 20
"""How many lines name and amounts of a row may have to stay together at a page's end."""
FORM_TITLE = "项目支出绩效目标申报表"
AGAIN = "（续）"
"""What follows a label where its row goes on from the page before."""
ON = "（接上页）"
"""What follows the caption of the names where the first one below goes on from the page before."""
NO_LEVEL = "—"
"""What a form prints for a level that an indicator has not."""
NO_INDICATORS = "尚未填写绩效指标"
MONEY_SOURCE = "资金来源"
"""The caption over the sources of money, where this year's and last year's amounts stand beside them."""
_OWN_CREATOR = re.compile("gzgoals [0-9]")  # the first prints named no version, and did not show all of this
_SCHEME = " 编码字典："
_TITLES = {
    title: re.compile(rf"(.*?)([1-9][0-9]{{3}})年{title}(?:{_SCHEME}(\S+))?", re.DOTALL)
    for title in (FULL_TITLE, FORM_TITLE)
}


class FormLabel(StrEnum):
    """What stands in a project's form beside and above what the table says."""

    NAME = "项目名称"
    DEPARTMENT = "主管部门"
    UNIT = "实施单位"
    MONEY = "项目资金\n（万元）"
    TOTAL = "年度资金总额"
    APPROPRIATION = "其中：财政拨款"
    SPECIAL_ACCOUNT = "财政专户拨款"
    OTHER = "其他资金"
    OBJECTIVE = "绩效目标"
    FIRST = "一级指标"
    SECOND = "二级指标"
    NAMES = "三级指标"
    CYCLE = "实施周期指标值"
    ANNUAL = "年度指标值"
    LAST = "上年指标值"


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """What the title of a print says; `scheme` is empty where the printed categories tell it, `table` what it is."""

    department: str
    year: int
    scheme: str = ""
    table: str = FULL_TITLE

    def __str__(self) -> str:
        """Return the title."""
        return f"{self.department}{self.year}年{self.table}" + (f"{_SCHEME}{self.scheme}" if self.scheme else "")

    def fits(self, above: Sequence[str]) -> bool:
        """Tell whether the lines above a table name the department that the title does."""
        return compact(f"部门名称：{self.department}") in compact("".join(above))


def is_own(creator: str) -> bool:
    """Tell by the program that a PDF names as its creator whether it is such a print."""
    return _OWN_CREATOR.match(creator) is not None


def own_title(title: str, table: str = FULL_TITLE) -> OwnTitle | None:
    """Return what the title of a print of this kind of table says, None for one of another kind."""
    found = _TITLES[table].fullmatch(title)
    return OwnTitle(found[1], int(found[2]), found[3] or "", table) if found else None
