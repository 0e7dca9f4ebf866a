"""Invented tables of any size, as hard as real offices make them: the same seed gives the same table."""

import random
from collections.abc import Sequence
from decimal import Decimal

from gzgoals.core.table import Catalogue, Funding, GoalTable, Indicator, Project, Unit, catalogue_of, split_target

_UNITS = (
    "临江市中级人民法院", "临江市东山区人民法院", "临江市互联网法院", "临江市审判保障中心",
    "临江市法官培训学院（筹）",
)  # fmt: skip
_SUBJECTS = (
    "机构运行辅助经费", "业务用房物业管理费", "办公、业务用房租赁经费", "信息化运维项目", "审判执行专项经费",
    "智慧法院“5G＋”平台建设（一期）", "等级保护2.0测评服务", "Office 365办公软件正版化采购",
    "司法救助（含转移支付）", "中央政法纪检监察转移支付资金（直达资金）", "诉讼服务中心12368热线外包",
    "购置高拍仪、扫描仪等设备", "法官教育培训", "执行指挥中心改造工程",
    "档案数字化（GZIT2022-QM-N-C-061088号合同尾款）", "囚车更新", "人民陪审员经费", "Wi-Fi 6无线网络",
    "外聘书记员及辅警人员经费、社会保险费、住房公积金及其他各项福利待遇支出", "电子卷宗随案同步生成和深度应用",
)  # fmt: skip
_BEGINNINGS = ("", "2025年", "2026年度", "（续建）", "2025-2026年", "第2批", "")
_SENTENCES = (
    "为审判执行部门配足配齐辅助人员，加快队伍建设，满足审判执行工作需要，提高工作效能。",
    "通过实施本项目，为本院工作提供业务用房物业管理服务，满足本院正常工作需要。",
    "确保全年系统可用率不低于99.9%，故障在2小时内响应、4小时内恢复；重大活动期间实行7×24小时值守。",
    "2025年12月31日前完成采购、安装、调试，2026年3月底前通过验收并投入使用。",
    "1、完成年度审判执行任务；2、提升信息化水平；3、保障干警正常办公。",
    "一是规范资金使用；二是提高财政资金使用效益；三是按时完成支付进度（不低于95%）。",
    "依托Office 365与Wi-Fi 6建设统一的移动办公平台，支持iOS、Android和HarmonyOS三类终端。",
    "合同总额1,234,567.89元，本年支付第2期款项100,000,000.00元以内的部分。",
    "做到“应救尽救、应助尽助”，救助金发放准确率＝100%。",
    "建设内容包括：（1）机房改造；（2）网络升级；（3）数据迁移。",
    "落实最高人民法院〔2019〕12号文件要求，推进电子卷宗随案同步生成。",
    "满意度达到90%以上。",
    "保障运转。",
)
_NAMES = (
    "非编人员年度考核合格率", "物业服务面积", "配套设施完好率", "责任治安事故数", "工作人员对物管工作的满意度",
    "等级保护2.0测评得分", "设备故障率", "采购完成时间", "每案平均成本", "培训人次", "案件平均审理天数",
    "系统可用率（7×24小时）", "Wi-Fi 6覆盖率", "支付及时率",
    "群众对诉讼服务的满意度（含网上立案、12368热线、巡回审判等）", "资金使用合规性；内控制度执行情况",
    "带动就业", "无", "A类设备、B类设备验收合格率",
)  # fmt: skip
_TARGETS = (
    "≥95%", "＝100%", "≥ 95 %", "≤3秒", "12个", "0", "11733.38平方米", "优", "95%-98%", "2025年12月31日前",
    "第4季度", "1,000人次", "≤100,000,000.00元", "达标（收到材料之日起，按时完成。）",
    "分2步：1、立项；2、验收。", "≥99.99%", "1:3", "不发生", "＞60分", "-5℃以下",
    "逐年提高；力争达到全省前3名", "20次/年", "≥70分", "按合同约定", "2026年3月底前完成；4月投入使用",
    "＜2小时", "优；良。", "≤30日内",
)  # fmt: skip


def invented_table(projects: int, seed: int = 1) -> GoalTable:
    """Return a table with this many projects, spread over one to five units."""
    chance = random.Random(seed * 1000 + projects)
    catalogue = catalogue_of("2015")
    names = _UNITS[: max(1, min(len(_UNITS), projects // 8))]
    everything = [_project(number, chance, catalogue) for number in range(projects)]
    size = -(-projects // len(names))
    units = tuple(
        Unit(name=name, projects=tuple(everything[place * size : (place + 1) * size]))
        for place, name in enumerate(names)
    )
    return GoalTable(year=2026, department="临江市中级人民法院（本级及下属单位）", units=units)


def _project(number: int, chance: random.Random, catalogue: Catalogue) -> Project:
    name = chance.choice(_BEGINNINGS) + _SUBJECTS[number % len(_SUBJECTS)]
    if number >= len(_SUBJECTS):
        name += f"（第{number}项）"
    return Project(
        name=name,
        funding=_funding(number, chance),
        objective="\n".join(_paragraphs(chance)),
        indicators=tuple(_indicator(chance, catalogue) for _ in range(chance.choice((1, 2, 3, 4, 4, 5, 6, 8)))),
    )


def _funding(number: int, chance: random.Random) -> Funding:
    if number % 40 == 39:
        return Funding(appropriation=Decimal("100000000.00"))
    columns = chance.choice(((1, 0, 0), (1, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1), (1, 1, 0), (1, 1, 1)))
    first, second, third = (
        Decimal(
            chance.choice((100, 5_000, 300_000, 120_000_000)) * chance.randint(1, 99) + chance.randint(0, 99) * wanted
        ).scaleb(-2)
        * wanted
        for wanted in columns
    )
    return Funding(appropriation=first, special_account=second, other=third)


def _paragraphs(chance: random.Random) -> Sequence[str]:
    counts = chance.choice(((1,), (1,), (2,), (2,), (3,), (1, 2), (2, 1, 2), (1, 1, 1, 1)))
    return ["".join(chance.sample(_SENTENCES, count)) for count in counts]


def _indicator(chance: random.Random, catalogue: Catalogue) -> Indicator:
    codes = [category.code for category in catalogue.categories if category.parent]
    cycle = chance.choice(_TARGETS)
    annual = cycle if chance.random() < 0.7 else chance.choice(_TARGETS)
    return Indicator(
        category=chance.choice(codes),
        name=chance.choice(_NAMES),
        cycle=split_target(cycle),
        annual=split_target(annual),
    )


_SCOPES = ("", "", "全市", "基层", "本院", "新增", "重点", "日常", "下属单位", "购置")
_OBJECTS = (
    "立案", "审判", "执行", "诉讼服务", "庭审直播", "电子卷宗", "档案", "安保", "物业", "网络", "机房", "车辆", "培训",
)  # fmt: skip
_QUALITIES = ("系统", "工作", "项目", "设备", "人员", "服务")
_FITTING = (
    ("合格率", "12", "≥", 80, 98, "%"), ("覆盖率", "11", "≥", 60, 98, "%"), ("面积", "11", "≥", 100, 9_999, "平方米"),
    ("完成时间", "13", "≤", 5, 60, "日"), ("数量", "11", "≥", 1, 99, "台"),
    ("受理案件数", "11", "≥", 100, 99_999, "件"),
    ("人均成本", "14", "≤", 1, 999, "元"), ("人次", "11", "≥", 10, 5_000, "人次"), ("故障次数", "12", "≤", 0, 9, "次"),
    ("满意度", "31", "≥", 80, 95, "%"), ("节约成本", "21", "≥", 1, 999, "万元"), ("使用年限", "24", "≥", 3, 10, "年"),
)  # fmt: skip
"""Names with the category, operator, numbers and measure that fit them, as most indicators have."""


def large_table(projects: int, units: int = 1, indicators: int = 10, seed: int = 1) -> GoalTable:
    """Return a table of this many projects, in as many units as are wanted, with ten indicators each as a rule.

    Names, numbers and sentences vary as in the tables of a province: hardly a project is like another one, and in
    100,000 indicators there are more than 8,000 names, 17,000 targets, and nearly 78,000 combinations of all.
    """
    chance = random.Random(seed * 1000 + projects)
    codes = [category.code for category in catalogue_of("2015").categories if category.parent]
    everything = [_large_project(number, chance, codes, indicators) for number in range(projects)]
    size = -(-projects // units)
    return GoalTable(
        year=2026,
        department="临江省高级人民法院（本级及下属单位）",
        units=tuple(
            Unit(name=f"临江省第{place + 1}人民法院", projects=tuple(everything[place * size : (place + 1) * size]))
            for place in range(units)
        ),
    )


def _large_project(number: int, chance: random.Random, codes: Sequence[str], indicators: int) -> Project:
    return Project(
        name=f"{chance.choice(_BEGINNINGS)}{chance.choice(_SUBJECTS)}（第{number}项）",
        funding=_funding(number, chance),
        objective="\n".join((f"为第{number}项工作提供保障。", *_paragraphs(chance))),
        indicators=tuple(_varied(chance, codes) for _ in range(indicators)),
    )


def _varied(chance: random.Random, codes: Sequence[str]) -> Indicator:
    if chance.random() < 0.2:
        code, name, cycle = chance.choice(codes), chance.choice(_NAMES), split_target(chance.choice(_TARGETS))
    else:
        word, code, operator, lowest, highest, measure = chance.choice(_FITTING)
        name = chance.choice(_SCOPES) + chance.choice(_OBJECTS) + chance.choice(_QUALITIES) + word
        cycle = split_target(f"{operator}{chance.randint(lowest, highest)}{measure}")
    annual = cycle if chance.random() < 0.9 else split_target(chance.choice(_TARGETS))
    return Indicator(category=code, name=name, cycle=cycle, annual=annual)
