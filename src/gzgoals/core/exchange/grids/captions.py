"""What the captions of indicator columns mean, by alias: their parts, and whose targets they hold."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from gzgoals.core.exchange.grids.header import Role, bare, role_below
from gzgoals.core.exchange.printed.wording import compact


class Part(Enum):
    """What a column of a table of indicators holds."""

    SERIAL = "序号"
    CODE = "编码"
    DEPARTMENT = "主管部门"
    UNIT = "单位"
    NAME = "项目名称"
    TOTAL = "总计"
    APPROPRIATION = "财政拨款"
    SPECIAL_ACCOUNT = "财政专户拨款"
    OTHER = "其他资金"
    OBJECTIVE = "绩效目标"
    FIRST = "一级指标"
    SECOND = "二级指标"
    CATEGORY = "指标类别"
    INDICATOR = "三级指标"
    OPERATOR = "计算符号"
    VALUE = "指标值"
    MEASURE = "计量单位"
    PAST = "历史值"


class Period(Enum):
    """Whose targets or objective a column holds; `ANY` where the caption does not say."""

    ANY = ""
    CYCLE = "实施周期"
    ANNUAL = "年度"


Column = tuple[Part, Period]

PARTS_OF_TARGETS = (Part.OPERATOR, Part.VALUE, Part.MEASURE)
PARTS_OF_MONEY = (Part.TOTAL, Part.APPROPRIATION, Part.SPECIAL_ACCOUNT, Part.OTHER)
PARTS_OF_LEVELS = (Part.FIRST, Part.SECOND, Part.CATEGORY)

_OF_PERIODS = (*PARTS_OF_MONEY, Part.OBJECTIVE)

_BY_ROLE = {
    Role.NAME: Part.NAME,
    Role.UNIT: Part.UNIT,
    Role.TOTAL: Part.TOTAL,
    Role.APPROPRIATION: Part.APPROPRIATION,
    Role.SPECIAL_ACCOUNT: Part.SPECIAL_ACCOUNT,
    Role.OTHER: Part.OTHER,
    Role.OBJECTIVE: Part.OBJECTIVE,
    Role.INDICATORS: Part.INDICATOR,
}
_PERIOD = (
    r"(?:实施周期|实施期限?|项目周期|全周期|中长期|长期|中期|总体|三年|本年度?|当年度?|全?年度?"
    r"|(?:调整|变更|修改)后的?|20\d\d年?[-—~至]+20\d\d年?度?|20\d\d年?度?)?"
)
_PAST = re.compile(
    r"(?:上一?年|前[一二三两]?年|去年|近[一二三两]年|历史|实际|完成|自评|基期|往年|(?:调整|变更|修改)前|^原(?:定|有|年度|绩效)*(?:指标|目标|预算|金额))"
)
_CYCLE = re.compile(r"实施周期|实施期|项目周期|全周期|中长期|长期|中期|总体|总目标|三年|20\d\d年?[-—~至]+20\d\d")
_ANNUAL = re.compile(r"年度|本年|当年|全年|20\d\d年?")
_EXACT = {
    Part.SERIAL: r"序号|编号|行次|行号|序|NO\.?",
    Part.CODE: r"(?:项目|单位|预算单位|部门|指标|预算项目)?(?:编码|代码|编号|ID)",
    Part.DEPARTMENT: r"(?:主管|预算|一级|所属)?(?:预算)?部门(?:名称)?|主管单位(?:名称)?",
    Part.FIRST: r"(?:绩效)?(?:一级|1级)(?:绩效)?(?:指标)?(?:名称|类别|分类)?|指标大类",
    Part.SECOND: r"(?:绩效)?(?:二级|2级)(?:绩效)?(?:指标)?(?:名称|类别|分类)?|指标小类",
    Part.CATEGORY: r"(?:绩效)?指标(?:类别|类型|分类|种类|级次)|(?:一级|二级)[/、及和-]+(?:二级)(?:指标)?",
    Part.OPERATOR: r"(?:绩效)?(?:指标)?(?:计算|比较|运算|关系|数学|逻辑)?(?:符号|运算符|比较符|关系符|算符)"
    r"|(?:绩效)?指标(?:性质|方向|属性)|性质|方向|比较关系|运算关系",
    Part.MEASURE: r"(?:绩效)?(?:指标|目标)?值?的?(?:计量|度量|衡量|数值|数量)单位|(?:绩效)?(?:指标|目标)值?单位"
    r"|单位(?:符号)?",
    Part.VALUE: r"(?:绩效|预期|计划|设定|指标)*(?:指标|目标|绩效|预期|计划|数)值"
    r"|(?:绩效)?指标目标(?:值)?|值|数值内容|指标内容",
}
_WITH_CODE = re.compile(r"(?<=[门位称])[及和与、/+]+(?:代码|编码)|(?<=[门位])(?:代码|编码)[及和与、/+]+(?=名称)")
_PATTERNS = {part: re.compile(pattern, re.IGNORECASE) for part, pattern in _EXACT.items()}
_THIRD = re.compile(
    r"(?:绩效)?(?:三级|3级)(?:绩效)?(?:指标)?(?:名称|内容)?|(?:绩效)?指标名称|(?:具体|明细|个性)(?:绩效)?指标(?:名称)?"
)
_LEVELS = ("一级", "二级", "三级", "明细", "具体", "末级")
_LEVEL_OF_PROJECT = re.compile(rf"({'|'.join(_LEVELS)})项目(?:名称)?")
_ONLY_PERIOD = re.compile(_PERIOD)
_LONGEST = 40

ABOVE = "|"
"""Parts the captions that a column shares with others, the highest first."""


@lru_cache(maxsize=4096)
def column_of(group: str, text: str) -> Column | None:
    """Return what a column with this caption holds, below the captions `group` that it shares with others."""
    text = _WITH_CODE.sub("", text)
    own = plain(text)
    if not own or len(own) > _LONGEST:
        return None
    above = plain(group)
    period = period_of(own) if period_of(own) is not Period.ANY else period_of(above)
    if _PAST.search(own) or (_PAST.search(above) and _target_part(own, above)):
        return Part.PAST, Period.ANY
    if part := _target_part(own, above):
        return part, period
    if above and not _without_period(own):
        shared = column_of("", group.rpartition(ABOVE)[2])  # 2025年 or 调整后 below the caption of what they are of
        return (shared[0], period) if shared and shared[0] in _OF_PERIODS else None
    known = (Part.SERIAL, Part.CODE, Part.FIRST, Part.SECOND, Part.CATEGORY, Part.DEPARTMENT)
    part = next((part for part in known if _PATTERNS[part].fullmatch(own)), None)
    return (part, Period.ANY) if part else _of_project(group, text, period)


def _of_project(group: str, text: str, period: Period) -> Column | None:
    """Return which column of the indicators' names, or of the project's own cells, a caption heads."""
    own = plain(text)
    if is_third(text):
        return Part.INDICATOR, Period.ANY
    if project_level(text) or (own == "名称" and "项目" in plain(group)):
        return Part.NAME, Period.ANY
    role, _ = role_below(group.rpartition(ABOVE)[2], text)
    return None if role is None or (role is Role.TOTAL and own == "资金") else (_BY_ROLE[role], period)


def is_past(text: str) -> bool:
    """Tell whether a caption speaks of what was, or was reached, and not of what is aimed at."""
    return _PAST.search(plain(text)) is not None


def parts_periods(cells: Iterable[str]) -> bool:
    """Tell a row of captions that only tell apart what the captions above them share: 调整前 and 调整后."""
    filled = [plain(cell) for cell in cells if cell.strip()]
    return len(filled) > 1 and not any(_without_period(_PAST.sub("", caption)) for caption in filled)


def is_third(text: str) -> bool:
    """Tell whether a caption names the indicators themselves, and is not only the heading over them."""
    return _THIRD.fullmatch(plain(text)) is not None


def project_level(text: str) -> int:
    """Return how fine the projects are that a caption names by their level: 2 for 二级项目, 0 where it tells none."""
    found = _LEVEL_OF_PROJECT.fullmatch(plain(text))
    return _LEVELS.index(found[1]) + 1 if found else 0


def period_of(caption: str) -> Period:
    """Return whose target, objective or money a caption without blanks speaks of."""
    if _CYCLE.search(caption):
        return Period.CYCLE
    return Period.ANNUAL if _ANNUAL.search(caption) else Period.ANY


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a caption in half width, without blanks, brackets, colons, a number before it or a mark of duty."""
    folded = unicodedata.normalize("NFKC", compact(text))
    return re.sub(r"^(?:[（(]?[0-9一二三四五六七八九十]+[、.．)）])+", "", bare(folded)).strip("*★:：-、")


def _target_part(own: str, above: str) -> Part | None:
    """Return which part of a target a column holds; `单位` and a bare period only below a caption of targets."""
    below_targets = _is_target(above)
    stem = _without_period(own)
    if not stem:
        return Part.VALUE if below_targets else None
    for part in PARTS_OF_TARGETS:
        if _PATTERNS[part].fullmatch(stem) and (below_targets or stem not in ("单位", "性质", "方向")):
            return part
    return None


def _is_target(above: str) -> bool:
    nearest = _without_period(above.rpartition(ABOVE)[2])
    return bool(_PATTERNS[Part.VALUE].fullmatch(nearest)) or "指标值" in above or "目标值" in above


def _without_period(caption: str) -> str:
    found = _ONLY_PERIOD.match(caption)
    return caption[found.end() :].lstrip("的") if found else caption
