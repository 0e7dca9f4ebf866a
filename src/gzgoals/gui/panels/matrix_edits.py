"""What is done to the cells of the matrix, one step of the history each: typed, filled, cleared, copied, pasted."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt

from gzgoals.core.clipboard.block import Block
from gzgoals.core.siblings import Side, Slot, renamed, slot_of, with_targets_of, with_texts
from gzgoals.core.table import GoalTable, Indicator, Place
from gzgoals.gui.models.matrix_model import MatrixModel
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.matrix_view import MatrixView
from gzgoals.gui.widgets.text_field import one_line


class MatrixEdits:
    """The edits of the matrix that a view shows; `side` tells which of the targets is typed."""

    def __init__(self, session: Session, model: MatrixModel, view: MatrixView, side: Callable[[], Side]) -> None:
        self._session = session
        self._model = model
        self._view = view
        self._side = side
        self._fills = False
        model.wished.connect(self._on_wished)
        view.titles.name_wished.connect(self._on_name_wished)

    def fill(self) -> None:
        """Fill the selected cells with what is typed in the open one, else with the current cell's targets."""
        self._fills = True
        self._view.commit()
        typed, self._fills = not self._fills, False
        if not typed and (source := self._current()):
            self._put_targets("填充指标值", [(source, self._slots(self._view.chosen()))])

    def fill_down(self) -> None:
        """Put the topmost of the selected cells into those below it; a single row takes what stands above it."""
        chosen = self._view.chosen()
        if len(_rows(chosen)) == 1:
            chosen += [above for index in chosen if (above := index.siblingAtRow(index.row() - 1)).isValid()]
        top = min(_rows(chosen), default=0)
        filled = []
        for head in (index for index in chosen if index.row() == top):
            if source := self._model.indicator_at(head):
                below = [index for index in chosen if index.column() == head.column() and index.row() > top]
                filled.append((source, self._slots(below)))
        self._put_targets("向下填充指标值", filled)

    def fill_column(self) -> None:
        """Put the current cell's targets into all cells of its column."""
        here = self._view.currentIndex()
        if source := self._current():
            column = [here.siblingAtRow(row) for row in range(self._model.rowCount())]
            self._put_targets("整列填充指标值", [(source, self._slots(column))])

    def clear(self, label: str = "清除指标值") -> None:
        """Take away the targets in the selected cells."""
        self._put(label, [(slot, "") for slot in self._slots(self._view.chosen()) if slot.indicator])

    def block(self) -> Block:
        """Return the texts of all rows and columns in which cells are selected."""
        chosen = self._view.chosen()
        texts = {(index.row(), index.column()): str(index.data(Qt.ItemDataRole.EditRole)) for index in chosen}
        return Block(tuple(tuple(texts.get((row, column), "") for column in _columns(chosen)) for row in _rows(chosen)))

    def paste(self, block: Block) -> None:
        """Put a copied block into the cells from the first selected one on; a single text into all selected ones."""
        chosen = self._view.chosen()
        if not (block.rows and chosen):
            return
        if block.height == block.width == 1:
            texts = [(index, block.rows[0][0]) for index in chosen]
        else:
            top, left = _rows(chosen)[0], _columns(chosen)[0]
            texts = [
                (self._model.index(top + down, left + across), text)
                for down, row in enumerate(block.rows)
                for across, text in enumerate(row)
            ]
        self._put("粘贴指标值", [(slot, one_line(text)) for index, text in texts for slot in self._slots([index])])

    def place(self) -> Place | None:
        """Return the place of the current cell, if any, or of its project where that has no such indicator."""
        slot = next(iter(self._slots([self._view.currentIndex()])), None)
        return self._place(slot) if slot else None

    def _slots(self, indexes: Sequence[QModelIndex]) -> list[Slot]:
        found = (slot_of(self._model.matrix, *self._model.keys_at(index)) for index in indexes if index.isValid())
        return [slot for slot in found if slot]

    def _current(self) -> Indicator | None:
        here = self._view.currentIndex()
        return self._model.indicator_at(here) if here.isValid() else None

    def _place(self, slot: Slot) -> Place:
        if slot.indicator is None:
            return slot.place.at("indicators")
        side = "cycle" if self._side() is Side.CYCLE else "annual"
        return replace(slot.place, indicator=slot.indicator.id, field=side)

    def _put(self, label: str, texts: Sequence[tuple[Slot, str]]) -> None:
        side = self._side()
        if texts:
            self._session.apply(label, lambda table: with_texts(table, texts, side), self._place(texts[0][0]))

    def _put_targets(self, label: str, filled: Sequence[tuple[Indicator, Sequence[Slot]]]) -> None:
        """Put the targets of each indicator into the cells beside it."""
        side = self._side()

        def edit(table: GoalTable) -> GoalTable:
            for source, slots in filled:
                table = with_targets_of(table, source, slots, side)
            return table

        if first := next((slot for _, slots in filled for slot in slots), None):
            self._session.apply(label, edit, self._place(first))

    def _on_wished(self, place: Place, key: str, text: str) -> None:
        if self._fills:
            self._fills = False
            self._put("填充指标值", [(slot, text) for slot in self._slots(self._view.chosen())])
        elif slot := slot_of(self._model.matrix, place, key):
            self._put("修改指标值" if slot.indicator else "新增指标", [(slot, text)])

    def _on_name_wished(self, section: int, name: str) -> None:
        matrix, title = self._model.matrix, self._model.titles[section]
        first = next((line for line in matrix.lines if line.cells[section]), None)
        if first and (held := first.cells[section]):
            there = replace(first.place, indicator=held.id, field="name")
            self._session.apply("为各项目改指标名称", lambda table: renamed(table, matrix, title.key, name), there)


def _rows(indexes: Sequence[QModelIndex]) -> list[int]:
    return sorted({index.row() for index in indexes})


def _columns(indexes: Sequence[QModelIndex]) -> list[int]:
    return sorted({index.column() for index in indexes})
