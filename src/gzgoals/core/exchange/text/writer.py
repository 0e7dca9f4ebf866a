"""Our own text export: the published text's form, with all four amounts in each row and no wrapped line."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.exchange.printed.indicator_text import indicators_text
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE, TOTAL_NAMES, compact
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.escaping import ESCAPED, NOTHING, coded, escaped, escaped_cell
from gzgoals.core.exchange.text.heading import UNWRAPPED
from gzgoals.core.exchange.text.plainness import is_plain
from gzgoals.core.exchange.text.unwrapped_rows import BLANK_AMOUNT, INDENT, is_head, is_number
from gzgoals.core.table import (
    Amount,
    Catalogue,
    Funding,
    GoalTable,
    Indicator,
    Project,
    Stated,
    Unit,
    catalogue_of,
    money_text,
    worth,
)


def write_text(table: GoalTable) -> str:
    """Return the table as text that a person and `read_text` can read; amounts are in 万元.

    Everything comes back but the ids, the explanations that hang on them, and what only a newer program knows. Where
    plain lines would not give it back, the text is escaped and says so.
    """
    if is_plain(table, _heading(table, _PLAIN)[:3]):
        return "\n".join(_lines(table, _PLAIN)) + "\n"
    return "\n".join(_lines(table, _ESCAPED)) + "\n"


class _Way(NamedTuple):
    """How texts are put into lines: names, units' names, objectives, drafts of amounts, indicators."""

    heading: str
    name: Callable[[str], str]
    unit: Callable[[str], str]
    objective: Callable[[str], str]
    draft: Callable[[str], str]
    indicators: Callable[[tuple[Indicator, ...], Catalogue], str]


def _lines(table: GoalTable, way: "_Way") -> Iterator[str]:
    catalogue = catalogue_of(table.scheme)
    yield from _heading(table, way)
    yield _sum_row("合计", table.stated, [project for unit in table.units for project in unit.projects])
    for unit in table.units:
        yield from unit_lines(unit, catalogue, way)


def _heading(table: GoalTable, way: "_Way") -> list[str]:
    return [
        FULL_TITLE,
        f"部门名称：{way.name(table.department)} 单位：万元",
        f"预算年度：{table.year} 编码字典：{way.name(table.scheme)} {way.heading}",
        " ".join(COLUMNS),
    ]


def _one_line(name: str) -> str:
    return " ".join(name.splitlines())


def _word(draft: str) -> str:
    """Return a draft of an amount as one word, so that the columns can be told."""
    return "".join(draft.split()) or BLANK_AMOUNT


def _escaped_unit(name: str) -> str:
    whole = escaped(name)
    return f"\\{whole}" if compact(whole) in TOTAL_NAMES else whole


def _escaped_objective(text: str) -> str:
    lines = list(map(_escaped_line, text.split("\n")))
    if text:
        lines[0], lines[-1] = lines[0] or NOTHING, lines[-1] or NOTHING
    return "\n".join(lines)


def _escaped_line(line: str) -> str:
    whole = escaped(line)
    if is_head(Line(1, whole)):
        return coded(whole)
    return f"\\{whole}" if whole.startswith("1、") else whole


def _escaped_draft(draft: str) -> str:
    whole = coded(escaped(draft)) or BLANK_AMOUNT
    is_misread = draft.startswith(BLANK_AMOUNT) or is_number(draft)
    return f"\\u{ord(whole[0]):04X}{whole[1:]}" if is_misread else whole


_PLAIN = _Way(UNWRAPPED, _one_line, _one_line, str, _word, indicators_text)
_ESCAPED = _Way(f"{UNWRAPPED} {ESCAPED}", escaped, _escaped_unit, _escaped_objective, _escaped_draft, escaped_cell)


def unit_lines(unit: Unit, catalogue: Catalogue, way: _Way = _PLAIN) -> Iterator[str]:
    """Give the lines of a unit's row and of its projects."""
    yield _sum_row(way.unit(unit.name), unit.stated, unit.projects)
    for project in unit.projects:
        yield from project_lines(project, catalogue, way)


def project_lines(project: Project, catalogue: Catalogue, way: _Way = _PLAIN) -> Iterator[str]:
    """Give the lines of a project: its name and amounts, its objective, its indicators."""
    yield f"{INDENT}{way.name(project.name)} {_funding_text(project.funding, way)}"
    if project.objective:
        yield way.objective(project.objective)
    if project.indicators:
        yield way.indicators(project.indicators, catalogue)


def _sum_row(name: str, stated: Stated | None, projects: Sequence[Project]) -> str:
    if stated:
        return f"{name} {_amounts_text(stated.total, stated.appropriation, stated.special_account, stated.other)}"
    fundings = [project.funding for project in projects]
    columns = (
        sum((worth(part) for part in parts), Decimal("0.00"))
        for parts in (
            [funding.total for funding in fundings],
            [funding.appropriation for funding in fundings],
            [funding.special_account for funding in fundings],
            [funding.other for funding in fundings],
        )
    )
    return f"{name} {_amounts_text(*columns)}"


def _funding_text(funding: Funding, way: _Way) -> str:
    total = funding.total if funding.stated_total is None else funding.stated_total
    return _amounts_text(total, funding.appropriation, funding.special_account, funding.other, draft=way.draft)


def _amounts_text(*amounts: Amount, draft: Callable[[str], str] = _word) -> str:
    return " ".join(draft(amount) if isinstance(amount, str) else _amount_text(amount) for amount in amounts)


def _amount_text(amount: Decimal) -> str:
    """Return an amount with at least two decimals."""
    exponent = amount.as_tuple().exponent
    return money_text(amount if isinstance(exponent, int) and exponent <= -2 else round(amount, 2))
