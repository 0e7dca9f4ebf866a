"""The forms of what stands above the projects: the table itself, and a unit."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from gzgoals.core.table import Place, catalogue_of, money_text, scheme_names
from gzgoals.gui.panels.fields import Field, FieldWiring, caption
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.funding_bar import SOURCES
from gzgoals.gui.widgets.text_field import TextField
from gzgoals.gui.widgets.type_size import follow_type
from gzgoals.gui.widgets.year_field import YearField


class OverviewForm(QWidget):
    """A few fields and, below them, the sums of all projects that belong here."""

    def __init__(self, session: Session, fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wiring = FieldWiring(session, fields, self)
        self.sums = {name: QLabel(self) for name in ("count", *(name for name, _ in SOURCES), "total")}
        card = QFrame(self)
        card.setObjectName("card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form = QFormLayout(card)
        form.setContentsMargins(16, 14, 16, 14)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for field in fields:
            follow_type(field.widget, partial(_fit_height, field.widget))
            form.addRow(caption(field.label, card, field.widget), field.widget)
        for name, word in (("count", "项目"), *SOURCES, ("total", "总计")):
            form.addRow(caption(word, card), self.sums[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)

    def show_place(self, place: Place) -> None:
        """Show the table, or the unit at `place`."""
        self.wiring.show(place)
        self._refresh_sums()

    def commit(self) -> None:
        """Bring a half-typed year into the table."""
        for field in self.wiring.fields:
            if isinstance(field.widget, YearField):
                field.widget.interpretText()

    def refresh(self, change: Change) -> None:
        """Show what an edit has changed here."""
        self.wiring.refresh(change.old, change.new)
        self.wiring.mark(change.checked)
        self._refresh_sums()

    def _refresh_sums(self) -> None:
        checked = self._session.checked
        unit = checked.unit(self.wiring.place.unit)
        figures = unit.figures if unit else checked.figures
        self.sums["count"].setText(f"{figures.projects} 个")
        for name in (*(name for name, _ in SOURCES), "total"):
            self.sums[name].setText(f"{money_text(getattr(figures, name))} 万元")


def _fit_height(field: QWidget) -> None:
    field.setMinimumHeight(field.fontMetrics().height() + 14)


def table_form(session: Session, parent: QWidget | None = None) -> OverviewForm:
    """Return the form of the table: department, budget year and coding scheme."""
    schemes = [(name, catalogue_of(name).title) for name in scheme_names()]
    fields = (
        Field("department", "部门名称", TextField()),
        Field("year", "预算年度", YearField()),
        Field("scheme", "指标编码", ChoiceField(schemes)),
    )
    return OverviewForm(session, fields, parent)


def unit_form(session: Session, parent: QWidget | None = None) -> OverviewForm:
    """Return the form of a unit: its name."""
    return OverviewForm(session, (Field("name", "单位名称", TextField()),), parent)
