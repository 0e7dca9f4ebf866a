"""A check on paper: what it comes to, and every finding with the reason given for it, to be signed and handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gzgoals.gui.paper.kinds import CHECK
from gzgoals.gui.paper.listing import Listing, ListRow
from gzgoals.gui.paper.rows import printed_text

if TYPE_CHECKING:  # who only prints a table need not wait for the rules
    from gzgoals.core.checks import CheckReport


def check_listing(check: CheckReport) -> Listing:
    """Return the report of a check as a list to be printed."""
    title = printed_text(f"{check.department}{check.year}年{CHECK.title}")
    return Listing.of(CHECK, printed_text("　　".join(check.captions)), title, checked_rows(check))


def checked_rows(check: CheckReport) -> Iterator[ListRow]:
    """Yield the rows from top to bottom: what the check comes to, then every finding below its unit and project."""
    yield ListRow(("检查结论", "", "", "", f"{check.verdict}。\n{check.counts}", ""))
    unit = ""
    for row in check.rows:
        if row.unit != unit:
            unit = row.unit
            yield ListRow((printed_text(unit), *[""] * (len(CHECK.columns) - 1)), leads=True)
        texts = (row.owner, row.severity, row.rule, row.where, row.message, row.reason)
        yield ListRow(tuple(map(printed_text, texts)), joined=not row.is_new)
