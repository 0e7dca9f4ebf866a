"""The labels of a project's form: what a cell names, and what it says itself after a colon."""

import re
from dataclasses import dataclass

from gzgoals.core.exchange.grids.captions import Part, Period, period_of, plain
from gzgoals.core.exchange.grids.header import Role, role_of
from gzgoals.core.exchange.grids.money import unit_in

_LABELS = {
    Part.NAME: r"(?:预算|支出|申报)?项目(?:全称|名称)",
    Part.DEPARTMENT: r"(?:预算|主管|一级预算|市级主管|省级主管|区级主管|归口)*(?:主管)?部门(?:名称)?(?:及代码|及编码)?",
    Part.UNIT: r"(?:项目)?(?:实施|预算|用款|申报|填报|使用|承担|执行|资金使用|基层预算|二级预算|具体实施)"
    r"单位(?:名称)?(?:及代码|及编码)?|项目(?:实施)?单位|单位名称",
    Part.TOTAL: r"(?:其中|项目|预算|申请|安排|申报|本次|财政|支出|年初|批复|下达|调整后?|核定)*"
    r"(?:资金|预算|金额|经费|投资)(?:安排|申请|申报|需求)?"
    r"(?:总额|总金额|金额|合计|总计|总数|数|资金|情况|来源|总预算)*|总预算|总投资|资金总额|合计|总计|小计|总额",
    Part.APPROPRIATION: r"(?:其中|本级|市级|省级|区级|中央|上级|地方|本年|当年)*"
    r"财政(?:预算)?(?:拨款|资金|补助|补助资金|拨款资金)",
    Part.SPECIAL_ACCOUNT: r"(?:其中|纳入)*(?:教育)?(?:财政)?专户(?:管理|核拨)?的?(?:资金|拨款|收入|核拨)*",
    Part.OTHER: r"(?:其中|单位|上年)*"
    r"(?:其[他它](?:资金|来源|收入|经费|来源资金)?|自有资金|自筹(?:资金)?|单位资金|事业收入)",
    Part.OBJECTIVE: r"(?:项目|绩效|支出|预期|资金|总体|的|内)*(?:绩效)?(?:总体?)?目标(?:内容|描述|设定)?",
}
_PATTERNS = {part: re.compile(pattern) for part, pattern in _LABELS.items()}
_PARTS_OF_APPROPRIATION = re.compile(
    r"(?:其中|本级)*(?:一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:拨款|资金|财政拨款)*"
)
_PERIOD = re.compile(
    r"(?:项目)?(?:实施周期|实施期|全周期|项目周期|中长期|长期|中期|总体|三年|本年度?|当年度?|全年|年度"
    r"|20\d\d年?(?:[-~至]20\d\d年?)?度?)内?的?"
)
_OTHERS = re.compile(
    r"项目(?:类别|类型|属性|性质|负责人|编码|代码|级次|起止时间|周期|期限|概况|内容|分类|实施期|用途|状态|立项依据|年度)"
    r"|(?:全年|预计|实际|年度|总体|目标)*(?:完成|执行|实现)(?:情况|值|数|率)|(?:总)?(?:得分|分值|权重)|偏差原因.*"
    r"|负责人|联系人|联系电话|电话"
    r"|起止(?:时间|日期|年月)|(?:开始|结束|起始|终止|填报|申报)(?:时间|日期|年度)"
    r"|资金用途|立项(?:依据|必要性)|预算年度|实施期限?|项目期|绩效指标|指标"
    r"|(?:预算)?(?:单位|部门|项目)(?:编码|代码)|支出(?:方向|级次|类别)|备注|政策依据|资金性质|分配方式|存续状态|职能|活动"
)
_SAYING = re.compile(r"^([^:：\n]{2,24})[:：]\s*(\S.*)$", re.DOTALL)
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Label:
    """What a cell names: a part of a project, none for one that is not wanted; `said` stands in the cell itself."""

    part: Part | None
    period: Period = Period.ANY
    said: str = ""
    money: str = ""


def label_of(cell: str) -> Label | None:
    """Return the label that a cell is, None for any other cell."""
    text = cell.strip()
    if not text:
        return None
    if found := _SAYING.match(text):
        label = _label(found[1])
        if label is None and plain(found[1]) == "单位" and not unit_in(text):
            label = Label(Part.UNIT)
        if label and not (label.part is Part.TOTAL and _label(found[2])):
            return Label(label.part, label.period, found[2].strip(), label.money)
        if label:
            return _label(found[2])
    return _label(text)


def _label(text: str) -> Label | None:
    caption = plain(text)
    if not caption or len(caption) > _LONGEST:
        return None
    caption = re.sub(r"^其中[:：]?", "", caption)
    if _OTHERS.fullmatch(caption):
        return Label(None)
    period = period_of(caption)
    found = _PERIOD.match(caption)
    stem = caption[found.end() :] if found else caption
    for part, pattern in _PATTERNS.items():
        if pattern.fullmatch(stem) or (part is Part.OBJECTIVE and pattern.fullmatch(_PERIOD.sub("", caption))):
            return Label(part, period, money=unit_in(text))
    if _PARTS_OF_APPROPRIATION.fullmatch(stem) or role_of(stem) is Role.APPROPRIATION:
        return Label(Part.APPROPRIATION, period, money=unit_in(text))
    return None
