"""A table as the rows of the official form: 合计, each unit, and the unit's projects, as plain text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.exchange import indicators_text
from gzgoals.core.table import Catalogue, Funding, GoalTable, Project, Unit, catalogue_of, money_text, worth
from gzgoals.core.visible import on_paper

_PARAGRAPH_INDENT = "\u3000" * 2
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Nearly all text is of these alone; to see that is ten times as quick as to go through it letter by letter.
_PLAIN = re.compile("[\n -~\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·≥≤×°℃\u3000]*")
_UNPRINTABLE = {code: " " for code in (*range(32), 127) if chr(code) != "\n"} | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)


class PrintedRow(NamedTuple):
    """A row's text; `amounts` are 总计, 财政拨款, 财政专户拨款, 其他资金.

    `depth` is 0 for 合计 and units, 1 for projects. `leads` tells that the rows below belong to this one, so that
    it should not stand last on a page.
    """

    name: str
    amounts: tuple[str, str, str, str]
    objective: str = ""
    indicators: str = ""
    depth: int = 0
    leads: bool = False
    joined: bool = False
    right: tuple[int, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each of the seven cells."""
        return self.name, *self.amounts, with_indents(self.objective), self.indicators


def printed_rows(table: GoalTable) -> Iterator[PrintedRow]:
    """Yield a table's rows from top to bottom; sums are computed, never what an imported file stated."""
    catalogue = catalogue_of(table.scheme)
    sums = [sums_of(project.funding for project in unit.projects) for unit in table.units]
    yield printed_total(sums)
    for unit, own in zip(table.units, sums, strict=True):
        yield printed_unit(unit, own)
        for project in unit.projects:
            yield printed_project(project, catalogue)


def printed_total(sums: Sequence[Funding]) -> PrintedRow:
    """Return the row of 合计; `sums` are those of the units."""
    return PrintedRow("合计", printed_amounts(sums_of(sums)), leads=bool(sums))


def printed_unit(unit: Unit, sums: Funding) -> PrintedRow:
    """Return a unit's row; `sums` are those of its projects."""
    return PrintedRow(printed_text(unit.name), printed_amounts(sums), leads=bool(unit.projects))


def printed_project(project: Project, catalogue: Catalogue) -> PrintedRow:
    """Return a project's row."""
    return PrintedRow(
        name=printed_text(project.name),
        amounts=printed_amounts(project.funding),
        objective=printed_text(project.objective),
        indicators=printed_text(indicators_text(project.indicators, catalogue)),
        depth=1,
    )


def printed_text(text: str) -> str:
    """Return text as it can stand on paper: every line end a newline, other controls blanks, nothing unseen."""
    if _PLAIN.fullmatch(text):
        return text
    return on_paper(_LINE_ENDS.sub("\n", text).translate(_UNPRINTABLE))


def with_indents(text: str) -> str:
    """Return a text with its paragraphs indented where there are several: so they show whatever their length."""
    if "\n" not in text:
        return text
    return "\n".join(_PARAGRAPH_INDENT + line if line.strip() else line for line in text.split("\n"))


def sums_of(fundings: Iterable[Funding]) -> Funding:
    """Return the sums of what projects or units have."""
    funds = list(fundings)
    return Funding(
        appropriation=sum((worth(fund.appropriation) for fund in funds), Decimal("0.00")),
        special_account=sum((worth(fund.special_account) for fund in funds), Decimal("0.00")),
        other=sum((worth(fund.other) for fund in funds), Decimal("0.00")),
    )


def printed_amounts(funding: Funding) -> tuple[str, str, str, str]:
    """Return 总计, 财政拨款, 财政专户拨款 and 其他资金 as they are printed."""
    return (
        _amount(funding.total),
        _amount(funding.appropriation),
        _amount(funding.special_account),
        _amount(funding.other),
    )


def _amount(amount: Decimal | str) -> str:
    return "" if amount == 0 else printed_text(money_text(amount))
