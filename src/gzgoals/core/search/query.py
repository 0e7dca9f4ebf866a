"""What is looked for: a text, how exactly it must be met, in which fields, and in which part of the table."""

from dataclasses import dataclass
from enum import Enum

from gzgoals.core.table import TABLE, Place


class Where(Enum):
    """The fields of a table that hold texts; the value is the officer's word."""

    UNIT = "单位名称"
    PROJECT = "项目名称"
    OBJECTIVE = "绩效目标"
    INDICATOR = "指标名称"
    VALUE = "指标值"
    MEASURE = "计量单位"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Unless told otherwise, a text is met anywhere in a cell and neither `case` nor `width` counts: `％` finds `%`. With
    `whole` it must be all that stands in the cell. With `wildcards`, `*` stands for any characters and `?` for one, as
    in spreadsheets; `~` before either of them takes it as it is written. `within` are the parts of the table, none of
    which lies in another.
    """

    text: str = ""
    where: frozenset[Where] = frozenset(Where)
    within: tuple[Place, ...] = (TABLE,)
    case: bool = False
    width: bool = False
    whole: bool = False
    wildcards: bool = False
