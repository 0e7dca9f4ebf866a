"""The findings of a table piece by piece, a project each, and the rows that a piece contributes to the list.

A piece knows its rank in the table, by which its rows are found in a long list without a search through all of it.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from gzgoals.core.checks import Checked, Finding, Severity
from gzgoals.core.checks.checking.checked import CheckedProject, CheckedUnit
from gzgoals.core.checks.terms.columns import field_word
from gzgoals.core.table import Place
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.finding_choice import Choice, Grouping

_SHORT = {"cycle": "周期值", "annual": "年度值"}
"""Words that are shorter than those of the columns: the list has little room."""

Holder = CheckedProject | CheckedUnit | Checked
Group = Hashable
"""By what rows stand together: the negative severity, the rule's id, or the piece itself."""


class Piece:
    """A project, or the own row of a unit or of the table, with its findings; `rank` is its number in the table."""

    def __init__(self, holder: Holder, rank: int) -> None:
        self.rank = rank
        self._numbers: dict[str, int] | None = None
        self.hold(holder)

    def hold(self, holder: Holder) -> None:
        """Have the findings of `holder` from now on."""
        self.holder = holder
        self.findings = _findings_of(holder)
        self._numbers = None

    def is_same(self, holder: Holder) -> bool:
        """Tell whether a unit or table has the same own findings and name as the one held now."""
        if isinstance(self.holder, CheckedProject) or self.findings != _findings_of(holder):
            return False
        return not (isinstance(self.holder, CheckedUnit) and isinstance(holder, CheckedUnit)) or (
            self.holder.unit.name == holder.unit.name
        )

    @property
    def place(self) -> Place:
        """Where the piece is in the table."""
        if isinstance(self.holder, CheckedProject):
            return self.holder.place
        return Place(self.holder.unit.id) if isinstance(self.holder, CheckedUnit) else Place()

    @property
    def owner(self) -> str:
        """The name of the project or unit, or what the table's own row is called."""
        if isinstance(self.holder, CheckedProject):
            return self.holder.project.name.strip() or "（未填项目名称）"
        if isinstance(self.holder, CheckedUnit):
            return self.holder.unit.name.strip() or "（未填单位名称）"
        return "合计"

    def number(self, indicator: str) -> int:
        """Return which indicator of the project this is, from 1; 0 for none."""
        if self._numbers is None:
            indicators = self.holder.project.indicators if isinstance(self.holder, CheckedProject) else ()
            self._numbers = {each.id: number for number, each in enumerate(indicators, 1)}
        return self._numbers.get(indicator, 0)

    def where(self, finding: Finding) -> str:
        """Return in words where in the piece a finding is."""
        field = finding.place.field
        word = _SHORT.get(field.partition(".")[0]) or field_word(field)
        if number := self.number(finding.place.indicator):
            return f"指标 {number} · {word}" if word else f"指标 {number}"
        return word

    def chosen(self, choice: Choice) -> list[Finding]:
        """Return the findings that are to be shown, in the table's order."""
        whole = choice.admits_all
        findings = list(self.findings) if whole else [each for each in self.findings if choice.admits(each)]
        if findings and choice.place.unit and not choice.place.holds(self.place):
            return []
        if findings and choice.text:
            wanted = choice.text.casefold()
            return [finding for finding in findings if wanted in self._told(finding)]
        return findings

    def _told(self, finding: Finding) -> str:
        parts = (self.owner, self.where(finding), finding.message, finding.reason, finding.rule)
        return "\n".join(parts).casefold()


def _findings_of(holder: Holder) -> Sequence[Finding]:
    return holder.findings if isinstance(holder, CheckedProject) else holder.own


_HANGS_ON_OTHERS = frozenset({"P03"})


class Row:
    """A row of the list: the head of a group, several findings of one family in a project, or one finding."""

    __slots__ = ("asked", "cells", "findings", "group", "inner", "key", "piece", "shown")

    def __init__(
        self, key: Hashable, group: Group, piece: Piece | None, findings: tuple[Finding, ...], *, inner: bool = False
    ) -> None:
        self.key = key
        self.group = group
        self.piece = piece
        self.findings = findings
        self.inner = inner
        self.shown: object = None
        """What the row shows, once it has been asked for it."""
        self.cells: tuple[Cell, ...] = ()
        """The same by its cells."""
        self.asked: object = None
        """The outcome of which it was asked."""

    @property
    def hangs_on_others(self) -> bool:
        """Whether what the row offers hangs on other projects too: a name may be taken by the time it is mended."""
        return any(finding.rule in _HANGS_ON_OTHERS for finding in self.findings)

    @property
    def is_head(self) -> bool:
        """Whether the row heads a group."""
        return self.piece is None

    @property
    def is_fold(self) -> bool:
        """Whether the row stands for several findings."""
        return self.piece is not None and len(self.findings) > 1

    @property
    def finding(self) -> Finding | None:
        """The row's one finding, if it is the row of one."""
        return self.findings[0] if self.piece is not None and len(self.findings) == 1 else None


def head_key(group: Group) -> Hashable:
    """Return the key of the row that heads a group."""
    return "head", group.place if isinstance(group, Piece) else group


def order_of(group: Group, piece: Piece | None) -> tuple[int | str, int]:
    """Return by what the rows of a group and a piece stand in the list; the group's head comes first."""
    rank = group.rank if isinstance(group, Piece) else group
    return rank, -1 if piece is None else piece.rank  # type: ignore[return-value]


def grouped(piece: Piece, choice: Choice) -> dict[Group, list[Finding]]:
    """Return the chosen findings of a piece by the groups that they belong to."""
    found: dict[Group, list[Finding]] = {}
    for finding in piece.chosen(choice):
        found.setdefault(_group(piece, finding, choice.grouping), []).append(finding)
    return found


def _group(piece: Piece, finding: Finding, grouping: Grouping) -> Group:
    match grouping:
        case Grouping.RULE:
            return finding.rule
        case Grouping.PROJECT:
            return piece
        case _:
            return -finding.severity


def rows_of(piece: Piece, group: Group, findings: Sequence[Finding], opened: set[Hashable]) -> Iterator[Row]:
    """Yield the rows of a piece in a group: a row a family of rules, and those of its findings where it is `opened`."""
    families: dict[str, list[Finding]] = {}
    for finding in findings:
        families.setdefault(finding.rule[:1], []).append(finding)
    seen: Counter[Hashable] = Counter()
    for family, members in families.items():
        folded = len(members) > 1
        if folded:
            key = ("fold", family, piece.place, None if isinstance(group, Piece) else group)
            yield Row(key, group, piece, tuple(members))
            if key not in opened:
                continue
        for finding in members:
            spot = (finding.rule, finding.place)
            if len(findings) > 1:  # a rule finds a place once; should one not, its rows are told apart all the same
                seen[spot] += 1
            again = seen[spot]
            yield Row(spot if again < 2 else (*spot, again), group, piece, (finding,), inner=folded)


class Tally:
    """How many findings of each kind there are; kept up to date by what comes and goes."""

    def __init__(self) -> None:
        self.severities: Counter[Severity] = Counter()
        self.answered = 0

    def add(self, findings: Sequence[Finding], by: int = 1) -> None:
        """Count findings in, or with -1 out."""
        for finding in findings:
            if finding.reason and finding.is_answered:
                self.answered += by
            else:
                self.severities[finding.severity] += by

    @property
    def total(self) -> int:
        """All of them, the answered ones included."""
        return sum(self.severities.values()) + self.answered

    @property
    def open(self) -> int:
        """Those that are not answered."""
        return self.total - self.answered

    @property
    def worst(self) -> Severity | None:
        """The gravest severity of the open ones."""
        return max((severity for severity, count in self.severities.items() if count), default=None)
