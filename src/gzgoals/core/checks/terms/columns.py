"""The words of the official table's columns, by the fields that they show."""

SOURCES = {"appropriation": "财政拨款", "special_account": "财政专户拨款", "other": "其他资金"}
"""The three columns of `Funding`."""

COLUMNS = {"total": "总计", **SOURCES}
"""The four columns of amounts."""

TARGETS = {"cycle": "实施周期指标值", "annual": "年度指标值"}
"""The two targets of an `Indicator`."""

OTHER_SIDE = {"cycle": "annual", "annual": "cycle"}
"""The other one of the two targets."""

_THINGS = {
    "name": "名称",
    "objective": "绩效目标",
    "indicators": "绩效指标",
    "category": "指标类别",
    "funding": "总计",
    "stated": "合计",
    **TARGETS,
}


def field_word(field: str) -> str:
    """Return the word for a place's field: `其他资金` for `funding.other`, `年度指标值` for `annual.measure`."""
    thing, _, part = field.partition(".")
    return COLUMNS.get(part) or _THINGS.get(thing, "")
