"""The delegate of lists and grids: paints marks, drop-down arrows and badges, and opens an editor when asked."""

from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gzgoals.core.visible import visible
from gzgoals.gui.models.cells import Cell, Editor, Role
from gzgoals.gui.models.library_rows import Suggest
from gzgoals.gui.widgets.badge import badge_size, paint_badge
from gzgoals.gui.widgets.cell_painting import ink, paint_arrow, paint_outline, wrapped_height
from gzgoals.gui.widgets.choice_editor import ChoiceEditor
from gzgoals.gui.widgets.look import Look, look_of
from gzgoals.gui.widgets.name_editor import NameEditor
from gzgoals.gui.widgets.popping_line import PoppingLine
from gzgoals.gui.widgets.spanned_text import Spans, paint_spanned
from gzgoals.gui.widgets.text_field import NO_LIMIT, one_line
from gzgoals.gui.widgets.tick_box import paint_tick_box
from gzgoals.gui.widgets.window_undo import free_undo_keys

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints what the roles of `gzgoals.gui.models.cells` tell.

    `lines` limits how many lines a cell grows to; `by_cell` outlines the current cell, where cells and not rows are
    what the user moves among. Where `suggest` is set, it is asked what could be meant while a name is typed.

    Signals
    -------
    taken(key, entry)
        The user takes an entry of the library for the row with this key.
    """

    taken = Signal(object, object)

    def __init__(self, lines: int = 1, parent: QObject | None = None, *, by_cell: bool = False) -> None:
        super().__init__(parent)
        self._lines = lines
        self._by_cell = by_cell
        self._known_side: int | None = None
        self.suggest: Suggest | None = None

    def ground(self, index: Index, cell: Cell, look: Look) -> QColor | None:
        """Return the colour behind a cell, None where that is the view's own."""
        return None if cell.mark is None else look.fill(cell.mark)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        look, cell = look_of(option.palette), cell_of(index)
        if cell is _NO_CELL:
            super().initStyleOption(option, index)
        else:
            _fill(option, index, cell)
        option.state &= _NO_FOCUS
        if (ground := self.ground(index, cell, look)) is not None:
            option.backgroundBrush = QBrush(ground)
        if cell.tone is not None or cell.dim:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, ink(cell, look))
        option.font.setBold(cell.strong)
        if self._lines > 1:
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideRight
        if self._lines == 1 and option.rect.width() > _MARGINS:  # the style would cut at a word, and hide a whole year
            option.text = _in_room(option.text, cell, QFontMetrics(option.font), option.rect.width() - _MARGINS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, cell = look_of(option.palette), cell_of(index)
        if cell.spans:
            self._paint_spans(painter, option, index, cell.spans)
        else:
            self.paint_item(painter, option, index, cell, look)
        if cell.check is not None:
            self._paint_tick_box(painter, option, index, cell.check)
        if cell.badge is not None:
            painter.save()
            painter.setFont(option.font)
            paint_badge(painter, QRectF(option.rect), cell.badge, look)
            painter.restore()
        if cell.editor is Editor.CHOICE:
            paint_arrow(painter, QRectF(option.rect), look)
        if cell.mark is not None:
            paint_outline(painter, QRectF(option.rect), look.severity(cell.mark))
        if self._by_cell and option.state & QStyle.StateFlag.State_HasFocus:
            paint_outline(painter, QRectF(option.rect), QColor(look.accent), 2.0)
        self._paint_hand(painter, option, index)

    def _paint_hand(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Show on the selected rows that the list of them has the keyboard, where the user moves among rows."""
        chosen = not self._by_cell and option.state & QStyle.StateFlag.State_Selected and index.column() == 0
        if chosen and option.widget.hasFocus():
            painter.fillRect(0, option.rect.top(), _HAND, option.rect.height(), QColor(look_of(option.palette).accent))

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell, look: Look) -> None:
        """Paint ground and text: what is plain by hand, for the style takes longer; it does all else."""
        plain = cell.check is None and cell is not _NO_CELL and option.state & _SHOWN_AS == _PLAIN
        if not plain or not self._paint_line(painter, option, index, cell, look):
            whole = QStyleOptionViewItem(option)
            self.initStyleOption(whole, index)
            whole.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell, look: Look
    ) -> bool:
        """Paint a cell just as the style would if its text is one line; tell whether it is."""
        text, rect, font = cell.display, option.rect, QFont(option.font)
        font.setBold(cell.strong)
        if text:
            metrics, side = QFontMetrics(font), self._side(option)
            if self._lines == 1:
                text = _in_room(text, cell, metrics, rect.width() - _MARGINS)
            elif "\n" in text or metrics.horizontalAdvance(text) >= rect.width() - 2 * side:
                return False
        if (ground := self.ground(index, cell, look)) is not None:
            painter.fillRect(rect, ground)
        if text:
            painter.setFont(font)
            painter.setPen(ink(cell, look))
            painter.drawText(rect.adjusted(side, 0, -side, 0), cell.alignment, text)
        return True

    def _side(self, option: QStyleOptionViewItem) -> int:
        """Return how far the style keeps a text from the edge of its cell."""
        if self._known_side is None:
            style = option.widget.style()
            room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
            self._known_side = room.left() - option.rect.left() + margin
        return self._known_side

    def _paint_tick_box(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: Qt.CheckState
    ) -> None:
        """Paint our own tick box where the style has put its."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        where = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(whole.widget.style().subElementRect(where, whole, whole.widget))
        paint_tick_box(painter, box, state, look_of(whole.palette))

    def _paint_spans(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, spans: Spans) -> None:
        """Paint a cell whose text stands out in parts."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        room = QRectF(style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, whole.widget))
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, whole, whole.widget) + 1
        text, whole.text = whole.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        painter.save()
        painter.setFont(whole.font)
        own = whole.palette.color(QPalette.ColorRole.Text)
        colours = own, QColor(look_of(whole.palette).accent)
        room = room.adjusted(margin, 0, -margin, 0)
        paint_spanned(painter, room, text, spans, colours, wraps=self._lines > 1)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = cell_of(index)
        if cell.badge is not None:
            return badge_size(cell.badge, option.font) + QSize(12, 10)
        font, text = QFont(option.font), cell.display
        font.setBold(cell.strong)
        width = option.rect.width()
        if self._lines > 1 and width > PADDING:
            return QSize(width, wrapped_height(text, font.toString(), width - PADDING, self._lines) + 12)
        metrics = QFontMetrics(font)
        return QSize(metrics.horizontalAdvance(text) + PADDING, metrics.lineSpacing() + 12)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        alone = state is not None and not index.data()  # then the whole cell is its tick box
        if alone and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            released = event.type() == QEvent.Type.MouseButtonRelease
            return released and model.setData(index, toggled(state), Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.data(Role.EDITOR) is Editor.CHOICE:
            return self._choice_editor(parent, index)
        if self.suggest and (column := cell_of(index).suggested):
            named = NameEditor(parent, partial(self.suggest, index.data(Role.KEY), column))
            named.setAccessibleName(f"{_title(index)}，键入时列出可能的写法，按下方向键选用")
            named.picked.connect(self._on_picked)
            return named
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setMaxLength(NO_LIMIT)
        editor.setAccessibleName(_title(index))
        free_undo_keys(editor, own_first=True)
        return editor

    def _choice_editor(self, parent: QWidget, index: Index) -> ChoiceEditor:
        editor = ChoiceEditor(parent)
        editor.setAccessibleName(f"{_title(index)}，可输入文字、编码或拼音首字母")
        editor.picked.connect(self._on_picked)
        return editor

    def _on_picked(self) -> None:
        editor = self.sender()
        if isinstance(editor, PoppingLine):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ChoiceEditor):
            editor.offer(index.data(Role.CHOICES), index.data(Role.FURTHER), text)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            # A difference that comes in from elsewhere must not overwrite what is half typed here.
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceEditor):
            if editor.sure_choice not in (None, index.data(Qt.ItemDataRole.EditRole)):
                model.setData(index, editor.sure_choice)
        elif isinstance(editor, NameEditor) and editor.entry:
            self.taken.emit(index.data(Role.KEY), editor.entry)
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, one_line(editor.meant if isinstance(editor, NameEditor) else editor.text()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if isinstance(watched, PoppingLine) and watched.handles(event):
                return True
            hint = _AFTER.get(Qt.Key(event.key()))
            if hint is not None and event.modifiers() in _BARE:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, hint)
                return True
        return super().eventFilter(watched, event)


def _fill(option: QStyleOptionViewItem, index: Index, cell: Cell) -> None:
    """Do what Qt does for a cell, which would ask our models for seven roles of each."""
    if isinstance(index, QModelIndex):
        option.index = index
    option.displayAlignment = cell.alignment
    if text := cell.display:
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = text.replace("\n", "\u2028")
    if cell.check is not None:
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.checkState = cell.check


def _in_room(text: str, cell: Cell, metrics: QFontMetrics, room: int) -> str:
    """Return as much of a cell's text as finds room, the brief one where it has such and the whole finds none."""
    if cell.brief and metrics.horizontalAdvance(text) > room:
        text = visible(cell.brief)
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _title(index: Index) -> str:
    """Return what a cell's column is called, for an editor to be called the same."""
    title = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    return str(title or "")


def cell_of(index: Index) -> Cell:
    """Return what an index shows, nothing for one that has gone."""
    cell = index.data(Role.CELL)
    return cell if isinstance(cell, Cell) else _NO_CELL


def toggled(state: Qt.CheckState) -> Qt.CheckState:
    """Return what a tick box becomes when it is clicked; one that is ticked in part becomes ticked."""
    checked = Qt.CheckState(state) == Qt.CheckState.Checked
    return Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked


_NO_CELL = Cell()
_MARGINS = 16  # what a cell needs beside its text
PADDING = 20  # what style sheet and style leave empty beside a cell's text
_HAND = 3  # how wide the bar is before rows that are chosen with the keyboard
_NO_FOCUS = ~QStyle.StateFlag.State_HasFocus
_PLAIN = QStyle.StateFlag.State_Enabled
_SHOWN_AS = _PLAIN | QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_AFTER = {
    Qt.Key.Key_Return: QStyledItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QStyledItemDelegate.EndEditHint.SubmitModelCache,
}
