"""The doubts about amounts whose column was inferred: what was understood, and on what grounds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.draft import Doubt
from gzgoals.core.exchange.printed.columns import HINTS, Settled, SettledGroup, Split, hint_of
from gzgoals.core.exchange.printed.outline import Outline
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.table import Amount, Place, Unit, money_text, worth

FIELDS = ("appropriation", "special_account", "other")
LABELS = ("财政拨款", "财政专户拨款", "其他资金")
_ALL_PRINTED = 4


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a unit's projects were compared with: the row above them, its reading, and the columns that names tell."""

    above: str
    split: Split | None
    open_row: bool
    group: SettledGroup
    named: frozenset[int]


def column_doubts(outline: Outline, settled: Settled, units: Sequence[Unit]) -> Iterator[Doubt]:
    """Give a doubt for each amount inferred to stand outside 财政拨款, and each row that fits nothing above it."""
    named = _named_columns(outline, settled)
    for group, read, unit in zip(outline.groups, settled.groups, units, strict=True):
        row_above = group.head or outline.total
        label = f"“{unit.name}”行" if group.head and len(units) > 1 else "合计行" if outline.total else "单位行"
        open_row = row_above is None or len(row_above.amounts) > 2
        evidence = _Evidence(label, read.head or settled.total, open_row, read, named)
        for row, split, project in zip(group.projects, read.projects, unit.projects, strict=True):
            outside = [column for column in (1, 2) if worth(split[column])]
            if len(row.amounts) < _ALL_PRINTED and (outside or (open_row and not read.solved)):
                column = outside[0] if outside else 0
                place = Place(unit.id, project.id, field=f"funding.{FIELDS[column]}")
                yield Doubt(row.spot, place, _read(row, split), _why(row, column, evidence))


def _named_columns(outline: Outline, settled: Settled) -> frozenset[int]:
    return frozenset(
        column
        for group, read in zip(outline.groups, settled.groups, strict=True)
        for row, split in zip(group.projects, read.projects, strict=True)
        if (column := HINTS.get(hint_of(row.name), 0)) and worth(split[column])
    )


def _read(row: Row, split: Split) -> str:
    placed = [
        f"{money_text(amount)} 记入“{label}”" for amount, label in zip(split, LABELS, strict=True) if worth(amount)
    ]
    return f"{row.name}：{'、'.join(placed) or '金额为零'}"


def _why(row: Row, column: int, evidence: _Evidence) -> str:
    hint = hint_of(row.name)
    own = f"名称中有“{hint}”" if HINTS.get(hint) == column else ""
    if evidence.split is None:
        return f"因{own}" if own else "原文没有合计可供推算，请核对"
    if not evidence.group.solved:
        return f"{f'因{own}，但' if own else ''}各项目与{evidence.above}的分列金额对不上，请核对"
    reasons = [_sum_reason(column, evidence.split[column], evidence)]
    if evidence.group.open and own:
        reasons.append(f"且{own}")
    elif evidence.group.open and column in evidence.named:
        reasons.append("且同列另一项目的名称写明了来源")
    elif evidence.group.open:
        reasons.append("但原文未标明这是“财政专户拨款”还是“其他资金”")
    settled = evidence.group.unique and (own or column in evidence.named or not evidence.group.open)
    return "，".join(reasons) + ("" if settled else "，请核对")


def _sum_reason(column: int, printed: Amount, evidence: _Evidence) -> str:
    group = evidence.group
    sum_above = f"{evidence.above}的{'' if group.open else LABELS[column]} {money_text(printed)}"
    if not group.unique:
        return f"为凑足{sum_above}，还有别的分法同样相符"
    sharing = sum(worth(project[column]) != 0 for project in group.projects)
    return f"因{sum_above} 只有此处相符" if sharing == 1 else f"因与另外 {sharing - 1} 项合起来正是{sum_above}"
