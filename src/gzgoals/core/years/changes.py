"""What a comparison tells: the single change between last year's table and this year's."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from gzgoals.core.table import Place


class ChangeKind(Enum):
    """What happened; the value is the stable name for other programs, `label` the officer's word."""

    DEPARTMENT = "department"
    UNIT_ADDED = "unit_added"
    UNIT_DROPPED = "unit_dropped"
    UNIT_RENAMED = "unit_renamed"
    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"
    MOVED = "moved"
    AMOUNT = "amount"
    OBJECTIVE = "objective"
    INDICATOR_ADDED = "indicator_added"
    INDICATOR_DROPPED = "indicator_dropped"
    INDICATOR = "indicator"

    @property
    def label(self) -> str:
        """The kind in the officer's words."""
        return _LABELS[self]


_LABELS = {
    ChangeKind.DEPARTMENT: "部门更名",
    ChangeKind.UNIT_ADDED: "新增单位",
    ChangeKind.UNIT_DROPPED: "减少单位",
    ChangeKind.UNIT_RENAMED: "单位更名",
    ChangeKind.ADDED: "新增项目",
    ChangeKind.DROPPED: "减少项目",
    ChangeKind.RENAMED: "项目更名",
    ChangeKind.MOVED: "调整单位",
    ChangeKind.AMOUNT: "金额变动",
    ChangeKind.OBJECTIVE: "目标变动",
    ChangeKind.INDICATOR_ADDED: "新增指标",
    ChangeKind.INDICATOR_DROPPED: "减少指标",
    ChangeKind.INDICATOR: "指标变动",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two years.

    `place` is in the new table, with the field that differs (`funding` for the 总计, `unit` for a move); of what was
    dropped it is the unit or project where it would stand, empty when that is gone too. `old_place` is in the old
    table, empty for what is new. `owner` is the project's name, or the unit's where a whole unit changed; `subject`
    says what of it (`财政拨款`, `指标 3 · 年度指标值`), `unit` is the unit's name, `item` and `number` the indicator's
    name and number (from 1) where it is about one.
    `before` and `after` are as printed. `difference` is in 万元, None where no amount or no number changed, `percent`
    has one decimal and is None where before is 0. `stale` tells that `reason` was written for other values.
    """

    kind: ChangeKind
    place: Place
    old_place: Place
    owner: str
    subject: str
    before: str
    after: str
    difference: Decimal | None = None
    percent: Decimal | None = None
    reason: str = ""
    stale: bool = False
    unit: str = ""
    item: str = ""
    number: int = 0

    @property
    def where(self) -> str:
        """The subject together with the name of the indicator that it is about, unless both years tell that."""
        told = not self.item or self.place.field not in {"category", "cycle", "annual"}
        return self.subject if told else f"{self.subject}（{self.item}）"

    @property
    def is_about_money(self) -> bool:
        """Whether `before` and `after` are amounts in 万元."""
        return self.kind in {ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.AMOUNT}

    @property
    def key(self) -> tuple[str, str, str]:
        """The ids of project (or unit) and indicator, and the field, by which a reason is kept in the table."""
        place, old = self.place, self.old_place
        gone = self.kind in {ChangeKind.DROPPED, ChangeKind.UNIT_DROPPED}
        first, second = (old, place) if gone else (place, old)
        owner = first.project or second.project or first.unit or second.unit
        return (owner, place.indicator or old.indicator, place.field)
