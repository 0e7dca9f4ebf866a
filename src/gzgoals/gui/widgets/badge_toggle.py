"""A badge that is switched on and off: which findings are to be seen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gzgoals.core.checks import Severity
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.widgets.badge import badge_size, paint_badge
from gzgoals.gui.widgets.look import SIGNS, look_of

_MARGIN = 3


class BadgeToggle(QPushButton):
    """Says how many findings of a severity there are, or how many are explained; pale while they are not shown."""

    def __init__(self, severity: Severity | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._count = 0
        self._brief = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._describe)
        self._describe()

    @property
    def word(self) -> str:
        """What is counted."""
        return self._severity.word if self._severity else "已说明"

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        if count != self._count:
            self._count = count
            self._describe()
            self.updateGeometry()
            self.update()

    def set_brief(self, brief: bool) -> None:
        """Show the sign without the word, where there is little room."""
        self._brief = brief
        self.updateGeometry()
        self.update()

    @property
    def saves(self) -> int:
        """How many pixels less it takes in brief."""
        return self._size(brief=False).width() - self._size(brief=True).width()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.word} {self._count}")
        self.setAccessibleDescription("在列表中显示" if self.isChecked() else "在列表中不显示")
        self.setToolTip(f"{self.word} {self._count} 处，点击可{'隐藏' if self.isChecked() else '显示'}")

    def _label(self, *, brief: bool) -> str:
        sign = SIGNS[self._severity] if self._severity else "✓"
        return f"{sign} {self._count}" if brief else f"{sign} {self.word} {self._count}"

    def _size(self, *, brief: bool) -> QSize:
        label = self._label(brief=brief)
        return badge_size(Badge(self._severity, label=label), self.font()) + QSize(2 * _MARGIN, 2 * _MARGIN)

    def sizeHint(self) -> QSize:
        return self._size(brief=self._brief)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = look_of(self.palette())
        painter.setFont(self.font())
        severity = self._severity if self.isChecked() else None
        if not self.isChecked():
            painter.setOpacity(0.75)
        paint_badge(painter, QRectF(self.rect()), Badge(severity, label=self._label(brief=self._brief)), look)
        painter.setOpacity(1)
        if not self.isChecked():
            self._strike_through(painter, QColor(look.muted))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(look.accent), 1.5))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()

    def _strike_through(self, painter: QPainter, colour: QColor) -> None:
        middle = self.rect().center().y() + 1
        painter.setPen(QPen(colour, 1))
        painter.drawLine(_MARGIN + 8, middle, self.width() - _MARGIN - 8, middle)
