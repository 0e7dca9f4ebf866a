"""The words of the official form by which a printed table is known."""

TITLE = "项目支出绩效目标表"
FULL_TITLE = f"{TITLE}（含转移支付项目）"
COLUMNS = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
TOTAL_NAMES = frozenset({"合计", "总计", "总合计", "合計"})

_LONGEST_ADDITION = 40


def compact(text: str) -> str:
    """Return a text without its blanks."""
    return "".join(text.split())


def is_title(compacted: str) -> bool:
    """Tell whether a line without its blanks holds the table's title."""
    return TITLE in compacted and len(compacted) <= len(TITLE) + _LONGEST_ADDITION
