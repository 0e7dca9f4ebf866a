"""A comparison as text and as JSON."""

import json

from gzgoals.core.table import GoalTable
from gzgoals.core.years import Comparison, compare, last_year_of, put_reason
from gzgoals.core.years.report import comparison_json, comparison_lines
from invented_years import next_year, project, table, unit

TEXT = """\
2026 年与 2027 年对比，单位：万元
总计：4,372.33 → 4,489.83，+117.50（+2.7%）
财政拨款：4,362.33 → 4,479.83，+117.50（+2.7%）
其他资金：10.00 → 10.00，0.00（0.0%）
共 9 处变动

广州互联网法院 / 机构运行辅助经费
  绩效目标
    上年：为审判执行部门配足配齐辅助人员，加快队伍建设，满足审判执行工作需要，提高工作效能。
    本年：为审判执行部门配足配齐辅助人员。

广州互联网法院 / 业务用房物业管理费
  财政拨款：624.00 → 650.00，+26.00（+4.2%）
    理由：重新招标
  指标 5 · 年度指标值（工作人员对物管工作的满意度）：≥95% → ≥96%

广州互联网法院 / 数据安全专项
  新增项目：88.80

广州互联网法院 / 购置经费
  减少指标 2：11-数量指标；购置高拍仪1台；1台

广州互联网法院 / GZIT2022-QM-N-C-061088
  减少项目：0.30

广州互联网法院 / 审判执行专项经费（其他收入资金）
  财政拨款：0.00 → 3.00，+3.00
  总计：10.00 → 13.00，+3.00（+30.0%）

广州互联网法院 / 广州互联网法院2026-2027年信息化运维项目
  项目名称：广州互联网法院2025-2026年信息化运维项目 → 广州互联网法院2026-2027年信息化运维项目"""


def comparison() -> Comparison:
    new = next_year()
    assert new.last_year
    new = put_reason(new, compare(new.last_year, new).changes[1], "重新招标")
    assert new.last_year
    return compare(new.last_year, new)


def of_two(old: GoalTable, new: GoalTable) -> Comparison:
    return compare(last_year_of(old), new)


def test_an_invented_year_as_text() -> None:
    assert "\n".join(comparison_lines(comparison())) == TEXT


def test_two_equal_years_are_said_to_be_equal() -> None:
    same = table(unit("本级", project("甲", "1.00")))
    assert comparison_lines(of_two(same, same))[-1] == "两年没有变动"


def test_units_and_the_department_have_headings_of_their_own() -> None:
    old = table(unit("甲院", project("经费", "1.00")), unit("乙院"))
    new = GoalTable(year=2027, department="中院", units=(unit("甲院", project("经费", "1.00")), unit("丙"), unit("丁")))
    assert comparison_lines(of_two(old, new))[3:] == (
        "共 4 处变动",
        "",
        "中院",
        "  部门名称：法院 → 中院",
        "",
        "乙院",
        "  减少单位",
        "",
        "丙",
        "  新增单位",
        "",
        "丁",
        "  新增单位",
    )


def test_json_has_stable_keys_and_amounts_as_in_a_file() -> None:
    told = json.loads(json.dumps(comparison_json(comparison())))
    assert list(told) == ["old_year", "new_year", "totals", "changes"]
    assert told["totals"]["total"] == {
        "before": "4372.33",
        "after": "4489.83",
        "difference": "117.50",
        "percent": "2.7",
    }
    assert told["changes"][1] == {
        "kind": "amount",
        "unit": "广州互联网法院",
        "project": "业务用房物业管理费",
        "indicator": None,
        "field": "funding.appropriation",
        "subject": "财政拨款",
        "before": "624.00",
        "after": "650.00",
        "difference": "26.00",
        "percent": "4.2",
        "reason": "重新招标",
        "stale": False,
    }
    assert (told["changes"][2]["indicator"], told["changes"][2]["field"]) == (5, "annual")
