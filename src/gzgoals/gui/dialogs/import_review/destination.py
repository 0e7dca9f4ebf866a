"""Where an import goes: a new table or the open one, rolled forward or as it is, and what becomes of the amounts."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gzgoals.gui.dialogs.amounts import AMOUNTS
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.year_field import YearField


class Destination(QWidget):
    """The choices at the foot of a review."""

    def __init__(self, state: ReviewState, open_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.where = ChoiceField(((False, "作为新表打开"), (True, f"带入当前表“{_short(open_name)}”")), self)
        self.rolls = ChoiceField(((True, "这是上年的表，结转到"), (False, "这是本年的表，原样读入")), self)
        self.year = YearField(self)
        self.amounts = ChoiceField(AMOUNTS, self)
        self._amounts_label = QLabel("金额", self)
        self._amounts_label.setBuddy(self.amounts)
        self._lay_out()
        self.where.setVisible(state.open_table is not None)
        self.where.edited.connect(self._on_where)
        self.rolls.edited.connect(self._on_rolls)
        self.year.edited.connect(self._on_year)
        self.amounts.edited.connect(self._on_amounts)
        state.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self.where.setAccessibleName("带入到哪里")
        self.rolls.setAccessibleName("这是哪一年的表")
        self.year.setAccessibleName("结转到的预算年度")
        self.amounts.setAccessibleName("金额如何处理")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.where, self.rolls, self.year, self._amounts_label, self.amounts):
            line.addWidget(part)

    def commit(self) -> None:
        """Take in a year that is half typed."""
        self.year.interpretText()

    def refresh(self) -> None:
        """Show the choices as they are now."""
        choices = self._state.choices
        self.where.set_value(choices.into_open)
        self.rolls.set_value(choices.rolls)
        self.rolls.setEnabled(self._state.may_roll)
        self.year.set_value(choices.year)
        self.amounts.set_value(choices.amounts)
        self.year.setVisible(choices.rolls)
        self.year.setEnabled(not choices.into_open)
        self.amounts.setVisible(choices.rolls)
        self._amounts_label.setVisible(choices.rolls)

    def _on_where(self, into_open: object) -> None:
        self._state.go_into_open(into_open=bool(into_open))

    def _on_rolls(self, rolls: object) -> None:
        self._state.roll(rolls=bool(rolls))

    def _on_year(self, year: object) -> None:
        if isinstance(year, int):
            self._state.roll_to(year)

    def _on_amounts(self, amounts: object) -> None:
        self._state.choose(amounts=amounts)


def _short(name: str) -> str:
    return name if len(name) <= 14 else f"{name[:13]}…"
