"""The model of the list of findings: after an edit only the rows of the projects that it touched are looked at.

It is a flat table whose rows open and close, not a tree: Qt's tree view asks a model for every row there is each time
one comes or goes (174 ms for 80,000 of them), its table view only for those in sight (1 ms).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from gzgoals.core.checks import Checked, Finding, Renewed
from gzgoals.core.table import Place
from gzgoals.gui.models.cells import Cell, Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference
from gzgoals.gui.models.finding_choice import Choice
from gzgoals.gui.models.finding_listing import Listed, Listing, head_of, listed
from gzgoals.gui.models.finding_pieces import Group, Holder, Piece, Row, Tally, grouped, head_key, order_of, rows_of
from gzgoals.gui.models.finding_rows import COLUMNS, FindingRow, Link, finding_row, fold_row, head_row
from gzgoals.gui.models.rows_model import Index

_MANY = 400
"""From how many rows or projects on a change is not told row by row: to put all anew is quicker then."""

_BEYOND = 1 << 60


class FindingsModel(QAbstractTableModel):
    """The findings that are chosen to be seen, in groups that open and close.

    Signals
    -------
    counted()
        The counts may be others.
    """

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = Listing(None, Choice())
        self._rows: list[Row] = []

    @property
    def choice(self) -> Choice:
        """What is chosen to be seen."""
        return self._list.choice

    @property
    def shown(self) -> Tally:
        """The findings that are chosen to be seen."""
        return self._list.shown

    @property
    def every(self) -> Tally:
        """All findings."""
        return self._list.every

    @property
    def rules(self) -> Counter[str]:
        """How many findings there are of each rule."""
        return self._list.rules

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown now."""
        return self._rows

    def open(self, checked: Checked, choice: Choice | None = None) -> None:
        """Show the findings of another table, those that are chosen."""
        self.beginResetModel()
        self._list = Listing(checked, choice or self.choice)
        self._rows = self._list.rows()
        self.endResetModel()
        self.counted.emit()

    def renew(self, checked: Checked, renewed: Renewed | None) -> None:
        """Show the findings as they are after a change that has renewed these projects; None where any may be."""
        units = self._list.units
        if renewed is None or len(renewed.projects) > _MANY or len(units) != len(checked.units):
            self.take(self.listing(checked)())
            return
        self._list.checked = checked
        self._renew_piece(self._list.own[0], checked)
        for unit in renewed.units:
            self._renew_piece(units[unit][0], checked.units[unit])
        for unit, row in renewed.projects:
            self._renew_piece(units[unit][1][row], checked.units[unit].projects[row])
        self.counted.emit()

    def listing(self, checked: Checked) -> Callable[[], Listed]:
        """Return what lists the findings of another outcome as they are listed now; a thread may do it."""
        return partial(listed, checked, self.choice, frozenset(self._list.closed), frozenset(self._list.opened))

    def take(self, made: Listed) -> bool:
        """Show a listing that was made; return False where by now other things are to be listed than when it was."""
        listing, rows = made
        if not listing.is_listed_as(self._list):
            return False
        self._list = listing
        self._settle(0, len(self._rows), rows)
        self.counted.emit()
        return True

    def choose(self, choice: Choice) -> None:
        """Show what is chosen."""
        if choice != self.choice:
            self._list.choice = choice
            self._settle(0, len(self._rows), self._list.rows())
            self.counted.emit()

    def toggle(self, number: int) -> None:
        """Open or close the group or family whose row this is."""
        row = self._rows[number]
        below = number + 1
        if row.is_head:
            key, kept, is_open = head_key(row.group), self._list.closed, head_key(row.group) not in self._list.closed
            end = bisect_right(self._rows, (order_of(row.group, None)[0], _BEYOND), key=_order)
        elif row.is_fold:
            key, kept, is_open = row.key, self._list.opened, row.key in self._list.opened
            end = below + len(row.findings) if is_open else below
        else:
            return
        (kept.remove if key in kept else kept.add)(key)
        row.shown = None
        self._settle(below, end, [] if is_open else self._list.rows_below(row))
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))

    def is_open(self, number: int) -> bool | None:
        """Tell whether what a row stands for is listed below it; None where it is one finding."""
        row = self._rows[number]
        if row.is_head:
            return head_key(row.group) not in self._list.closed
        return row.key in self._list.opened if row.is_fold else None

    def findings_at(self, number: int) -> tuple[Finding, ...]:
        """Return the findings that a row stands for."""
        row = self._rows[number]
        if not row.is_head:
            return row.findings
        return tuple(finding for _, _, findings in self._list.sections(row.group) for finding in findings)

    def findings_of(self, rule: str) -> tuple[Finding, ...]:
        """Return the findings of a rule that are chosen to be seen, in the table's order."""
        return tuple(
            finding
            for piece in self._list.pieces()
            for finding in piece.chosen(self._list.choice)
            if finding.rule == rule
        )

    def row_of(self, key: Hashable) -> int:
        """Return which row has this key, -1 where none is shown."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def links(self, number: int) -> tuple[Link, ...]:
        """Return what the end of a row offers to do."""
        return self._shown(number).links

    def where(self, finding: Finding) -> str:
        """Return in words where a finding is: in which project, and where in it."""
        here = finding.place
        piece = next((each for each in self._list.pieces() if each.place == Place(here.unit, here.project)), None)
        return " · ".join(filter(None, (piece.owner, piece.where(finding)))) if piece else ""

    def _renew_piece(self, piece: Piece, holder: Holder) -> None:
        if piece.holder is holder:
            return
        if piece.is_same(holder):
            piece.hold(holder)
            return
        before = grouped(piece, self._list.choice)
        self._list.count(piece, -1)
        piece.hold(holder)
        self._list.count(piece, 1)
        after = grouped(piece, self._list.choice)
        for group in dict.fromkeys((*before, *after)):
            self._regroup(piece, group, before.get(group, []), after.get(group, []))

    def _regroup(self, piece: Piece, group: Group, before: list[Finding], after: list[Finding]) -> None:
        tally = self._list.tallies.setdefault(group, Tally())
        for counts in (tally, self._list.shown):
            counts.add(before, -1)
            counts.add(after)
        order = order_of(group, piece)
        start, stop = bisect_left(self._rows, order, key=_order), bisect_right(self._rows, order, key=_order)
        closed = self._list.has_heads and head_key(group) in self._list.closed
        self._settle(start, stop, [] if closed else list(rows_of(piece, group, after, self._list.opened)))
        if self._list.has_heads:
            self._settle_head(group, tally)
        if not tally.total:
            del self._list.tallies[group]

    def _settle_head(self, group: Group, tally: Tally) -> None:
        place = bisect_left(self._rows, order_of(group, None), key=_order)
        there = place < len(self._rows) and self._rows[place].is_head and self._rows[place].group == group
        self._settle(place, place + there, [head_of(group)] if tally.total else [])

    def _settle(self, start: int, stop: int, rows: list[Row]) -> None:
        """Let `rows` stand where those from `start` to `stop` stood, announcing what differs."""
        old, new = [row.key for row in self._rows[start:stop]], [row.key for row in rows]
        if max(len(old), len(new)) > _MANY:
            self._take(Removed(0, len(old) - 1), start, rows)
            self._take(Inserted(0, len(new) - 1), start, rows)
            return
        for step in difference(old, new):
            self._take(step, start, rows)
        if kept := set(old).intersection(new):
            self._rows[start : start + len(rows)] = rows
            places = [place for place, key in enumerate(new) if key in kept]
            self.dataChanged.emit(self.index(start + places[0], 0), self.index(start + places[-1], len(COLUMNS) - 1))

    def _take(self, step: Removed | Inserted | Moved, start: int, rows: list[Row]) -> None:
        root = QModelIndex()
        match step:
            case Removed(first, last) if first <= last:
                self.beginRemoveRows(root, start + first, start + last)
                del self._rows[start + first : start + last + 1]
                self.endRemoveRows()
            case Inserted(first, last) if first <= last:
                self.beginInsertRows(root, start + first, start + last)
                self._rows[start + first : start + first] = rows[first : last + 1]
                self.endInsertRows()
            case Moved(source, target):
                source, target = start + source, start + target
                self.beginMoveRows(root, source, source, root, target + (target > source))
                self._rows.insert(target, self._rows.pop(source))
                self.endMoveRows()

    def _shown(self, number: int) -> FindingRow:
        row = self._rows[number]
        if row.asked is not self._list.checked and row.hangs_on_others:
            row.shown = None
        if not isinstance(row.shown, FindingRow):
            row.shown = self._as_shown(row, opened=bool(self.is_open(number)))
            row.asked, row.cells = self._list.checked, ()
        return row.shown

    def _as_shown(self, row: Row, *, opened: bool) -> FindingRow:
        assert self._list.checked is not None
        if row.is_head:
            return head_row(row, self._list.tallies[row.group], opened=opened)
        if row.finding:
            return finding_row(row, row.finding, self._list.checked, self._list.choice.grouping)
        return fold_row(row, self._list.checked, self._list.choice.grouping, opened=opened)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Role.KEY:
            return self._rows[index.row()].key
        return self._cell(self._rows[index.row()], index.row(), index.column()).answer(role)

    def _cell(self, row: Row, number: int, column: int) -> Cell:
        """Return what a cell shows, which views ask for role by role."""
        shown = self._shown(number)
        if not row.cells:
            row.cells = tuple(each.cell(shown) for each in COLUMNS)
        return row.cells[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return None


def _order(row: Row) -> tuple[int | str, int]:
    return order_of(row.group, row.piece)
