"""Tables printed as published texts look: zeros left blank, cells wrapped anywhere, blank lines anywhere, pages."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.exchange import indicators_text
from gzgoals.core.table import Funding, GoalTable, Project, catalogue_of, money_text

TITLE = "项目支出绩效目标表（含转移支付项目）"
HEADER = ["项目名称（资金使用单位） 总计 财政拨款", "财政专户拨", "", "款", "其他资金 绩效目标 绩效指标"]


@dataclass(frozen=True)
class Style:
    """How one producer's text looks; widths are in characters, chances from 0 to 1."""

    indent: str = "    "
    name_width: int = 13
    objective_width: int = 15
    cell_width: int = 28
    blank_lines: float = 0.3
    pages: float = 0.0
    objective_beside_amounts: float = 0.0
    seed: int = 0


def published(table: GoalTable, style: Style) -> str:
    """Return the table as one would find it published, its objectives' paragraphs run together."""
    chance = random.Random(style.seed)
    rows = list(_rows(table, style, chance))
    lines = ["", TITLE, "", f"部门名称：{table.department} 单位：万元", "", *HEADER]
    page = 1
    for line in rows:
        if chance.random() < style.blank_lines:
            lines.append("")
        if chance.random() < style.pages and not _is_figure(line) and not _is_figure(lines[-1]):
            page += 1
            lines += [f"第 {page} 页", f"\f{TITLE}", f"部门名称：{table.department} 单位：万元", *HEADER]
        lines.append(line)
    return "\n".join(lines) + "\n"


def _is_figure(line: str) -> bool:
    """Tell a figure alone on its line: beside a page's break it could not be told from a page number."""
    return line.strip().replace("/", "").isdecimal()


def _rows(table: GoalTable, style: Style, chance: random.Random) -> Iterator[str]:
    catalogue = catalogue_of(table.scheme)
    everything = [project.funding for unit in table.units for project in unit.projects]
    yield from _head("合计", "", _amounts(everything), style, chance)
    for unit in table.units:
        yield from _head(unit.name, "", _amounts(project.funding for project in unit.projects), style, chance)
        for project in unit.projects:
            yield from _project(project, indicators_text(project.indicators, catalogue), style, chance)


def _project(project: Project, cell: str, style: Style, chance: random.Random) -> Iterator[str]:
    *name, amounts = _head(project.name, style.indent, _amounts([project.funding]), style, chance)
    yield from name
    objective = list(wrapped(project.objective.replace("\n", ""), style.objective_width))
    if objective and chance.random() < style.objective_beside_amounts:
        amounts = f"{amounts} {objective.pop(0)}"
    yield amounts
    yield from objective
    yield from wrapped(cell, style.cell_width)


def _head(name: str, indent: str, amounts: str, style: Style, chance: random.Random) -> Iterator[str]:
    *lines, last = wrapped(name, style.name_width)
    lines = [*lines, last, amounts] if lines and chance.random() < 0.7 else [*lines, f"{last} {amounts}"]
    return iter([indent + lines[0], *lines[1:]])


def _amounts(fundings: Iterable[Funding]) -> str:
    sums = [Decimal("0.00")] * 3
    for funding in fundings:
        parts = (funding.appropriation, funding.special_account, funding.other)
        sums = [total + part for total, part in zip(sums, parts, strict=True) if isinstance(part, Decimal)]
    printed = [amount for amount in sums if amount] or [Decimal("0.00")]
    return " ".join(money_text(amount) for amount in [sum(sums, Decimal("0.00")), *printed])


def wrapped(text: str, width: int) -> Iterator[str]:
    """Cut a text every `width` characters, but not beside a blank, where a break could not be told from it."""
    begin = 0
    while begin < len(text):
        end = begin + width
        while text[end - 1 : end + 1].strip() != text[end - 1 : end + 1]:
            end += 1
        yield text[begin:end]
        begin = end
