"""The sums of a table, below its tree."""

from PySide6.QtWidgets import QWidget

from gzgoals.core.checks import Figures
from gzgoals.core.table import money_text
from gzgoals.gui.widgets.funding_bar import SOURCES
from gzgoals.gui.widgets.pieces_label import PiecesLabel


class SumsLabel(PiecesLabel):
    """Tells what all projects come to, how many there are, and where the money comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sums")

    def set_figures(self, figures: Figures) -> None:
        """Show the sums of a table."""
        sources = [f"{word} {money_text(getattr(figures, name))}" for name, word in SOURCES]
        whole = [f"合计 {money_text(figures.total)} 万元", f"{figures.projects} 个项目", f"{figures.indicators} 项指标"]
        self.set_lines((" · ", whole), ("　", sources))
