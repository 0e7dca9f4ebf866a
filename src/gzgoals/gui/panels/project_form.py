"""The form of one project: name, funding split and objective."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gzgoals.core.edits import find_project
from gzgoals.core.table import Place, money_text
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.models.tips import tip
from gzgoals.gui.panels.fields import Field, FieldWiring, caption
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.badge import BadgeLabel
from gzgoals.gui.widgets.funding_bar import SOURCES, FundingBar
from gzgoals.gui.widgets.funding_line import FundingLine
from gzgoals.gui.widgets.money_field import MoneyField
from gzgoals.gui.widgets.offering_field import OfferingField
from gzgoals.gui.widgets.paragraph_field import ParagraphField
from gzgoals.gui.widgets.trend_label import TrendLabel


class ProjectForm(QWidget):
    """Name, three amounts with their total, and the objective with a counter.

    The name stands in a `heading` of its own, which the form does not lay out.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = OfferingField(self)
        self.name.setPlaceholderText("项目名称（全称）")
        self.name.setProperty("heading", True)
        self.amounts = {name: MoneyField(self) for name, _ in SOURCES}
        self.objective = ParagraphField(self)
        self.objective.setPlaceholderText("写明项目要达到的总体目标，以句号结束")
        self.badge = BadgeLabel(self)
        self.total = QLabel(self)
        self.total.setObjectName("total")
        self.bar = FundingBar(self)
        self.counter = caption("", self)
        self.last_total = caption("", self)
        self.trend = TrendLabel(self)
        self.last_objective = caption("", self)
        self.wiring = FieldWiring(session, self._fields(), self)
        self.heading_line = self._heading()
        self.heading = _card(self, self.heading_line, (5, 5, 12, 5))
        self._lay_out()

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("name", "项目名称", self.name),
            *(Field(f"funding.{name}", word, self.amounts[name]) for name, word in SOURCES),
            Field("objective", "绩效目标", self.objective),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_card(self, self._funding(), (12, 8, 12, 8)))
        layout.addWidget(_card(self, self._objective(), (7, 8, 7, 6)), 1)

    def _heading(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.badge)
        line.addSpacing(10)
        line.addWidget(self.last_total)
        line.addWidget(self.trend)
        return line

    def _funding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(FundingLine(self.amounts, self.total, self.bar, self))
        return line

    def _objective(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setContentsMargins(5, 0, 5, 0)
        line.addWidget(caption("绩效目标", self, self.objective))
        line.addSpacing(8)
        line.addWidget(self.last_objective)
        line.addStretch(1)
        line.addWidget(self.counter)
        column.addLayout(line)
        column.addWidget(self.objective, 1)
        return column

    def show_place(self, place: Place) -> None:
        """Show the project at `place`."""
        self._note_last_year(place)
        self.wiring.show(place)
        self._refresh_sums()

    def refresh(self, change: Change) -> None:
        """Show what an edit has changed of this project."""
        if find_project(change.old, self.wiring.place) is not find_project(change.new, self.wiring.place):
            self.wiring.refresh(change.old, change.new)
            self._refresh_sums()
        self.refresh_last_year()
        self._refresh_badge()

    def refresh_last_year(self) -> None:
        """Show what is known now of the year before."""
        self._note_last_year(self.wiring.place)
        self.wiring.mark(self._session.checked)

    def _refresh_sums(self) -> None:
        project = find_project(self._session.table, self.wiring.place)
        self.total.setText(money_text(project.funding.total))
        self.total.setAccessibleName(f"总计 {money_text(project.funding.total)} 万元")
        self.bar.set_funding(project.funding)
        self.counter.setText(f"{sum(not letter.isspace() for letter in project.objective)} 字")
        self._refresh_badge()

    def _note_last_year(self, place: Place) -> None:
        """Say beside this year's values what they were in the year before, where the table remembers one."""
        old = self._session.last_project(place.project)
        now = find_project(self._session.table, place)
        remembers = self._session.known_comparison is not None
        self.last_total.setVisible(remembers)
        self.trend.setVisible(old is not None)
        self.last_objective.setVisible(old is not None)
        if old is None:
            self.last_total.setText("＋ 新增项目" if remembers else "")
            self.last_total.setToolTip("上年没有这个项目")
            self.wiring.note({})
            return
        self.last_total.setText(f"上年 {money_text(old.funding.total)}")
        self.last_total.setToolTip("上年总计（万元）")
        self.trend.set_amounts(old.funding.total, now.funding.total)
        same = old.objective == now.objective
        self.last_objective.setText("与上年相同" if same else "✎ 与上年不同")
        self.last_objective.setToolTip("" if same else tip(f"上年：{old.objective or '（空）'}"))
        notes = {f"funding.{name}": f"上年 {money_text(getattr(old.funding, name))}" for name, _ in SOURCES}
        names = {} if old.name == now.name else {"name": f"上年名称：{old.name}"}
        objectives = {} if same else {"objective": f"上年：{old.objective or '（空）'}"}
        self.wiring.note(notes | names | objectives)

    def _refresh_badge(self) -> None:
        self.badge.set_badge(Badge.of(self._session.checked.tally(self.wiring.place)))


def _card(parent: QWidget, content: QHBoxLayout | QVBoxLayout, margins: tuple[int, int, int, int]) -> QFrame:
    card = QFrame(parent)
    card.setObjectName("card")
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    content.setContentsMargins(*margins)
    card.setLayout(content)
    return card
