"""Rolling the open table forward: the new year, the amounts, the years in its texts, and projects that end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years.rolling import Amounts, Mention, RollPlan, rolled, year_mentions
from gzgoals.gui.dialogs.amounts import AMOUNTS
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.frame import foot_of, frame, head_of
from gzgoals.gui.dialogs.mention_list import MentionList
from gzgoals.gui.dialogs.tick_buttons import tick_buttons
from gzgoals.gui.models.dropped_rows import COLUMNS, DroppedRow
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.type_size import fitting
from gzgoals.gui.widgets.year_field import YearField

SIZE = QSize(1080, 700)
_WIDTHS = {"dropped": 104, "unit": 180, "total": 104}


@dataclass(frozen=True, slots=True)
class Rolling:
    """What the user has chosen: the new year, the amounts, projects to drop, and texts that go otherwise than usual."""

    year: int
    amounts: Amounts = Amounts.KEEP
    years: Mapping[Place, bool] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()

    def advanced(self, mentions: Sequence[Mention]) -> frozenset[Place]:
        """Return the places of the texts whose years are advanced."""
        places = {mention.place.at(mention.field): mention.usual for mention in mentions}
        return frozenset(place for place, usual in places.items() if self.years.get(place, usual))


class RollDialog(QDialog):
    """Asks how `table` is to be rolled forward; accepted when the user wants `result_table`."""

    def __init__(self, table: GoalTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("结转到下一年度")
        self._table = table
        self.rolling = Rolling(table.year + 1)
        self.year = YearField(self)
        self.year.setMinimum(table.year + 1)
        self.amounts = ChoiceField(AMOUNTS, self)
        self.mentions = MentionList(self)
        self.model: RowsModel[DroppedRow] = RowsModel(COLUMNS, parent=self)
        self.projects = ChoosingView(self.model, _WIDTHS, self)
        self.lists = QTabWidget(self)
        self.go = QPushButton(self)
        self.cancel = QPushButton("取消", self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(fitting(self, SIZE))

    @classmethod
    def ask(cls, table: GoalTable, parent: QWidget) -> GoalTable | None:
        """Show the choices until they are made."""
        dialog = cls(table, parent)
        return dialog.result_table if accepted(dialog) else None

    @property
    def result_table(self) -> GoalTable:
        """The table of the new year."""
        advanced = self.rolling.advanced(year_mentions(self._table, self.rolling.year))
        return rolled(self._table, RollPlan(self.rolling.year, self.rolling.amounts, advanced, self.rolling.dropped))

    def refresh(self) -> None:
        """Show the choices as they are now."""
        rolling, table = self.rolling, self._table
        mentions = year_mentions(table, rolling.year)
        advanced = rolling.advanced(mentions)
        rows = dropped_rows(table, rolling.dropped)
        self.year.set_value(rolling.year)
        self.amounts.set_value(rolling.amounts)
        self.mentions.show_mentions(table, mentions, advanced)
        self.model.set_rows(rows)
        self.lists.setTabText(0, f"年份（顺延 {len(advanced)} / {len(mentions)} 处）")
        self.lists.setTabText(1, f"项目（结转 {len(rows) - len(rolling.dropped)} / {len(rows)} 个）")
        self.go.setText(f"结转到 {rolling.year} 年度")

    def choose(self, **changes: object) -> None:
        """Change some of the choices."""
        self.rolling = replaced(self.rolling, **changes)
        self.refresh()

    def _lay_out(self) -> None:
        self.year.setAccessibleName("结转到的预算年度")
        self.amounts.setAccessibleName("金额如何处理")
        self.projects.setAccessibleName("不再安排的项目")
        self.projects.setColumnHidden(2, len(self._table.units) < 2)
        self.lists.setDocumentMode(True)
        self.lists.setAccessibleName("结转内容")
        self.lists.addTab(self.mentions, "")
        self.lists.addTab(self.projects, "")
        self.lists.setCornerWidget(tick_buttons(self, self._tick_all, self._tick_none))
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.lists)
        about = f"{self._table.department} · {self._table.year} 年度" if self._table.department else ""
        frame(self, head_of(self, "结转到下一年度", about), body, foot_of(self, self._choices(), self.cancel, self.go))

    def _choices(self) -> QWidget:
        choices = QWidget(self)
        line = QHBoxLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for text, widget in (("结转到(&Y)", self.year), ("金额(&M)", self.amounts)):
            label = QLabel(text, choices)
            label.setBuddy(widget)
            line.addWidget(label)
            line.addWidget(widget)
        return choices

    def _connect(self) -> None:
        self.year.edited.connect(self._on_year)
        self.amounts.edited.connect(self._on_amounts)
        self.mentions.ticked.connect(self._on_ticked)
        self.model.wished.connect(self._on_wished)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)

    def _on_year(self, year: object) -> None:
        self.choose(year=year)

    def _on_amounts(self, amounts: object) -> None:
        self.choose(amounts=amounts)

    def _on_ticked(self, places: Sequence[Place], ticked: bool) -> None:
        self.choose(years={**self.rolling.years, **dict.fromkeys(places, ticked)})

    def _on_wished(self, project_id: str, _column: str, text: str) -> None:
        dropped = self.rolling.dropped
        self.choose(dropped=dropped | {project_id} if text else dropped - {project_id})

    def _tick_all(self) -> None:
        self._tick(ticked=True)

    def _tick_none(self) -> None:
        self._tick(ticked=False)

    def _tick(self, *, ticked: bool) -> None:
        if self.lists.currentWidget() is self.mentions:
            self.mentions.tick_all(ticked=ticked)
        else:
            self.choose(dropped=frozenset(row.key for row in self.model.rows) if ticked else frozenset())


def ask_roll(parent: QWidget, table: GoalTable) -> GoalTable | None:
    """Ask how a table is to become the next year's start; None when it is not."""
    return RollDialog.ask(table, parent)


def dropped_rows(table: GoalTable, dropped: frozenset[str]) -> tuple[DroppedRow, ...]:
    """Return a row a project."""
    return tuple(
        DroppedRow(project.id, unit.name, project.name, project.funding.total, project.id in dropped)
        for unit in table.units
        for project in unit.projects
    )
