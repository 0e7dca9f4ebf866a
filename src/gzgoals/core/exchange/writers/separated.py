"""The table as values parted by commas (csv): a row an indicator, each with all that is said of its project."""

import csv
from decimal import Decimal
from io import StringIO

from gzgoals.core.exchange.own.columns import Kind
from gzgoals.core.exchange.own.escapes import escaped
from gzgoals.core.exchange.own.quoting import quoted
from gzgoals.core.exchange.own.rows import Cell, whole_rows
from gzgoals.core.exchange.writers.progress import Progress, Report, indicators_in, no_report
from gzgoals.core.table import GoalTable, amount_text

_MARK = "\ufeff"
"""By which Excel and WPS know that a csv is UTF-8."""


def write_separated(table: GoalTable, report: Report = no_report) -> bytes:
    """Return a table as csv in UTF-8 with its mark, lines ended by CRLF, texts in quotation marks.

    All of it comes back but ids, explanations, and totals that were printed wrong.

    Raises `StoppedError` when `report` says so.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(Kind.WHOLE.columns)
    for cells in Progress(report, indicators_in(table)).through(whole_rows(table)):
        writer.writerow([_cell(cell) for cell in cells])
    return (_MARK + stream.getvalue()).encode("utf-8", "replace")


class _Plain(Decimal):
    """A number that is written with all its places, however small: an office program takes `1E-7` for another one."""

    def __str__(self) -> str:
        return amount_text(self)


def _cell(cell: Cell) -> str | int | Decimal:
    """Return a cell as it is written: numbers as they are, texts such that they stay texts."""
    if isinstance(cell, Decimal):
        return _Plain(cell)
    return quoted(escaped(cell)) if isinstance(cell, str) else cell
