"""The headers of the matrix: indicators above with their category, projects on the left, which stay in sight."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from gzgoals.core.visible import visible
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.matrix_rows import Head
from gzgoals.gui.widgets.badge import paint_badge
from gzgoals.gui.widgets.look import Look, look_of
from gzgoals.gui.widgets.text_field import NO_LIMIT, one_line
from gzgoals.gui.widgets.window_undo import free_undo_keys

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_LINES = 3
"""How many lines of an indicator's name are shown."""
_SIDE = 8


class TitleHeader(QHeaderView):
    """The indicators' names, wrapped, below their categories; a double click edits the name.

    Signals
    -------
    name_wished(section, name)
        The user wants this name in place of the one above a column.
    """

    name_wished = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(72)
        self._editor: _NameEditor | None = None
        self._fitting = False
        self.sectionResized.connect(self._on_section_resized)
        self.sectionDoubleClicked.connect(self.edit_name)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        lines = max((self._lines(section, metrics) for section in range(self.count())), default=1)
        return QSize(super().sizeHint().width(), _small(metrics) + lines * metrics.lineSpacing() + 12)

    def _lines(self, section: int, metrics: QFontMetrics) -> int:
        room = QRect(0, 0, self.sectionSize(section) - 2 * _SIDE, 10_000)
        height = metrics.boundingRect(room, _WRAPPED, visible(_head(self, section).name)).height()
        return min(max(height // metrics.lineSpacing(), 1), _LINES)

    def fit(self, widths: Mapping[int, int]) -> None:
        """Give sections these widths, and look once how many lines the names take then, not at each of them."""
        self._fitting = True
        for section, width in widths.items():
            self.resizeSection(section, width)
        self._fitting = False
        if widths:
            self._on_section_resized()

    def _on_section_resized(self) -> None:
        if self._fitting:
            return
        self.geometriesChanged.emit()  # a name may take more lines now
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, head = look_of(self.palette()), _head(self, logicalIndex)
        _paint_ground(painter, rect, look.header, look)
        painter.save()
        painter.setClipRect(rect)
        inner = rect.adjusted(_SIDE, 5, -_SIDE, -4)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(QColor(look.muted))
        above = _small(self.fontMetrics())
        category = QFontMetrics(small).elidedText(visible(head.beside), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), above), _LEFT, category)
        painter.setFont(self.font())
        painter.setPen(QColor(look.text))
        painter.drawText(inner.adjusted(0, above, 0, 0), _WRAPPED, visible(head.name))
        painter.restore()

    def edit_name(self, section: int) -> None:
        """Open an editor over the name of a column."""
        self.commit()
        if not 0 <= section < self.count():
            return
        editor = _NameEditor(_head(self, section).text, self.viewport())
        left = self.sectionViewportPosition(section)
        width = max(self.sectionSize(section), min(240, self.viewport().width() - left))
        high = editor.sizeHint().height()
        editor.setGeometry(left, self.height() - high, width, high)
        editor.setAccessibleName("指标名称，改后各项目一起改名")
        editor.finished.connect(self._on_editor_finished)
        editor.setProperty("section", section)
        self._editor = editor
        editor.show()
        editor.selectAll()
        editor.setFocus()

    def commit(self) -> None:
        """Bring a half-typed name into the table."""
        if self._editor is not None:
            self._editor.finish()

    def _on_editor_finished(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus and (view := self.parentWidget()):
            view.setFocus()
        name = one_line(editor.text()).strip()
        if editor.isModified() and name:
            self.name_wished.emit(editor.property("section"), name)


class _NameEditor(QLineEdit):
    """Edits a title; Enter and leaving it take the name, Esc leaves it as it was."""

    finished = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setMaxLength(NO_LIMIT)
        free_undo_keys(self, own_first=True)
        self.editingFinished.connect(self.finished)

    def finish(self) -> None:
        """Take what is typed."""
        self.finished.emit()

    def event(self, event: QEvent) -> bool:
        escapes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escapes and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.setModified(False)
                self.finished.emit()
            return True
        return super().event(event)


class ProjectHeader(QHeaderView):
    """The projects with amount and badge, left of the cells, where they stay when these are scrolled sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look, head = look_of(self.palette()), _head(self, logicalIndex)
        _paint_ground(painter, rect, look.selected if head.strong else look.header, look)
        columns = project_columns(rect, self.fontMetrics())
        font = QFont(self.font())
        font.setBold(head.strong)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        name, amount, badge = columns
        elided = QFontMetrics(font).elidedText(visible(head.name), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _LEFT, elided)
        painter.setFont(self.font())
        painter.setPen(QColor(look.muted))
        painter.drawText(amount, _RIGHT, visible(head.beside))
        if head.badge is not None:
            paint_badge(painter, QRectF(badge), head.badge, look)
        painter.restore()


class Corner(QWidget):
    """The titles above the projects."""

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        look = look_of(self.palette())
        _paint_ground(painter, self.rect(), look.header, look)
        painter.setPen(QColor(look.muted))
        bottom = QRect(0, self.height() - self.fontMetrics().height() - 10, self.width(), self.fontMetrics().height())
        name, amount, badge = project_columns(bottom, self.fontMetrics())
        painter.drawText(name, _LEFT, "项目")
        painter.drawText(amount.adjusted(-40, 0, 0, 0), _RIGHT, "金额（万元）")
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "问题")
        painter.end()


def beside_names(metrics: QFontMetrics) -> int:
    """Return how much room a project takes beside its name."""
    name, _, _ = project_columns(QRect(0, 0, 1000, 10), metrics)
    return 1000 - name.width() + _SIDE


def project_columns(rect: QRect, metrics: QFontMetrics) -> tuple[QRect, QRect, QRect]:
    """Return where name, amount and badge of a project stand in `rect`."""
    amount, badge = metrics.horizontalAdvance("10,000.00"), metrics.horizontalAdvance("! 100") + 14
    whole = rect.adjusted(_SIDE, 0, -4, 0)
    badges = QRect(whole.right() - badge, whole.top(), badge, whole.height())
    amounts = QRect(badges.left() - 6 - amount, whole.top(), amount, whole.height())
    return QRect(whole.left(), whole.top(), amounts.left() - 8 - whole.left(), whole.height()), amounts, badges


def _head(header: QHeaderView, section: int) -> Head:
    head = header.model().headerData(section, header.orientation(), Role.CELL)
    return head if isinstance(head, Head) else Head()


def _small(metrics: QFontMetrics) -> int:
    return round(metrics.lineSpacing() * 0.92)


def _paint_ground(painter: QPainter, rect: QRect, colour: str, look: Look) -> None:
    painter.fillRect(rect, QColor(colour))
    painter.setPen(QColor(look.border))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
