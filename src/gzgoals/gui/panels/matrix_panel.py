"""The tab 同类项目: projects with the same indicators side by side, edited as one matrix."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.siblings import (
    Matrix,
    Siblings,
    Slot,
    find_siblings,
    matrix_of,
    renamed,
    slot_of,
    with_targets_of,
    with_texts,
)
from gzgoals.core.siblings.finding import Found
from gzgoals.core.table import GoalTable, Indicator, Place
from gzgoals.gui.models.matrix_rows import UNUSUAL, MatrixModel, matrix_rows, titles
from gzgoals.gui.session import LARGE, Session
from gzgoals.gui.widgets.matrix_bar import MatrixBar
from gzgoals.gui.widgets.matrix_view import MatrixView

FOLLOWING, TICKED = "following", "ticked"
"""What is chosen in the list of groups beside the groups: that of the project shown, and projects that were ticked."""

_NO_GROUP = "这张表里没有指标大多相同的项目。\n用“选择项目…”可以把任意几个项目并排编辑。"
_ALONE = "当前项目没有同类项目。\n请在上面选择一组，或用“选择项目…”把任意几个项目并排编辑。"
_PAUSE = 400
"""Milliseconds after the last edit of a large table until its groups are looked for again."""


class MatrixPanel(QWidget):
    """The matrix of a group of the open table, kept up to date while it is in sight.

    A project stays in the matrix while it is being edited, whatever it still has in common with the others.

    Signals
    -------
    projects_wanted()
        The user wants to tick which projects stand side by side.
    menu_wanted(position)
        The user asks for the menu of the current cell; the position is a global one.
    """

    projects_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._found: Found | None = None
        self._matrix = Matrix()
        self._choice: object = FOLLOWING
        self._ticked: tuple[Place, ...] = ()
        self._located = Place()
        self.stays = False
        """Whether the keyboard stays here though the user is taken to a place that is shown above too."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.bar = MatrixBar(f"{UNUSUAL} 与多数不同", self)
        self.model = MatrixModel(self)
        self.view = MatrixView(self)
        self.view.setAccessibleName("同类项目")
        self.view.setModel(self.model)
        self.nothing = QLabel(_NO_GROUP, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setObjectName("caption")
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(pages, 1)

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.shown.connect(self._on_shown)
        session.located.connect(self._on_located)
        self._pause.timeout.connect(self._on_paused)
        self.bar.group_chosen.connect(self._on_group_chosen)
        self.bar.side_chosen.connect(self._refresh_rows)
        self.bar.projects_wanted.connect(self.projects_wanted)
        self.model.wished.connect(self._on_wished)
        view.titles.name_wished.connect(self._on_name_wished)
        view.filled.connect(self.fill)
        view.cleared.connect(self.clear)
        view.copied.connect(self.copy)
        view.pasted.connect(self.paste)
        view.head_chosen.connect(self._on_head_chosen)
        view.customContextMenuRequested.connect(self._on_menu_requested)

    # What is shown

    @property
    def places(self) -> tuple[Place, ...]:
        """The projects that stand side by side."""
        return tuple(line.place for line in self._matrix.lines)

    def refresh(self) -> None:
        """Show the chosen projects as they are now."""
        self._stale = False
        self._search()
        self._show(self._wanted())

    def show_projects(self, places: Sequence[Place]) -> None:
        """Show these projects, whatever they have in common."""
        self._ticked = tuple(places)
        self._choice = TICKED
        self.refresh()

    def commit(self) -> None:
        """Bring into the table what is half typed in a cell or over a title."""
        self.view.commit()

    def enter(self) -> None:
        """Give the keyboard to the matrix, or to the list of groups where there is none."""
        if not self.places:
            self.bar.groups.setFocus()
            return
        if not self.view.currentIndex().isValid():
            here = Place(self._session.place.unit, self._session.place.project)
            row = self.places.index(here) if here in self.places else 0
            self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.setFocus()

    def wanted_height(self, rows: int) -> int:
        """Return the room that the matrix needs to show so many projects, or all where they are fewer."""
        return self.bar.sizeHint().height() + self.view.height_of(rows)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keep the keyboard here, if it is here, while undo goes to where a step happened: to its cell here."""
        self.stays = self.view.hasFocus()
        yield
        if self.stays and self.isVisible():
            index = self.model.index_of(_project(self._located), self._matrix.column_of(self._located))
            if index.isValid():
                self.view.setCurrentIndex(index)
            self.view.setFocus()
        self.stays = False

    def _search(self) -> None:
        self._found = find_siblings(self._session.table, self._found)
        groups = self._found.groups
        if self._choice not in {FOLLOWING, TICKED} and self._group() is None:
            self._choice = FOLLOWING
        own = self._found.of(self._session.place)
        choices: list[tuple[object, str]] = [(FOLLOWING, f"当前项目：{_told(own) if own else '没有同类项目'}")]
        choices += [(group.projects[0], _told(group)) for group in groups]
        if self._ticked:
            choices.append((TICKED, f"选定的 {len(self._ticked)} 个项目"))
        self.bar.set_groups(choices, self._choice)

    def _group(self) -> Siblings | None:
        """Return the group that is chosen or followed."""
        groups = self._found.groups if self._found else ()
        if self._choice == FOLLOWING:
            return self._found.of(self._session.place) if self._found else None
        return next((group for group in groups if group.projects[0] == self._choice), None)

    def _wanted(self) -> tuple[Place, ...]:
        if self._choice == TICKED:
            return self._ticked
        group = self._group()
        return group.projects if group else ()

    def _show(self, places: Sequence[Place]) -> None:
        self._matrix = matrix_of(self._session.table, places, self._matrix)
        self._refresh_rows()
        self.nothing.setText(_ALONE if self._found and self._found.groups else _NO_GROUP)
        self._pages.setCurrentWidget(self.view if self._matrix.lines else self.nothing)

    def _refresh_rows(self) -> None:
        session = self._session
        rows = matrix_rows(session.table, self._matrix, session.checked, session.place)
        self.model.set_matrix(titles(session.table, self._matrix, self.bar.side), rows)
        self.view.fit()

    def _on_opened(self) -> None:
        self._choice, self._ticked, self._found = FOLLOWING, (), None
        self._on_shown()

    def _on_shown(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_changed(self) -> None:
        self._stale = True
        if not self.isVisible():
            return
        if self._session.checked.figures.indicators > LARGE:
            self._pause.start()
            self._show(self.places)
        else:
            self._on_paused()

    def _on_paused(self) -> None:
        """Look for groups anew; what is shown may gain projects, and loses only those that are gone."""
        if self.isVisible():
            self._stale = False
            self._search()
            held, wanted = self.places, self._wanted()
            if not wanted or set(held) & set(wanted):
                wanted = (*wanted, *(place for place in held if place not in wanted))
            self._show(wanted)

    def _on_group_chosen(self, choice: object) -> None:
        self._choice = choice
        self.refresh()

    def _on_located(self, place: Place) -> None:
        self._located = place

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    # What is done to it

    def can_edit(self) -> bool:
        """Tell whether a cell is current."""
        return self.isVisible() and self.view.currentIndex().isValid()

    def fill(self, text: str | None) -> None:
        """Put a text, or the current cell's targets for None, into all selected cells."""
        if text is not None:
            self._put("填充指标值", [(slot, text) for slot in self._slots(self.view.chosen())])
        elif source := self._current():
            self._put_targets("填充指标值", source, self.view.chosen())

    def fill_down(self) -> None:
        """Put the topmost of the selected cells into those below it; a single one takes what stands above it."""
        chosen = self.view.chosen()
        if len({index.row() for index in chosen}) == 1:
            chosen += [above for index in chosen if (above := index.siblingAtRow(index.row() - 1)).isValid()]
        top = min((index.row() for index in chosen), default=0)
        pairs = []
        for head in [index for index in chosen if index.row() == top]:
            if source := self.model.indicator_at(head):
                below = [index for index in chosen if index.column() == head.column() and index.row() > top]
                pairs.append((source, self._slots(below)))
        side = self.bar.side

        def edit(table: GoalTable) -> GoalTable:
            for source, slots in pairs:
                table = with_targets_of(table, source, slots, side)
            return table

        if first := next((slots[0] for _, slots in pairs if slots), None):
            self._session.apply("向下填充指标值", edit, self._place(first))

    def fill_column(self) -> None:
        """Put the current cell's targets into all cells of its column."""
        here = self.view.currentIndex()
        if source := self._current():
            column = [here.siblingAtRow(row) for row in range(self.model.rowCount())]
            self._put_targets("整列填充指标值", source, column)

    def clear(self) -> None:
        """Take away the targets in the selected cells."""
        held = [slot for slot in self._slots(self.view.chosen()) if slot.indicator]
        self._put("清除指标值", [(slot, "") for slot in held])

    def rename(self) -> None:
        """Edit the name of the current column."""
        self.view.titles.edit_name(self.view.currentIndex().column())

    def go(self) -> None:
        """Go to the current cell in the grid of its project, or to the project where it has no such indicator."""
        (slot,) = self._slots([self.view.currentIndex()])
        self._session.go(self._place(slot))

    def copy(self) -> None:
        """Copy the selected cells as a block, as other programs' tables take it."""
        chosen = self.view.chosen()
        columns = sorted({index.column() for index in chosen})
        texts = {(index.row(), index.column()): index.data(Qt.ItemDataRole.EditRole) for index in chosen}
        lines = ("\t".join(texts.get((row, column), "") for column in columns) for row in _rows(chosen))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put a copied block into the cells from the first selected one on; a single text into all selected ones."""
        block = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()]
        chosen = self.view.chosen()
        if not (block and chosen):
            return
        if len(block) == len(block[0]) == 1:
            texts = [(index, block[0][0]) for index in chosen]
        else:
            top, left = _rows(chosen)[0], min(index.column() for index in chosen)
            texts = [
                (self.model.index(top + down, left + across), text)
                for down, line in enumerate(block)
                for across, text in enumerate(line)
            ]
        there = [(index, text) for index, text in texts if index.isValid()]
        self._put("粘贴指标值", [(self._slots([index])[0], text) for index, text in there])

    def _slots(self, indexes: Sequence[QModelIndex]) -> list[Slot]:
        found = (slot_of(self._matrix, *self.model.keys_at(index)) for index in indexes if index.isValid())
        return [slot for slot in found if slot]

    def _current(self) -> Indicator | None:
        here = self.view.currentIndex()
        return self.model.indicator_at(here) if here.isValid() else None

    def _place(self, slot: Slot) -> Place:
        if slot.indicator is None:
            return slot.place.at("indicators")
        side = "cycle" if self.bar.side.name == "CYCLE" else "annual"
        return replace(slot.place, indicator=slot.indicator.id, field=side)

    def _put(self, label: str, texts: Sequence[tuple[Slot, str]]) -> None:
        side = self.bar.side
        if texts:
            self._session.apply(label, lambda table: with_texts(table, texts, side), self._place(texts[0][0]))

    def _put_targets(self, label: str, source: Indicator, indexes: Sequence[QModelIndex]) -> None:
        side, slots = self.bar.side, self._slots(indexes)
        if slots:
            self._session.apply(label, lambda table: with_targets_of(table, source, slots, side), self._place(slots[0]))

    def _on_wished(self, place: Place, key: str, text: str) -> None:
        if slot := slot_of(self._matrix, place, key):
            self._put("修改指标值" if slot.indicator else "新增指标", [(slot, text)])

    def _on_name_wished(self, section: int, name: str) -> None:
        matrix, title = self._matrix, self.model.titles[section]
        first = next((line for line in matrix.lines if line.cells[section]), None)
        if first and (held := first.cells[section]):
            there = replace(first.place, indicator=held.id, field="name")
            self._session.apply("为各项目改指标名称", lambda table: renamed(table, matrix, title.key, name), there)

    def _on_head_chosen(self, row: int) -> None:
        self._session.go(self.model.rows[row].key)

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(position))


def _told(group: Siblings) -> str:
    shared = f" · {group.shared} 项相同指标" if group.shared else ""
    return f"{group.title} · {len(group.projects)} 个项目{shared}"


def _project(place: Place) -> Place:
    return Place(place.unit, place.project)


def _rows(indexes: Sequence[QModelIndex]) -> list[int]:
    return sorted({index.row() for index in indexes})
