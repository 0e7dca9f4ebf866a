"""The model of the list of findings: after an edit only the rows of the projects that it touched are looked at.

It is a flat table whose rows open and close, not a tree: Qt's tree view asks a model for every row there is each time
one comes or goes (174 ms for 80,000 of them), its table view only for those in sight (1 ms).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from gzgoals.core.checks import Checked, Finding, Renewed
from gzgoals.core.table import Place
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference
from gzgoals.gui.models.finding_choice import Choice, Grouping
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
        self._checked: Checked | None = None
        self._choice = Choice()
        self._own: list[Piece] = []
        self._units: list[tuple[Piece, list[Piece]]] = []
        self._rows: list[Row] = []
        self._closed: set[Hashable] = set()
        self._opened: set[Hashable] = set()
        self._tallies: dict[Group, Tally] = {}
        self.shown = Tally()
        """The findings that are chosen to be seen."""
        self.every = Tally()
        """All findings."""
        self.rules: Counter[str] = Counter()
        """How many findings there are of each rule."""

    @property
    def choice(self) -> Choice:
        """What is chosen to be seen."""
        return self._choice

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they are shown now."""
        return self._rows

    def open(self, checked: Checked, choice: Choice | None = None) -> None:
        """Show the findings of another table, those that are chosen."""
        self.beginResetModel()
        self._choice = choice or self._choice
        self._closed, self._opened = set(), set()
        self._take_all(checked)
        self._rows = self._all_rows()
        self.endResetModel()
        self.counted.emit()

    def renew(self, checked: Checked, renewed: Renewed | None) -> None:
        """Show the findings as they are after a change that has renewed these projects; None where any may be."""
        if renewed is None or len(renewed.projects) > _MANY or len(self._units) != len(checked.units):
            self._take_all(checked)
            self._settle(0, len(self._rows), self._all_rows())
        else:
            self._checked = checked
            self._renew_piece(self._own[0], checked)
            for unit in renewed.units:
                self._renew_piece(self._units[unit][0], checked.units[unit])
            for unit, row in renewed.projects:
                self._renew_piece(self._units[unit][1][row], checked.units[unit].projects[row])
        self.counted.emit()

    def choose(self, choice: Choice) -> None:
        """Show what is chosen."""
        if choice != self._choice:
            self._choice = choice
            self._settle(0, len(self._rows), self._all_rows())
            self.counted.emit()

    def toggle(self, number: int) -> None:
        """Open or close the group or family whose row this is."""
        row = self._rows[number]
        below = number + 1
        if row.is_head:
            key, kept, is_open = head_key(row.group), self._closed, head_key(row.group) not in self._closed
            end = bisect_right(self._rows, (order_of(row.group, None)[0], _BEYOND), key=_order)
        elif row.is_fold:
            key, kept, is_open = row.key, self._opened, row.key in self._opened
            end = below + len(row.findings) if is_open else below
        else:
            return
        (kept.remove if key in kept else kept.add)(key)
        row.shown = None
        self._settle(below, end, [] if is_open else self._rows_below(row))
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))

    def is_open(self, number: int) -> bool | None:
        """Tell whether what a row stands for is listed below it; None where it is one finding."""
        row = self._rows[number]
        if row.is_head:
            return head_key(row.group) not in self._closed
        return row.key in self._opened if row.is_fold else None

    def findings_at(self, number: int) -> tuple[Finding, ...]:
        """Return the findings that a row stands for."""
        row = self._rows[number]
        if not row.is_head:
            return row.findings
        return tuple(finding for _, _, findings in self._sections(row.group) for finding in findings)

    def findings_of(self, rule: str) -> tuple[Finding, ...]:
        """Return the findings of a rule that are chosen to be seen, in the table's order."""
        return tuple(
            finding for piece in self._pieces() for finding in piece.chosen(self._choice) if finding.rule == rule
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
        piece = next((each for each in self._pieces() if each.place == Place(here.unit, here.project)), None)
        return " · ".join(filter(None, (piece.owner, piece.where(finding)))) if piece else ""

    def _take_all(self, checked: Checked) -> None:
        self._checked = checked
        self._own, self._units = [Piece(checked, 0)], []
        self.every, self.rules, rank = Tally(), Counter(), 1
        for unit in checked.units:
            own, rank = Piece(unit, rank), rank + 1
            projects = [Piece(project, number) for number, project in enumerate(unit.projects, rank)]
            rank += len(projects)
            self._units.append((own, projects))
        for piece in self._pieces():
            self._count(piece, 1)

    def _pieces(self) -> Iterator[Piece]:
        yield from self._own
        for own, projects in self._units:
            yield own
            yield from projects

    def _count(self, piece: Piece, by: int) -> None:
        self.every.add(piece.findings, by)
        (self.rules.update if by > 0 else self.rules.subtract)([finding.rule for finding in piece.findings])

    def _sections(self, wanted: Group | None = None) -> list[tuple[Group, Piece, list[Finding]]]:
        """Return what every piece contributes to every group, or to the wanted one, in the order of the list."""
        found = [
            (group, piece, findings)
            for piece in ([wanted] if isinstance(wanted, Piece) else self._pieces())
            for group, findings in grouped(piece, self._choice).items()
            if wanted is None or group == wanted
        ]
        return sorted(found, key=lambda each: order_of(each[0], each[1]))

    def _all_rows(self) -> list[Row]:
        self._tallies, self.shown = {}, Tally()
        rows: list[Row] = []
        for group, piece, findings in self._sections():
            if group not in self._tallies:
                self._tallies[group] = Tally()
                if self._has_heads:
                    rows.append(_head(group))
            self._tallies[group].add(findings)
            self.shown.add(findings)
            if head_key(group) not in self._closed:
                rows.extend(rows_of(piece, group, findings, self._opened))
        return rows

    @property
    def _has_heads(self) -> bool:
        return self._choice.grouping is not Grouping.NONE

    def _rows_below(self, row: Row) -> list[Row]:
        """Return the rows that stand below a head, or below the row of a family, when it is open."""
        if row.piece is None:
            sections = self._sections(row.group)
            return [one for group, piece, found in sections for one in rows_of(piece, group, found, self._opened)]
        return [each for each in rows_of(row.piece, row.group, row.findings, self._opened) if each.inner]

    def _renew_piece(self, piece: Piece, holder: Holder) -> None:
        if piece.holder is holder:
            return
        if piece.is_same(holder):
            piece.hold(holder)
            return
        before = grouped(piece, self._choice)
        self._count(piece, -1)
        piece.hold(holder)
        self._count(piece, 1)
        after = grouped(piece, self._choice)
        for group in dict.fromkeys((*before, *after)):
            self._regroup(piece, group, before.get(group, []), after.get(group, []))

    def _regroup(self, piece: Piece, group: Group, before: list[Finding], after: list[Finding]) -> None:
        tally = self._tallies.setdefault(group, Tally())
        for counts in (tally, self.shown):
            counts.add(before, -1)
            counts.add(after)
        order = order_of(group, piece)
        start, stop = bisect_left(self._rows, order, key=_order), bisect_right(self._rows, order, key=_order)
        closed = self._has_heads and head_key(group) in self._closed
        self._settle(start, stop, [] if closed else list(rows_of(piece, group, after, self._opened)))
        if self._has_heads:
            self._settle_head(group, tally)
        if not tally.total:
            del self._tallies[group]

    def _settle_head(self, group: Group, tally: Tally) -> None:
        place = bisect_left(self._rows, order_of(group, None), key=_order)
        there = place < len(self._rows) and self._rows[place].is_head and self._rows[place].group == group
        self._settle(place, place + there, [_head(group)] if tally.total else [])

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
        if not isinstance(row.shown, FindingRow):
            row.shown = self._as_shown(row, opened=bool(self.is_open(number)))
        return row.shown

    def _as_shown(self, row: Row, *, opened: bool) -> FindingRow:
        assert self._checked is not None
        if row.is_head:
            return head_row(row, self._tallies[row.group], opened=opened)
        if row.finding:
            return finding_row(row, row.finding, self._checked, self._choice.grouping)
        return fold_row(row, self._checked, self._choice.grouping, opened=opened)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Role.KEY:
            return self._rows[index.row()].key
        return COLUMNS[index.column()].cell(self._shown(index.row())).answer(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return None


def _head(group: Group) -> Row:
    return Row(head_key(group), group, None, ())


def _order(row: Row) -> tuple[int | str, int]:
    return order_of(row.group, row.piece)
