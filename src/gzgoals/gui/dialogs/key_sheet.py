"""The sheet of keys: all there are, in groups, to be looked through or searched."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.lookup import match
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.tips import tip
from gzgoals.gui.widgets.line_above import walk_below
from gzgoals.gui.widgets.window_undo import free_undo_keys

COLUMNS = 3
"""How many columns of groups stand side by side."""
_HEADING = 2
"""How many lines a group's title takes with the room above it."""


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do, in words; `more` says it at length."""

    keys: tuple[str, ...]
    does: str
    more: str = ""

    @property
    def text(self) -> str:
        """The keys in one line."""
        return " / ".join(self.keys)


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together."""

    title: str
    keys: tuple[Key, ...]


def tell_keys(parent: QWidget, groups: Sequence[KeyGroup]) -> None:
    """Show the keys until that is closed, by Esc or F1."""
    dialog = KeySheet(groups, parent)
    accepted(dialog)


class KeySheet(QDialog):
    """All keys on one sheet; what does not fit what is searched for is hidden."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键")
        self._groups = groups
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("查找：键名、名称或拼音")
        self.search.setAccessibleName("查找快捷键")
        self.search.setClearButtonEnabled(True)
        free_undo_keys(self.search, own_first=True)
        self.nothing = QLabel("没有符合的快捷键，请换几个字。", self)
        self.nothing.setObjectName("caption")
        self._room = QScrollArea(self)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        for part in (self.search, self.nothing, self._room):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        walk_below(self.search, self._room)
        self.search.textChanged.connect(self._refresh)
        QShortcut(QKeySequence("F1"), self, self.accept)
        margins = layout.contentsMargins()
        bar = self._room.verticalScrollBar().sizeHint().width()
        most = parent.window().size() * 0.96
        self._columns = _columns_in(most.width() - margins.left() - margins.right() - bar, groups)
        self._refresh()
        above = self.search.sizeHint().height() + layout.spacing()
        wanted = _sheet(groups, self._columns).sizeHint().grownBy(margins) + QSize(bar, above)
        self.resize(wanted.boundedTo(most))

    def _refresh(self) -> None:
        groups = found(self.search.text(), self._groups)
        self.nothing.setVisible(not groups)
        self._room.setWidget(_sheet(groups, self._columns))
        count = sum(len(group.keys) for group in groups)
        self.search.setAccessibleDescription(f"找到 {count} 个")


def found(query: str, groups: Sequence[KeyGroup]) -> tuple[KeyGroup, ...]:
    """Return the groups with those keys that fit: by their names, by what they do, or by the group's title."""
    kept = []
    for group in groups:
        keys = group.keys
        if not match(query, group.title):
            keys = tuple(key for key in keys if any(match(query, text) for text in (key.text, key.does, key.more)))
        if keys:
            kept.append(KeyGroup(group.title, keys))
    return tuple(kept)


def columns_of(groups: Sequence[KeyGroup], count: int = COLUMNS) -> tuple[tuple[KeyGroup, ...], ...]:
    """Return the groups in columns that are about as high as each other, in their order."""
    left = sum(_height(group) for group in groups)
    columns: list[list[KeyGroup]] = [[]]
    for group in groups:
        high = sum(map(_height, columns[-1]))
        fair = (left + high) / (count - len(columns) + 1)
        if columns[-1] and len(columns) < count and high + _height(group) / 2 > fair:
            columns.append([])
        columns[-1].append(group)
        left -= _height(group)
    return tuple(map(tuple, columns))


def _height(group: KeyGroup) -> int:
    return len(group.keys) + _HEADING


def _columns_in(width: int, groups: Sequence[KeyGroup]) -> int:
    """Return in how many columns the groups stand side by side in a room, as many as go into it."""
    fitting = (count for count in range(COLUMNS, 1, -1) if _sheet(groups, count).sizeHint().width() <= width)
    return next(fitting, 1)


def _sheet(groups: Sequence[KeyGroup], columns: int) -> QWidget:
    sheet = QWidget()
    line = QHBoxLayout(sheet)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(28)
    for column in columns_of(groups, columns) if groups else ():
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for group in column:
            _add(grid, group, sheet)
        grid.setRowStretch(grid.rowCount(), 1)
        line.addLayout(grid)
    line.addStretch(1)
    return sheet


def _add(grid: QGridLayout, group: KeyGroup, parent: QWidget) -> None:
    title = QLabel(group.title, parent)
    title.setObjectName("key_group")
    grid.addWidget(title, grid.rowCount(), 0, 1, 2)
    for key in group.keys:
        row = grid.rowCount()
        keys, does = QLabel(key.text, parent), QLabel(key.does, parent)
        keys.setObjectName("keys")
        for label in (keys, does):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setToolTip(tip(key.more))
        does.setAccessibleName(f"{key.text}，{key.does}")
        grid.addWidget(keys, row, 0)
        grid.addWidget(does, row, 1)
