"""What projects side by side show: a row a project, a column an indicator, and each cell as it is seen and said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gzgoals.core.checks import Checked, Finding
from gzgoals.core.siblings import Column, Matrix, Side, shown
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place, catalogue_of, money_text
from gzgoals.gui.models.cells import Badge, Cell, Editor
from gzgoals.gui.models.finding_words import said_of

UNUSUAL = "◇"
"""Stands beside a target that is another than most projects have."""
MISSING = "＋"
_EMPTY = "（空）"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a row or above a column: a name with the amount or the category `beside` it.

    `text` is what an editor of the name opens with.
    """

    name: str = ""
    beside: str = ""
    badge: Badge | None = None
    strong: bool = False
    tip: str = ""
    text: str = ""

    @property
    def aloud(self) -> str:
        """What a screen reader says of it."""
        return f"{self.name}，{self.beside}" + (f" 万元，{self.badge.words}" if self.badge else "")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A project with its indicators by the keys of their columns; `name` is without the unit's at its beginning.

    `current` tells that it is the project shown for editing.
    """

    key: Place
    name: str = ""
    full_name: str = ""
    amount: str = ""
    cells: Mapping[str, Indicator] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()
    badge: Badge = Badge()
    current: bool = False

    @property
    def head(self) -> Head:
        """What stands before the row."""
        told = f"{self.full_name}\n{self.amount} 万元\n{self.badge.words}\n双击转到这个项目"
        return Head(self.name, self.amount, self.badge, self.current, told)


@dataclass(frozen=True, slots=True)
class Title:
    """A column with the words of its category, and which targets are edited in it."""

    column: Column
    category: str
    side: Side

    @property
    def key(self) -> str:
        """What the column is, whatever it shows now."""
        return self.column.key

    @property
    def name(self) -> str:
        """The indicator's name, or that there is none yet."""
        return self.column.name or "（未填指标名称）"

    @property
    def head(self) -> Head:
        """What stands above the column."""
        told = f"{self.category}\n{self.name}\n双击为各项目一起改名"
        return Head(self.name, self.category, tip=told, text=self.column.name)


def matrix_rows(table: GoalTable, matrix: Matrix, checked: Checked, current: Place) -> tuple[MatrixRow, ...]:
    """Return the rows of a matrix of the table."""
    units = {unit.id: unit.name for unit in table.units}
    keys = [column.key for column in matrix.columns]
    rows = []
    for line in matrix.lines:
        full = line.project.name.strip() or "（未填项目名称）"
        short = full.removeprefix(units.get(line.place.unit, "")) or full
        cells = {key: each for key, each in zip(keys, line.cells, strict=True) if each}
        amount, badge = money_text(line.project.funding.total), Badge.of(checked.tally(line.place))
        here = line.place == Place(current.unit, current.project)
        rows.append(MatrixRow(line.place, short, full, amount, cells, checked.at(line.place), badge, here))
    return tuple(rows)


def titles(table: GoalTable, matrix: Matrix, side: Side) -> tuple[Title, ...]:
    """Return the titles of a matrix of the table."""
    catalogue = catalogue_of(table.scheme)
    return tuple(Title(column, _category(column.category, catalogue), side) for column in matrix.columns)


def _category(category: str, catalogue: Catalogue) -> str:
    known = catalogue.by_code.get(category)
    return known.name if known else category or "未分类"


def cell_of(row: MatrixRow, title: Title) -> Cell:
    """Return what the cell of a project and an indicator shows."""
    indicator = row.cells.get(title.key)
    if indicator is None:
        return Cell(
            prompt=MISSING,
            tip=f"这个项目没有“{title.name}”，键入指标值即可新增",
            editor=Editor.TEXT,
            spoken=f"{row.full_name}，{title.name}，没有这项指标，键入即新增",
        )
    text = shown(indicator)
    usual = title.column.usual
    unusual = usual is not None and (indicator.cycle, indicator.annual) != usual
    found = _problems(row, indicator)
    told = "\n".join((*map(said_of, found), *_remarks(indicator, title, unusual=unusual)))
    cell = Cell(
        shown(indicator, title.side),
        tip=told or text,
        editor=Editor.TEXT,
        prompt=_EMPTY,
        shown=f"{UNUSUAL} {text or _EMPTY}" if unusual else text,
        muted=not text,
        spoken=f"{row.full_name}，{title.name}，{text or '空'}{'，与多数项目不同' if unusual else ''}",
    )
    worst = max((each.severity for each in found if not each.is_answered), default=None)
    return replace(cell, mark=worst) if worst else cell


def _problems(row: MatrixRow, indicator: Indicator) -> list[Finding]:
    """Return the findings that mark one of the indicator's targets."""
    return [
        finding
        for finding in row.findings
        if any(
            cell.indicator == indicator.id and cell.field.partition(".")[0] in ("cycle", "annual")
            for cell in finding.cells
        )
    ]


def _remarks(indicator: Indicator, title: Title, *, unusual: bool) -> list[str]:
    """Return what else there is to tell of a cell: all of its text, and how it differs from the column."""
    remarks = []
    if indicator.cycle != indicator.annual:
        remarks.append(f"实施周期 {indicator.cycle.text or _EMPTY}，年度 {indicator.annual.text or _EMPTY}")
    if unusual and title.column.usual:
        usual = Indicator(cycle=title.column.usual[0], annual=title.column.usual[1])
        remarks.append(f"{UNUSUAL} 多数项目为 {shown(usual) or _EMPTY}")
    if indicator.name != title.column.name:
        remarks.append(f"在这个项目中名称为“{indicator.name or _EMPTY}”")
    if indicator.category != title.column.category:
        remarks.append("在这个项目中的类别与其他项目不同")
    return remarks
