"""Texts that some program somewhere takes for more than text, and a table that has them wherever one can stand."""

from decimal import Decimal

from gzgoals.core.table import (
    Explanation,
    Funding,
    GoalTable,
    Indicator,
    Project,
    Target,
    Unit,
)

TEXTS = (
    "<b>粗</b><img src='file:///etc/passwd'>",
    "<a href='http://example.org/'>链接</a>",
    "<table><tr><td>格</table>",
    "&lt;i&gt;&amp;",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org/";"点")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "http://example.org/",
    "mailto:a@example.org",
    "{{ 7*7 }}${7*7}%s{0}",
    "保存(&S)",
    "甲[*]乙",
    "../../etc/passwd",
    "红\x1b[31m色\x07",
    "前\u202e后倒\u202c",
    "零\u200b宽\ufeff",
    "\ttab\t",
    "**粗** _斜_ `码`",
)


def table_of_texts() -> GoalTable:
    """Return a table with a project for each text, which stands in each of its fields."""
    projects = tuple(
        Project(
            id=f"p{number}",
            name=text,
            objective=f"{text}\n{text}",
            funding=Funding(appropriation=Decimal("1.00"), other=text),
            indicators=(
                Indicator(name=text, category="11", cycle=_target(text), annual=_target(text)),
                Indicator(name=text, category=text),
            ),
        )
        for number, text in enumerate(TEXTS)
    )
    units = tuple(Unit(name=text, projects=projects[number::4]) for number, text in enumerate(TEXTS[:4]))
    reasons = tuple(Explanation(rule="G01", project=f"p{number}", reason=text) for number, text in enumerate(TEXTS))
    return GoalTable(year=2026, department=TEXTS[0], units=units, explanations=reasons)


def _target(text: str) -> Target:
    return Target(value=text, measure=text)
