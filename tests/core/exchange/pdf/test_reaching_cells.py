"""Cells that reach over several columns, as a project's form has them: their lines are as long as they are wide."""

from itertools import pairwise

import pytest

from drawn_pdf import DrawnPdf, projects_of

XS = (30, 130, 330, 430, 630)
FIRST = "完成全部审判法庭的设备更新和调试工作并通过验收。"
FULL = "完成全部审判法庭的设备更新和调试工作并通过验收，保障庭审直播、录音录像和电子卷宗同步生成正常运行，全面充分满足"


def form(objective: str) -> bytes:
    """Draw a form in which name and objective reach over all columns but the first."""
    paper = DrawnPdf(XS)
    rows = [
        ("项目名称", "设备购置"),
        ("主管部门", "甲市法院", "实施单位", "甲法院"),
        ("年度资金总额", "5.00", "其中：财政拨款", "5.00"),
        ("绩效目标", objective),
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "质量指标", "合格率", "≥95%"),
    ]
    ys = paper.rows(rows)
    for row, (top, bottom) in zip(rows, pairwise(ys), strict=True):
        for x in XS if len(row) == len(XS) - 1 else (*XS[:2], XS[-1]):
            paper.canvas.line(x, paper.height - top, x, paper.height - bottom)
    for y in ys:
        paper.across(y)
    return paper.pdf()


@pytest.mark.parametrize(
    ("lines", "objective"),
    [
        ((FIRST, "保障直播。"), f"{FIRST}\n保障直播。"),
        ((FULL, "办案需要。"), f"{FULL}办案需要。"),
    ],
)
def test_a_line_ends_a_paragraph_where_its_cell_still_had_room(lines: tuple[str, ...], objective: str) -> None:
    (project,) = projects_of(form("\n".join(lines)))
    assert project.objective == objective
