"""The projects of an import: which come in, under what name, how, and with what years."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gzgoals.core.edits import find_project, place_of
from gzgoals.core.table import GoalTable, Place, Project, Unit, money_text
from gzgoals.core.years.bringing import Bringing, Way
from gzgoals.core.years.rolling import Mention
from gzgoals.gui.dialogs.import_review.plan import at, ways_of
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.models.brought_rows import COLUMNS, BroughtRow, Years
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView

_WIDTHS = {"comes": 46, "unit": 120, "total": 88, "indicators": 46, "way": 122, "years": 192}
_GIVE = {"unit": 80, "total": 76, "way": 118, "years": 124}
_NUMBERS = {column.key: number for number, column in enumerate(COLUMNS)}


class ProjectsPanel(QWidget):
    """A row a project.

    Signals
    -------
    chosen(place)
        The user is at this project now.
    """

    chosen = Signal(object)

    def __init__(self, state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.model: RowsModel[BroughtRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self, give=_GIVE)
        self.view.setAccessibleName("要带入的项目")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.model.wished.connect(self._on_wished)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        state.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the projects as they come in now."""
        self.model.set_rows(brought_rows(self._state))
        several = len(self._state.table.units) > 1
        shown = {"unit": several, "way": self._state.choices.into_open, "years": bool(self._state.plan.mentions)}
        for key, visible in shown.items():
            self.view.setColumnHidden(_NUMBERS[key], not visible)

    def select(self, project_id: str) -> None:
        """Make a project the current one, and bring it into view."""
        index = self.model.index_of(project_id, "name")
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every project, or none."""
        self._state.bring([row.key for row in self.model.rows], comes=ticked)

    def _on_wished(self, project_id: str, column: str, text: str) -> None:
        match column:
            case "comes":
                self._state.bring((project_id,), comes=bool(text))
            case "years":
                self._state.advance_project(project_id, advanced=bool(text))
            case "name":
                self._state.rename(project_id, text)
            case "way":
                bringing = self._state.plan.bringing(project_id)
                name = find_project(self._state.plan.table, bringing.source).name
                words = {word: way for way, word in _words(bringing, name, self._state.open_table).items()}
                self._state.send(project_id, words[text])

    def _on_row_changed(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.chosen.emit(place_of(self._state.table, self.model.rows[row].key))


def brought_rows(state: ReviewState) -> tuple[BroughtRow, ...]:
    """Return a row a project, in the order of the source."""
    trouble: dict[str, list[str]] = defaultdict(list)
    for number, doubt in enumerate(state.draft.doubts):
        if doubt.place.project and not state.is_settled(number):
            trouble[doubt.place.project].append(doubt.text)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in state.plan.mentions:
        mentions[mention.place.project].append(mention)
    ways = {bringing.source.project: bringing for bringing in state.plan.bringings}
    return tuple(
        _row(state, (unit, project), ways[project.id], "\n".join(trouble[project.id]), mentions[project.id])
        for unit in state.table.units
        for project in unit.projects
    )


def _row(
    state: ReviewState, thing: tuple[Unit, Project], bringing: Bringing, trouble: str, mentions: Sequence[Mention]
) -> BroughtRow:
    unit, project = thing
    coming = find_project(state.plan.table, bringing.source)
    words = _words(bringing, coming.name, state.open_table)
    stated = project.funding.stated_total
    return BroughtRow(
        key=project.id,
        unit=unit.name,
        name=project.name,
        total=project.funding.total,
        indicators=len(project.indicators),
        comes=bringing.way is not Way.SKIP,
        trouble=trouble,
        money_trouble="" if stated is None else f"原文件的总计为 {money_text(stated)}，与三项来源之和不符",
        way=words[bringing.way],
        ways=tuple(words.values()),
        way_told=_told(bringing, state.open_table),
        years=_years(mentions, {place for place in map(at, mentions) if place in state.plan.advanced}),
    )


def _words(bringing: Bringing, name: str, open_table: GoalTable | None) -> Mapping[Way, str]:
    """Return what the ways open to a project are called."""
    target = _target(bringing, open_table)
    words = {
        Way.ADD: "新增",
        Way.REPLACE: f"替换“{target.name}”" if target and target.name != name else "替换同名项目",
        Way.SKIP: "跳过（已相同）" if bringing.same else "跳过",
    }
    return {way: words[way] for way in ways_of(bringing)}


def _told(bringing: Bringing, open_table: GoalTable | None) -> str:
    target = _target(bringing, open_table)
    if target is None:
        return "当前表中没有对应的项目"
    return f"当前表中的“{target.name}”{'与此完全相同' if bringing.same else ''}"


def _target(bringing: Bringing, open_table: GoalTable | None) -> Project | None:
    return find_project(open_table, bringing.target) if open_table and bringing.target else None


def _years(mentions: Sequence[Mention], advanced: set[Place]) -> Years:
    """Return what the years in a project's texts become, told by its name's where it has one."""
    if not mentions:
        return Years()
    first = next((each for each in mentions if each.field == "name" and not each.place.indicator), mentions[0])
    more = f"，共 {len(mentions)} 处" if len(mentions) > 1 else ""
    told = "\n".join(f"{each.before[:60]}\n→ {each.after[:60]}" for each in mentions[:4])
    late = "" if any(each.usual for each in mentions) else "年份早于上年，一般不改；如仍需安排，可勾选。\n"
    before, after = (years.rstrip("年度") for years in (first.years_before, first.years_after))
    words = f"{before} → {after}{more}"
    return Years(words, len(mentions), len(advanced), f"{late}{told}")
