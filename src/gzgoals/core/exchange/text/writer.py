"""Our own text export: the published text's form, with all four amounts in each row and no wrapped line."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gzgoals.core.exchange.printed.indicator_text import indicators_text
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE
from gzgoals.core.exchange.text.heading import UNWRAPPED
from gzgoals.core.exchange.text.unwrapped_rows import BLANK_AMOUNT, INDENT
from gzgoals.core.table import (
    Amount,
    Catalogue,
    Funding,
    GoalTable,
    Project,
    Stated,
    Unit,
    catalogue_of,
    money_text,
    worth,
)


def write_text(table: GoalTable) -> str:
    """Return the table as text that a person and `read_text` can read; amounts are in 万元.

    Everything comes back but the ids, the explanations that hang on them, what only a newer program knows, and line
    breaks within a name. A paragraph that looks like a row of the table is read back as one.
    """
    catalogue = catalogue_of(table.scheme)
    lines = [
        FULL_TITLE,
        f"部门名称：{_one_line(table.department)} 单位：万元",
        f"预算年度：{table.year} 编码字典：{table.scheme} {UNWRAPPED}",
        " ".join(COLUMNS),
        _sum_row("合计", table.stated, [project for unit in table.units for project in unit.projects]),
    ]
    for unit in table.units:
        lines.extend(unit_lines(unit, catalogue))
    return "\n".join(lines) + "\n"


def unit_lines(unit: Unit, catalogue: Catalogue) -> Iterator[str]:
    """Give the lines of a unit's row and of its projects."""
    yield _sum_row(_one_line(unit.name), unit.stated, unit.projects)
    for project in unit.projects:
        yield from project_lines(project, catalogue)


def project_lines(project: Project, catalogue: Catalogue) -> Iterator[str]:
    """Give the lines of a project: its name and amounts, its objective, its indicators."""
    yield f"{INDENT}{_one_line(project.name)} {_funding_text(project.funding)}"
    if project.objective:
        yield project.objective
    if project.indicators:
        yield indicators_text(project.indicators, catalogue)


def _one_line(name: str) -> str:
    return " ".join(name.splitlines())


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


def _funding_text(funding: Funding) -> str:
    total = funding.total if funding.stated_total is None else funding.stated_total
    return _amounts_text(total, funding.appropriation, funding.special_account, funding.other)


def _amounts_text(*amounts: Amount) -> str:
    return " ".join(_amount_text(amount) for amount in amounts)


def _amount_text(amount: Amount) -> str:
    """Return an amount with at least two decimals; a draft as one word, so that the columns can be told."""
    if isinstance(amount, str):
        return "".join(amount.split()) or BLANK_AMOUNT
    exponent = amount.as_tuple().exponent
    return money_text(amount if isinstance(exponent, int) and exponent <= -2 else round(amount, 2))
