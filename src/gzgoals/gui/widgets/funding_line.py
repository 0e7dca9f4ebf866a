"""The three amounts of a project and their total in one line, said in brief where the line is short."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gzgoals.gui.widgets.funding_bar import SOURCES, FundingBar
from gzgoals.gui.widgets.money_field import MoneyField

_BRIEF = {"special_account": "财政专户"}
"""What a source is called in brief, where that is less than its name."""
_GAP = 8


class FundingLine(QWidget):
    """Names the amounts, which always have room for all their digits; the bar gives way to them."""

    def __init__(self, amounts: Mapping[str, MoneyField], total: QLabel, bar: FundingBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._brief = False
        self._names = {name: _caption(word, self, amounts[name]) for name, word in SOURCES}
        self._words = dict(SOURCES)
        self._measure = _caption("万元", self)
        self._bar = bar
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        for name, field in amounts.items():
            self._line.addWidget(self._names[name])
            self._line.addWidget(field, 2)
            self._line.addSpacing(_GAP // 2)
        for part in (_caption("总计", self), total, self._measure):
            self._line.addWidget(part)
        self._line.addWidget(bar, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        brief = self._line.minimumSize().width() + (self._saves if self._brief else 0) > self.width()
        if brief is not self._brief:
            self._brief = brief
            for name, word in (self._words | (_BRIEF if brief else {})).items():
                self._names[name].setText(word)
            self._measure.setVisible(not brief)
            self._bar.setVisible(not brief)

    @property
    def _saves(self) -> int:
        """How many pixels less the line takes in brief."""
        measure = self.fontMetrics().horizontalAdvance
        words = sum(measure(self._words[name]) - measure(brief) for name, brief in _BRIEF.items())
        gone = (self._measure.sizeHint().width(), self._bar.minimumSizeHint().width())
        return words + sum(max(width, 0) + _GAP for width in gone)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width() - (0 if self._brief else self._saves), least.height())


def _caption(text: str, parent: QWidget, buddy: QWidget | None = None) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName("caption")
    if buddy is not None:
        label.setBuddy(buddy)
    return label
