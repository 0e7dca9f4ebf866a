"""What is said of all hits together, and where there are none."""

from gzgoals.core.search import Found, Query, Where
from gzgoals.core.table import TABLE, split_target


def told(found: Found) -> str:
    """Return how much is found."""
    if not found.query.text:
        return ""
    return f"找到 {found.count} 处，在 {found.projects} 个项目中" if found.count else "没有找到"


def why_nothing(query: Query) -> str:
    """Return what may help where nothing is found."""
    if not query.text:
        return "输入要查找的内容，这里列出所有找到的地方。"
    if not query.where:
        return "请勾选要在哪些字段中查找。"
    parts = split_target(query.text)
    if parts.value and parts.value != query.text:
        return f"没有找到“{query.text}”。\n计算符号、指标值和计量单位分格存放，请只查找“{parts.value}”。"
    narrowed = len(query.where) < len(Where) or TABLE not in query.within
    strict = query.case or query.width or query.whole
    way_out = "可以勾选更多字段，或在全部项目中查找。" if narrowed else "可以放宽“选项”中的条件。" if strict else ""
    return f"没有找到“{query.text}”。\n{way_out}".strip()
