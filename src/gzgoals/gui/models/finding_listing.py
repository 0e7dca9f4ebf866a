"""All findings of an outcome as a list shows them, made without Qt, so that a thread may do it for a large table."""

from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import chain

from gzgoals.core.checks import Checked, Finding
from gzgoals.gui.models.finding_choice import Choice, Grouping
from gzgoals.gui.models.finding_pieces import Group, Piece, Row, Tally, grouped, head_key, order_of, rows_of


class Listing:
    """The findings of an outcome, those that are chosen to be seen, and what of them is opened and closed.

    `own` and `units` hold the pieces of the table, `every`, `rules` and `shown` count all findings, those of each rule,
    and the chosen ones; `tallies` counts the chosen ones of each group.
    """

    def __init__(
        self,
        checked: Checked | None,
        choice: Choice,
        closed: frozenset[Hashable] = frozenset(),
        opened: frozenset[Hashable] = frozenset(),
    ) -> None:
        self.checked = checked
        self.choice = choice
        self.closed, self.opened = set(closed), set(opened)
        self.own: list[Piece] = []
        self.units: list[tuple[Piece, list[Piece]]] = []
        self.every, self.shown = Tally(), Tally()
        self.rules: Counter[str] = Counter()
        self.tallies: dict[Group, Tally] = {}
        if checked is not None:
            self._take_apart(checked)

    def _take_apart(self, checked: Checked) -> None:
        self.own, rank = [Piece(checked, 0)], 1
        for unit in checked.units:
            own, rank = Piece(unit, rank), rank + 1
            projects = [Piece(project, number) for number, project in enumerate(unit.projects, rank)]
            rank += len(projects)
            self.units.append((own, projects))
        for piece in self.pieces():
            self.count(piece, 1)

    def is_listed_as(self, other: "Listing") -> bool:
        """Tell whether the same is chosen to be seen, opened and closed in another one."""
        return (self.choice, self.closed, self.opened) == (other.choice, other.closed, other.opened)

    def pieces(self) -> Iterator[Piece]:
        """Yield all pieces in the table's order."""
        yield from self.own
        for own, projects in self.units:
            yield own
            yield from projects

    def count(self, piece: Piece, by: int) -> None:
        """Count the findings of a piece in, or with -1 out."""
        self.every.add(piece.findings, by)
        (self.rules.update if by > 0 else self.rules.subtract)([finding.rule for finding in piece.findings])

    def rows(self) -> list[Row]:
        """Return all rows, having counted anew what is chosen to be seen."""
        self.tallies, self.shown = {}, Tally()
        rows: list[Row] = []
        for group, piece, findings in self.sections():
            if group not in self.tallies:
                self.tallies[group] = Tally()
                if self.has_heads:
                    rows.append(head_of(group))
            self.tallies[group].add(findings)
            self.shown.add(findings)
            if head_key(group) not in self.closed:
                rows.extend(rows_of(piece, group, findings, self.opened))
        return rows

    def rows_below(self, row: Row) -> list[Row]:
        """Return the rows that stand below a head, or below the row of a family, when it is open."""
        if row.piece is None:
            sections = self.sections(row.group)
            return list(
                chain.from_iterable(rows_of(piece, group, found, self.opened) for group, piece, found in sections)
            )
        return [each for each in rows_of(row.piece, row.group, row.findings, self.opened) if each.inner]

    def sections(self, wanted: Group | None = None) -> list[tuple[Group, Piece, list[Finding]]]:
        """Return what every piece contributes to every group, or to the wanted one, in the order of the list."""
        found = [
            (group, piece, findings)
            for piece in ([wanted] if isinstance(wanted, Piece) else self.pieces())
            for group, findings in grouped(piece, self.choice).items()
            if wanted is None or group == wanted
        ]
        return sorted(found, key=lambda each: order_of(each[0], each[1]))

    @property
    def has_heads(self) -> bool:
        """Whether groups have heads."""
        return self.choice.grouping is not Grouping.NONE


Listed = tuple[Listing, list[Row]]
"""A listing with all its rows, as `listed` makes it."""


def listed(checked: Checked, choice: Choice, closed: frozenset[Hashable], opened: frozenset[Hashable]) -> Listed:
    """Return the listing of an outcome with its rows."""
    listing = Listing(checked, choice, closed, opened)
    return listing, listing.rows()


def head_of(group: Group) -> Row:
    """Return the row that heads a group."""
    return Row(head_key(group), group, None, ())
