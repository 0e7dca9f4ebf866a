"""What merging shows: the projects that the sources have differently, and one of them field by field, side by side."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from gzgoals.core.checks import Severity
from gzgoals.core.table import Catalogue, Indicator, Project, money_text
from gzgoals.core.years import Conflict, match_indicators
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column

_AMOUNTS = (("appropriation", "财政拨款"), ("special_account", "财政专户拨款"), ("other", "其他资金"))


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A project that the sources have differently, and the numbers of the candidates that are kept."""

    key: int
    conflict: Conflict
    kept: frozenset[int]
    names: tuple[str, ...]

    @property
    def choice(self) -> str:
        """What is kept, in words."""
        if len(self.kept) == len(self.conflict.candidates):
            return "全部保留"
        return "、".join(self.names[self.conflict.candidates[number][0]] for number in sorted(self.kept))


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a project as each candidate has it."""

    key: str
    title: str
    values: tuple[str, ...]
    amount: bool = False

    @property
    def differs(self) -> bool:
        """Whether the candidates have it differently."""
        return len(set(self.values)) > 1


CONFLICTS = (
    Column[ConflictRow]("unit", "单位", lambda row: Cell(row.conflict.unit, tip=row.conflict.unit)),
    Column[ConflictRow]("project", "项目", lambda row: Cell(row.conflict.project, tip=row.conflict.project)),
    Column[ConflictRow]("choice", "取舍", lambda row: Cell(row.choice, tip=row.choice)),
)


def field_columns(candidates: int) -> tuple[Column[FieldRow], ...]:
    """Return the columns for so many candidates: the field, then what each has."""
    titles = (f"候选 {number}" for number in range(1, candidates + 1))
    return (
        Column[FieldRow]("title", "栏目", _title),
        *(Column[FieldRow](f"value{place}", title, _value(place)) for place, title in enumerate(titles)),
    )


def field_rows(conflict: Conflict, names: Sequence[str], catalogue: Catalogue) -> tuple[FieldRow, ...]:
    """Return a conflict field by field: where each candidate comes from, then all that they say."""
    projects = [project for _, project in conflict.candidates]
    source = FieldRow("source", "来源", tuple(names[number] for number, _ in conflict.candidates))
    return (
        source,
        FieldRow("name", "项目名称", tuple(project.name for project in projects)),
        *(
            FieldRow(name, word, tuple(money_text(getattr(each.funding, name)) for each in projects), amount=True)
            for name, word in _AMOUNTS
        ),
        FieldRow("objective", "绩效目标", tuple(project.objective for project in projects)),
        *_indicators(projects, catalogue),
    )


def _indicators(projects: Sequence[Project], catalogue: Catalogue) -> Iterator[FieldRow]:
    """Yield a row for each indicator of the first, with its likes in the others, then what only others have."""
    first, *others = projects
    pairs = [match_indicators(first, other) for other in others]
    number = 0
    for indicator in first.indicators:
        number += 1
        likes = [next((its for mine, its in pair if mine is indicator), None) for pair in pairs]
        yield _indicator_row(number, (indicator, *likes), catalogue)
    for place, pair in enumerate(pairs):
        for mine, its in pair:
            if mine is None:
                number += 1
                row: list[Indicator | None] = [None] * len(projects)
                row[place + 1] = its
                yield _indicator_row(number, row, catalogue)


def _indicator_row(number: int, likes: Sequence[Indicator | None], catalogue: Catalogue) -> FieldRow:
    texts = tuple(_printed(each, catalogue) if each else "（没有）" for each in likes)
    return FieldRow(f"indicator{number}", f"指标 {number}", texts)


def _printed(indicator: Indicator, catalogue: Catalogue) -> str:
    _, level = catalogue.levels(indicator.category)
    targets = f"周期 {indicator.cycle.text}，年度 {indicator.annual.text}"
    return "；".join(filter(None, (level, indicator.name, targets)))


def _title(row: FieldRow) -> Cell:
    differs = row.differs and row.key != "source"
    words = f"{row.title}，各来源不同" if differs else row.title
    return Cell(f"≠ {row.title}" if differs else row.title, strong=differs, spoken=words)


def _value(place: int) -> Callable[[FieldRow], Cell]:
    def cell(row: FieldRow) -> Cell:
        if place >= len(row.values):
            return Cell()
        text = row.values[place]
        plain = Cell(text, tip=text, right=row.amount, strong=row.key == "source")
        return plain.marked(Severity.WARNING, text) if row.differs and row.key != "source" else plain

    return cell


def conflict_rows(
    conflicts: Sequence[Conflict], kept: Sequence[Collection[int]], names: tuple[str, ...]
) -> tuple[ConflictRow, ...]:
    """Return a row a conflict, with what is kept of it."""
    return tuple(
        ConflictRow(number, conflict, frozenset(kept[number]), names) for number, conflict in enumerate(conflicts)
    )
