"""The sums of the whole table, below the tree."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gzgoals.core.checks import Figures
from gzgoals.core.table import money_text
from gzgoals.gui.widgets.funding_bar import SOURCES


class SumsLabel(QLabel):
    """Tells what all projects come to, how many there are, and where the money comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sums")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def set_figures(self, figures: Figures) -> None:
        """Show the sums of a table."""
        sources = "　".join(f"{word} {money_text(getattr(figures, name))}" for name, word in SOURCES)
        counts = f"{figures.projects} 个项目 · {figures.indicators} 项指标"
        self.setText(f"合计 {money_text(figures.total)} 万元 · {counts}\n{sources}")
