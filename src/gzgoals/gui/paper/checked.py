"""A check on paper: what it comes to, and every finding with the reason given for it, to be signed and handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.kinds import CHECK
from gzgoals.gui.paper.layout import lay_out_rows
from gzgoals.gui.paper.pdf import layout_pdf
from gzgoals.gui.paper.progress import Progress, Report
from gzgoals.gui.paper.rows import printed_text
from gzgoals.gui.paper.setup import page_layout, paper_of

if TYPE_CHECKING:  # who only prints a table need not wait for the rules
    from gzgoals.core.checks import CheckReport


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of the report: the verdict, a unit's name, or a finding."""

    texts: tuple[str, ...]
    joined: bool = False
    right: tuple[int, ...] = ()
    depth: int = 0
    leads: bool = False


def check_pdf(check: CheckReport, setup: PageSetup | None = None, report: Report | None = None) -> bytes:
    """Return the report of a check as a PDF; needs a `QGuiApplication` but no screen, and may run in any thread.

    Raises `CancelledError` when `report` answers False, `MissingFontError` where there is no Chinese font.
    """
    setup = setup or PageSetup()
    progress, paper = Progress(report), page_layout(setup)
    caption = printed_text("　　".join(check.captions))
    layout = lay_out_rows(list(checked_rows(check)), CHECK, caption, paper_of(paper, setup), progress)
    return layout_pdf(layout, paper, printed_text(f"{check.department}{check.year}年{CHECK.title}"), progress)


def checked_rows(check: CheckReport) -> Iterator[CheckedRow]:
    """Yield the rows from top to bottom: what the check comes to, then every finding below its unit and project."""
    yield CheckedRow(("检查结论", "", "", "", f"{check.verdict}。\n{check.counts}", ""))
    unit = ""
    for row in check.rows:
        if row.unit != unit:
            unit = row.unit
            yield CheckedRow((printed_text(unit), *[""] * (len(CHECK.columns) - 1)), leads=True)
        texts = (row.owner, row.severity, row.rule, row.where, row.message, row.reason)
        yield CheckedRow(tuple(map(printed_text, texts)), joined=not row.is_new)
