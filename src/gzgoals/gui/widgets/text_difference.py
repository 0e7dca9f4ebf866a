"""Two texts side by side, the parts in which they differ underlined."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QTextEdit, QWidget

from gzgoals.gui.models.excerpts import differing
from gzgoals.gui.widgets.look import look_of


class TextDifference(QFrame):
    """Before on the left, after on the right; both can be read and copied, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.titles = (QLabel(self), QLabel(self))
        self.texts = (QPlainTextEdit(self), QPlainTextEdit(self))
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setHorizontalSpacing(8)
        for side, (title, text) in enumerate(zip(self.titles, self.texts, strict=True)):
            title.setObjectName("caption")
            title.setTextFormat(Qt.TextFormat.PlainText)
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 12)
            layout.addWidget(title, 0, 2 * side, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(text, 0, 2 * side + 1)
            layout.setColumnStretch(2 * side + 1, 1)

    def set_texts(self, titles: tuple[str, str], before: str, after: str) -> None:
        """Show two texts under their titles."""
        ranges = differing(before, after)
        for number, shown in enumerate((before, after)):
            self.titles[number].setText(titles[number])
            self.texts[number].setAccessibleName(titles[number])
            if self.texts[number].toPlainText() != shown:
                self.texts[number].setPlainText(shown)
            self._underline(self.texts[number], shown, ranges[number])

    def _underline(self, field: QPlainTextEdit, text: str, ranges: Sequence[tuple[int, int]]) -> None:
        look = look_of(self.palette())
        style = QTextCharFormat()
        style.setBackground(QColor(look.warning_fill))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(QColor(look.warning))
        marks = []
        for begin, end in ranges:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(field.document())
            mark.cursor.setPosition(_units(text[:begin]))
            mark.cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            mark.format = style
            marks.append(mark)
        field.setExtraSelections(marks)


def _units(text: str) -> int:
    """Return a text's length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
