"""How much an amount has gone up or down, as a sign, an amount and a share."""

from decimal import Decimal

from PySide6.QtWidgets import QLabel, QWidget

from gzgoals.core.table import money_text
from gzgoals.core.years.project_changes import percent
from gzgoals.core.years.report import percent_text
from gzgoals.gui.models.change_rows import YEARS, trend


class TrendLabel(QLabel):
    """`▲26.00（+4.3%）`, in the colour of more or of less; `持平` where nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trend")

    def set_amounts(self, old: Decimal, new: Decimal, before: str = YEARS[0]) -> None:
        """Show how `new` differs from `old`, both in 万元; `before` is what the older table is called."""
        difference = new - old
        share = percent_text(percent(old, difference))
        rate = f"（{share}）" if share else ""
        self.setText(f"{trend(difference)}{rate}" if difference else f"与{before}持平")
        direction = "增加" if difference > 0 else "减少"
        words = f"比{before}{direction} {money_text(abs(difference))} 万元{rate}" if difference else f"与{before}持平"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._dress("up" if difference > 0 else "down" if difference else "")

    def _dress(self, tone: str) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
