"""The funding split as a bar: how much of the total comes from each source."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gzgoals.core.table import Funding, money_text, worth
from gzgoals.gui.models.tips import tip
from gzgoals.gui.widgets.look import look_of

SOURCES = (("appropriation", "财政拨款"), ("special_account", "财政专户拨款"), ("other", "其他资金"))


class FundingBar(QWidget):
    """Shares of the three sources side by side; empty while nothing is planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._funding = Funding()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_funding(self, funding: Funding) -> None:
        """Show the split of `funding`."""
        self._funding = funding
        words = "；".join(f"{word} {money_text(getattr(funding, name))}" for name, word in SOURCES)
        self.setToolTip(tip(words))
        self.setAccessibleName(f"资金构成：{words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.fillPath(outline, QColor(look.border))
        painter.setClipPath(outline)
        left = 0.0
        for (name, _), colour in zip(SOURCES, (look.accent, look.warning, look.fine), strict=True):
            width = area.width() * self._share(getattr(self._funding, name))
            painter.fillRect(QRectF(left, 0, width, area.height()), QColor(colour))
            left += width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.end()

    def _share(self, amount: Decimal | str) -> float:
        total = sum((max(worth(getattr(self._funding, name)), Decimal(0)) for name, _ in SOURCES), Decimal(0))
        return float(max(worth(amount), Decimal(0)) / total) if total else 0.0
