"""What is put beside our own form for other programs: a table of cells, and the text of the official form."""

from collections.abc import Iterator, Sequence

from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.columns import COLUMNS, cell_texts
from gzgoals.core.clipboard.things import Kind, Things
from gzgoals.core.edits import sums
from gzgoals.core.exchange import indicators_text
from gzgoals.core.exchange.printed import wording
from gzgoals.core.exchange.text.writer import project_lines, unit_lines
from gzgoals.core.table import Catalogue, Indicator, Project, Unit, catalogue_of, money_text

_SOURCES = ("total", "appropriation", "special_account", "other")


def cells_block(indicators: Sequence[Indicator], columns: Sequence[str], catalogue: Catalogue) -> Block:
    """Return these columns of indicators, as the grid shows them."""
    shown = [cell_texts(indicator, catalogue) for indicator in indicators]
    return Block(tuple(tuple(texts[column] for column in columns) for texts in shown))


def block_of_things(things: Things) -> Block:
    """Return what has been copied as a table: indicators as the grid shows them, projects as the official form does."""
    catalogue = catalogue_of(things.table.scheme)
    if things.kind is Kind.INDICATORS:
        rows = cells_block(things.indicators, COLUMNS, catalogue).rows
        return Block(tuple((str(number), *row) for number, row in enumerate(rows, 1)))
    return Block((wording.COLUMNS, *_rows(things, catalogue)))


def _rows(things: Things, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    for unit in things.table.units:
        if things.kind is Kind.UNITS:
            yield _unit_row(unit)
        for project in unit.projects:
            yield _project_row(project, catalogue)


def _unit_row(unit: Unit) -> tuple[str, ...]:
    whole = sums(unit.projects)
    return (unit.name, *(money_text(getattr(whole, source)) for source in _SOURCES), "", "")


def _project_row(project: Project, catalogue: Catalogue) -> tuple[str, ...]:
    amounts = (money_text(getattr(project.funding, source)) for source in _SOURCES)
    return (project.name, *amounts, project.objective, indicators_text(project.indicators, catalogue))


def official_text(things: Things) -> str:
    """Return what has been copied as the official form prints it, as text."""
    catalogue = catalogue_of(things.table.scheme)
    if things.kind is Kind.INDICATORS:
        return indicators_text(things.indicators, catalogue)
    lines: list[str] = []
    for unit in things.table.units:
        if things.kind is Kind.UNITS:
            lines += unit_lines(unit, catalogue)
        else:
            lines += [line for project in unit.projects for line in project_lines(project, catalogue)]
    return "\n".join(lines)
