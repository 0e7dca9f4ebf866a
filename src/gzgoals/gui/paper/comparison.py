"""A comparison of two years on paper: what changed, by how much and why, for the leader who signs."""

from collections.abc import Iterator
from decimal import Decimal

from gzgoals.core.table import money_text
from gzgoals.core.years import Change, Comparison
from gzgoals.core.years.report import STALE, SumLine, percent_text, signed, sum_lines
from gzgoals.gui.paper.kinds import COMPARISON
from gzgoals.gui.paper.listing import Listing, ListRow
from gzgoals.gui.paper.rows import printed_text

_BOTH_YEARS = (3, 4)


def comparison_listing(comparison: Comparison, department: str = "") -> Listing:
    """Return a comparison as a list to be printed."""
    years = f"上年：{comparison.old_year} 年　　本年：{comparison.new_year} 年"
    caption = printed_text(f"部门名称：{department}　　{years}")
    title = f"{department}{comparison.new_year}年{COMPARISON.title}"
    return Listing.of(COMPARISON, caption, title, compared_rows(comparison))


def compared_rows(comparison: Comparison) -> Iterator[ListRow]:
    """Yield the rows from top to bottom: the sums of both years, then every change in the order of the table."""
    yield from _sums(comparison)
    if not comparison.changes:
        yield ListRow(("与上年相同，没有改动", *[""] * (len(COMPARISON.columns) - 1)))
    owner = None
    for change in comparison.changes:
        key = change.key[0]
        yield _change_row(change, joined=key == owner)
        owner = key


def _sums(comparison: Comparison) -> Iterator[ListRow]:
    for count, line in enumerate(sum_lines(comparison)):
        if count == 0 or line.before or line.after:
            yield ListRow(_sum_texts(line), joined=count > 0, right=_BOTH_YEARS)


def _sum_texts(line: SumLine) -> tuple[str, ...]:
    both = money_text(line.before), money_text(line.after)
    return "合计", "", line.word, *both, _signed(line.difference), _share(line.percent), ""


def _change_row(change: Change, *, joined: bool) -> ListRow:
    reason = f"{change.reason}{STALE}" if change.stale else change.reason
    texts = (
        change.owner,
        change.kind.label,
        change.where,
        change.before,
        change.after,
        _signed(change.difference),
        _share(change.percent),
        reason,
    )
    return ListRow(tuple(map(printed_text, texts)), joined, _BOTH_YEARS if change.is_about_money else ())


def _signed(difference: Decimal | None) -> str:
    return signed(difference) if difference else ""


def _share(share: Decimal | None) -> str:
    return percent_text(share) if share else ""
