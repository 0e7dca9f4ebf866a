"""The column header of the official table, found in a grid: which column holds what, by alias and in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gzgoals.core.exchange.printed.wording import compact
from gzgoals.core.exchange.source import GridRow


class Role(Enum):
    """What a column of the official table holds."""

    NAME = "项目名称"
    UNIT = "资金使用单位"
    TOTAL = "总计"
    APPROPRIATION = "财政拨款"
    SPECIAL_ACCOUNT = "财政专户拨款"
    OTHER = "其他资金"
    OBJECTIVE = "绩效目标"
    INDICATORS = "绩效指标"


SOURCES = (Role.APPROPRIATION, Role.SPECIAL_ACCOUNT, Role.OTHER)
AMOUNTS = (Role.TOTAL, *SOURCES)

_ALIASES = {
    Role.NAME: (
        r"(?:预算|支出)?项目(?:名称)?(?:[/、及和]?资金使用单位|[/、及和](?:预算|使用)?单位(?:名称)?)?",
        r"(?:预算|资金使用)?单位(?:名称)?[/、及和]项目(?:名称)?",
    ),
    Role.UNIT: (r"(?:资金使用|预算|项目|实施|主管|所属|填报)?(?:单位|部门)(?:名称)?",),
    Role.TOTAL: (
        r"总计|合计|小计|总额|总金额|金额",
        r"(?:项目|年度|本年|当年|财政)?预算(?:金额|数|安排|资金|总额)?(?:合计|总计|小计)?",
        r"(?:项目|资金|年度资金|本年)(?:总额|总金额|金额|合计|总计)",
        r"资金(?:来源|安排)?(?:合计|总计)?",
    ),
    Role.APPROPRIATION: (
        r"(?:本级|当年|其中)*(?:公共)?财政(?:预算)?(?:拨款|资金|补助)(?:收入|补助)?",
        r"一般公共(?:预算|服务)(?:财政)?(?:拨款|资金)?(?:收入)?",
        r"公共预算(?:拨款|资金)?",
    ),
    Role.SPECIAL_ACCOUNT: (r"(?:财政|教育)*专户(?:管理|核拨)?的?(?:资金|拨款|收入)?(?:拨款|收入)?",),
    Role.OTHER: (r"其[他它](?:资金|收入|来源|经费)?", r"自有(?:资金|收入)|单位(?:自有)?资金|自筹(?:资金)?"),
    Role.OBJECTIVE: (r"(?:项目|年度|总体|预期|中长期|支出)*(?:绩效)?总?目标",),
    Role.INDICATORS: (r"(?:项目|年度|具体)*(?:绩效)?指标(?:及(?:指标|目标)?值|内容|体系|明细)?",),
}
_PATTERNS = {role: re.compile("|".join(patterns)) for role, patterns in _ALIASES.items()}
_PART_OF_APPROPRIATION = re.compile(r"(?:(?:政府性)?基金|国有资本(?:经营)?)(?:预算)?(?:拨款|资金)?")
_SUM_OF_PARTS = frozenset({"小计", "合计"})
_OF_OTHER_TABLES = re.compile(r"[一二三]级指标(?:名称)?|指标名称|(?:年度|实施周期)?指标值|计量单位|指标性质|计算符号")
_BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_IN_YUAN = re.compile(r"[（(](?:单位[:：])?(?:人民币)?元[）)]|单位[:：](?:人民币)?元")
_LONGEST = 40
_SEARCHED_ROWS = 200


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and which columns have which role; the amounts in several columns of one role add up.

    `begin` and `end` are rows of the grid, `texts` the header's rows without blanks, by which repetitions are known.
    """

    begin: int
    end: int
    columns: dict[Role, tuple[int, ...]]
    texts: frozenset[str]
    in_yuan: bool = False

    def column(self, role: Role) -> int:
        """Return the first column of a role, -1 for none."""
        return self.columns.get(role, (-1,))[0]

    def repeats(self, row: GridRow) -> bool:
        """Tell whether a row is the header once more."""
        return text_of(row) in self.texts


def header_of(rows: Sequence[GridRow]) -> Header | None:
    """Return the header of the official table, or None in a grid that has none."""
    for begin, row in enumerate(rows[:_SEARCHED_ROWS]):
        if not any(role_of(cell) in (Role.NAME, Role.UNIT) for cell in row.cells):
            continue
        below = rows[begin + 1] if begin + 1 < len(rows) else None
        if below and _goes_on(row, below) and (header := _header(begin, row, below)):
            return header
        if header := _header(begin, row, None):
            return header
    return None


def text_of(row: GridRow) -> str:
    """Return a row's text without blanks, by which it is known again."""
    return compact("|".join(row.cells))


def _header(begin: int, row: GridRow, below: GridRow | None) -> Header | None:
    cells = [*row.cells, *(below.cells if below else ())]
    if any(_OF_OTHER_TABLES.fullmatch(bare(cell)) for cell in cells):
        return None
    columns = _columns(row, below)
    if Role.NAME not in columns and Role.UNIT in columns:
        columns[Role.NAME] = columns.pop(Role.UNIT)
    texts = columns.keys() & {Role.OBJECTIVE, Role.INDICATORS}
    if Role.NAME not in columns or not texts or not (columns.keys() & set(AMOUNTS) or len(texts) == 2):
        return None
    known = frozenset(text_of(part) for part in (row, below) if part)
    return Header(begin, begin + (2 if below else 1), columns, known, any(map(_IN_YUAN.search, map(compact, cells))))


def _goes_on(row: GridRow, below: GridRow) -> bool:
    """Tell whether a row is the second one of the header: it has captions of amounts, and nothing under the name."""
    name = next(place for place, cell in enumerate(row.cells) if role_of(cell) in (Role.NAME, Role.UNIT))
    captions = [cell for cell in below.cells if cell.strip()]
    return not below.cell(name).strip() and any(role_of(cell) in AMOUNTS for cell in captions)


def _columns(row: GridRow, below: GridRow | None) -> dict[Role, tuple[int, ...]]:
    columns: dict[Role, list[int]] = {}
    sums: set[Role] = set()
    group = ""
    for place in range(max(len(row.cells), len(below.cells) if below else 0)):
        own, lower = row.cell(place), below.cell(place) if below else ""
        group = own if own.strip() or not lower.strip() else group
        role, is_sum = role_below(group, lower) if lower.strip() else (role_of(own), False)
        if role is None or role in sums:
            continue
        if is_sum:
            sums.add(role)
            columns[role] = [place]
        elif role not in columns or (lower.strip() and role is Role.APPROPRIATION):
            columns.setdefault(role, []).append(place)
    return {role: tuple(places) for role, places in columns.items()}


def role_below(group: str, text: str) -> tuple[Role | None, bool]:
    """Return the role of a column by its caption and the caption that it shares above, and whether it is a sum."""
    above = role_of(group)
    if bare(text) in _SUM_OF_PARTS and above in SOURCES:
        return above, True
    own = role_of(text)
    if own is None and above is Role.APPROPRIATION and _PART_OF_APPROPRIATION.fullmatch(bare(text)):
        return above, False
    return own, False


def role_of(text: str) -> Role | None:
    """Return what a caption says that its column holds, None when it is no caption of the official table's."""
    if len(text) > _LONGEST or not text.strip():
        return None
    caption = bare(text)
    return next((role for role, pattern in _PATTERNS.items() if pattern.fullmatch(caption)), None)


def bare(text: str) -> str:
    """Return a caption without blanks, brackets and colons; what stands in brackets alone counts as the caption."""
    plain = compact(text)
    return _BRACKETS.sub("", plain).strip(":：") or plain
