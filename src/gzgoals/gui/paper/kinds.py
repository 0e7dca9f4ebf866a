"""The kinds of table on paper, as data: titles, columns and what stands below; one engine sets all of them alike."""

from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from gzgoals.core.exchange.printed.wording import FULL_TITLE
from gzgoals.core.page_setup import SIGNATURES, SIGNED_AND_DATED, PageSetup


class ColumnKind(NamedTuple):
    """A column: its title, and its share of the width that is left for text; 0 for a column as wide as its amounts.

    Where the sheet allows it, a column of text is wide enough for each line of its title and for what `fits`.
    """

    title: str
    share: int = 0
    fits: str = ""


@dataclass(frozen=True, slots=True)
class TableKind:
    """A kind of table.

    The first `head` columns name a row: a break between two pages leaves them together. `least_text_width` is what all
    text columns need together, in widths of a character. `signatures` are the captions of the line below the table
    that is signed by hand, none where there is no such line. `aside` stands to the right of the caption.
    """

    title: str
    columns: tuple[ColumnKind, ...]
    head: int
    least_text_width: int
    signatures: tuple[str, ...] = ()
    aside: str = "单位：万元"

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the header row."""
        return tuple(column.title for column in self.columns)

    @property
    def amounts(self) -> tuple[int, ...]:
        """Which columns hold amounts."""
        return tuple(place for place, column in enumerate(self.columns) if not column.share)


class SheetRow(Protocol):
    """A row of any kind of table, as plain text.

    `leads` tells that the rows below belong to this one, so that it should not stand last on a page. `joined` tells
    that the first cell is the same as in the row above, and is shown once for both. `right` are the text columns
    whose cells hold an amount here.
    """

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""

    @property
    def depth(self) -> int:
        """How far the first cell is indented."""

    @property
    def leads(self) -> bool:
        """Whether rows follow that belong to this one."""

    @property
    def joined(self) -> bool:
        """Whether the first cell continues that of the row above."""

    @property
    def right(self) -> tuple[int, ...]:
        """The text columns that are set to the right in this row."""


OFFICIAL = TableKind(
    title=FULL_TITLE,
    columns=(
        ColumnKind("项目名称\n（资金使用单位）", 5),
        ColumnKind("总计"),
        ColumnKind("财政拨款"),
        ColumnKind("财政专户拨款"),
        ColumnKind("其他资金"),
        ColumnKind("绩效目标", 6),
        ColumnKind("绩效指标", 10),
    ),
    head=5,
    least_text_width=29,
)

SIGNED = replace(OFFICIAL, signatures=SIGNATURES)
"""The same with a line below to be signed."""

COMPARISON = TableKind(
    title="项目支出绩效目标对比表",
    columns=(
        ColumnKind("项目名称", 10),
        ColumnKind("变动", 5, "金额变动"),
        ColumnKind("栏目", 10),
        ColumnKind("上年", 12),
        ColumnKind("本年", 12),
        ColumnKind("增减额"),
        ColumnKind("增减率"),
        ColumnKind("变动理由", 12),
    ),
    head=3,
    least_text_width=40,
    signatures=SIGNED_AND_DATED,
)

CHECK = TableKind(
    title="项目支出绩效目标检查报告",
    columns=(
        ColumnKind("项目", 10),
        ColumnKind("级别", 3),
        ColumnKind("规则", 3),
        ColumnKind("位置", 9, "指标10·年度指标值"),
        ColumnKind("问题", 22),
        ColumnKind("理由", 13),
    ),
    head=4,
    least_text_width=40,
    signatures=SIGNED_AND_DATED,
    aside="",
)

INDICATORS = TableKind(
    title="项目支出绩效指标清单",
    columns=(
        ColumnKind("项目名称", 10),
        ColumnKind("序", 1, "100"),
        ColumnKind("一级指标", 5, "3-满意度指标"),
        ColumnKind("二级指标", 6, "31-服务对象满意度"),
        ColumnKind("指标名称", 12),
        ColumnKind("实施周期\n指标值", 7),
        ColumnKind("年度指标值", 7),
    ),
    head=2,
    least_text_width=40,
    aside="",
)


def official(setup: PageSetup) -> TableKind:
    """Return the official table as a setup wants it: with a line to be signed, or without."""
    return SIGNED if setup.signed else OFFICIAL
