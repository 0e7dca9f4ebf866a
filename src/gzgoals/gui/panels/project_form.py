"""The form of one project: name, funding split and objective."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gzgoals.core.edits import find_project
from gzgoals.core.table import Place, money_text
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.panels.fields import Field, FieldWiring, caption
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.badge import BadgeLabel
from gzgoals.gui.widgets.funding_bar import SOURCES, FundingBar
from gzgoals.gui.widgets.money_field import MoneyField
from gzgoals.gui.widgets.paragraph_field import ParagraphField
from gzgoals.gui.widgets.text_field import TextField


class ProjectForm(QWidget):
    """Name, three amounts with their total, and the objective with a counter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = TextField(self)
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
        fields = (
            Field("name", "项目名称", self.name),
            *(Field(f"funding.{name}", word, self.amounts[name]) for name, word in SOURCES),
            Field("objective", "绩效目标", self.objective),
        )
        self.wiring = FieldWiring(session, fields, self)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(_card(self, self._heading(), (5, 5, 12, 5)))
        layout.addWidget(_card(self, self._funding(), (12, 8, 12, 8)))
        layout.addWidget(_card(self, self._objective(), (7, 8, 7, 6)), 1)

    def _heading(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.badge)
        return line

    def _funding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for name, word in SOURCES:
            line.addWidget(caption(word, self, self.amounts[name]))
            line.addWidget(self.amounts[name], 2)
            line.addSpacing(8)
        line.addWidget(caption("总计", self))
        line.addWidget(self.total)
        line.addWidget(caption("万元", self))
        line.addSpacing(8)
        line.addWidget(self.bar, 3)
        return line

    def _objective(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setContentsMargins(5, 0, 5, 0)
        line.addWidget(caption("绩效目标", self, self.objective))
        line.addStretch(1)
        line.addWidget(self.counter)
        column.addLayout(line)
        column.addWidget(self.objective, 1)
        return column

    def show_place(self, place: Place) -> None:
        """Show the project at `place`."""
        self.wiring.show(place)
        self._refresh_sums()

    def refresh(self, change: Change) -> None:
        """Show what an edit has changed of this project."""
        if find_project(change.old, self.wiring.place) is not find_project(change.new, self.wiring.place):
            self.wiring.refresh(change.old, change.new)
            self._refresh_sums()
        self.wiring.mark(change.checked)
        self._refresh_badge()

    def _refresh_sums(self) -> None:
        project = find_project(self._session.table, self.wiring.place)
        self.total.setText(money_text(project.funding.total))
        self.total.setAccessibleName(f"总计 {money_text(project.funding.total)} 万元")
        self.bar.set_funding(project.funding)
        self.counter.setText(f"{sum(not letter.isspace() for letter in project.objective)} 字")
        self._refresh_badge()

    def _refresh_badge(self) -> None:
        tally = self._session.checked.tally(self.wiring.place)
        self.badge.set_badge(Badge(tally.worst, tally.count))


def _card(parent: QWidget, content: QHBoxLayout | QVBoxLayout, margins: tuple[int, int, int, int]) -> QFrame:
    card = QFrame(parent)
    card.setObjectName("card")
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    content.setContentsMargins(*margins)
    card.setLayout(content)
    return card
