"""The official table as rows of seven columns with real amounts, as sheets and documents show it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gzgoals.core.exchange.printed.assembly import scheme_of
from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator, indicators_text
from gzgoals.core.exchange.printed.own import OwnTitle
from gzgoals.core.exchange.printed.rows import Rank, Row
from gzgoals.core.exchange.printed.wording import FULL_TITLE
from gzgoals.core.table import DEFAULT_SCHEME, Amount, GoalTable, Project, catalogue_of, exact_sum, worth

Amounts = tuple[Amount, Amount, Amount, Amount]


class OfficialRow(NamedTuple):
    """A row: 合计 and units lead at the left, projects are indented by `depth`; `amounts` are 总计 and its sources.

    `project` is whose row it is, None for the others.
    """

    name: str
    amounts: Amounts
    objective: str = ""
    indicators: str = ""
    depth: int = 0
    rank: Rank = Rank.PROJECT
    project: Project | None = None


class Captions(NamedTuple):
    """What stands between the title and the table, from left to right."""

    department: str
    year: str
    scheme: str
    money: str = "单位：万元"


def official_rows(table: GoalTable) -> Iterator[OfficialRow]:
    """Yield the rows from top to bottom; sums are computed, never what an imported file stated."""
    catalogue = catalogue_of(table.scheme)
    sums = _sums(project for unit in table.units for project in unit.projects)
    yield OfficialRow("合计", sums, rank=Rank.TOTAL)
    for unit in table.units:
        yield OfficialRow(unit.name, _sums(unit.projects), rank=Rank.UNIT)
        for project in unit.projects:
            funding = project.funding
            amounts = (funding.total, funding.appropriation, funding.special_account, funding.other)
            text = indicators_text(project.indicators, catalogue)
            yield OfficialRow(project.name, amounts, project.objective, text, depth=1, project=project)


def captions_above(table: GoalTable) -> Captions:
    """Return the captions of a table; the scheme is named where it is not the usual one."""
    scheme = f"编码字典：{table.scheme}" if table.scheme != DEFAULT_SCHEME else ""
    return Captions(f"部门名称：{table.department}", f"预算年度：{table.year}", scheme)


def title_of(table: GoalTable, department: str, kind: str = FULL_TITLE) -> str:
    """Return what a document of this table is called in its properties; `department` is what it shows of the name.

    `kind` is what the official table, or another one made of it, is called.

    It tells the year, and the coding scheme where that could not be told from the printed categories.
    """
    catalogue = catalogue_of(table.scheme)
    categories = (each.category for unit in table.units for project in unit.projects for each in project.indicators)
    levels = ("；".join(catalogue.levels(category)).partition("；")[::2] for category in categories)
    printed = tuple(PrintedIndicator(first, second, "", "", "") for first, second in levels)
    told = scheme_of([Row((), "", (), printed=printed)])
    return str(OwnTitle(department, table.year, "" if told == table.scheme else table.scheme, kind))


def _sums(projects: Iterable[Project]) -> Amounts:
    funds = [project.funding for project in projects]
    return (
        exact_sum(fund.total for fund in funds),
        exact_sum(worth(fund.appropriation) for fund in funds),
        exact_sum(worth(fund.special_account) for fund in funds),
        exact_sum(worth(fund.other) for fund in funds),
    )
