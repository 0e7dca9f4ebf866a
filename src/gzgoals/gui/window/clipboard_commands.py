"""Copy, cut and paste, wherever the keyboard is: in the grid, in the tree, in a text field or in a list."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.columns import COLUMNS
from gzgoals.core.clipboard.pasting import Cell, Pasted
from gzgoals.core.clipboard.reading import read_block
from gzgoals.core.clipboard.showing import cells_block, official_text
from gzgoals.core.clipboard.things import Kind, Things
from gzgoals.core.edits import find_project
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import parse_indicators
from gzgoals.core.table import TABLE, Indicator, catalogue_of
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.panels import pasting_commands as pasting
from gzgoals.gui.panels import tree_commands
from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.panels.matrix_panel import MatrixPanel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session
from gzgoals.gui.window import clipboard_data as clipboard
from gzgoals.gui.window.job import Job, Note
from gzgoals.gui.window.status import say
from gzgoals.gui.window.waiting import awaited

_MANY_ROWS, _MANY_LETTERS = 500, 100_000
"""From how much on pasting, and reading the clipboard, is done beside the window."""
_GIVEN_UP = "没有粘贴，内容保持原样。"
_FELL = "没有粘贴，程序出了错，已记录。请重试。"

_Text = QLineEdit | QPlainTextEdit | QTextEdit


class ClipboardCommands:
    """The clipboard of one window."""

    def __init__(
        self, window: QMainWindow, session: Session, tree: TreePanel, grid: GridPanel, matrix: MatrixPanel
    ) -> None:
        self._window = window
        self._session = session
        self._tree = tree
        self._grid = grid
        self._matrix = matrix

    def copy(self) -> None:
        """Copy what is selected where the keyboard is."""
        focus = QApplication.focusWidget()
        if isinstance(text := _text_in(focus), _Text):
            text.copy()
        elif self._in_grid(focus):
            self._copy_from_grid(cut=False)
        elif focus is self._tree.view:
            self._copy_from_tree(cut=False)
        elif focus is self._matrix.view:
            self._copy_from_matrix(cut=False)
        elif isinstance(focus, QAbstractItemView) and (told := focus.currentIndex().data()):
            clipboard.put_text(str(told))

    def cut(self) -> None:
        """Copy what is selected and take it away."""
        focus = QApplication.focusWidget()
        if isinstance(text := _text_in(focus), _Text):
            text.cut()
        elif self._in_grid(focus):
            self._copy_from_grid(cut=True)
        elif focus is self._tree.view:
            self._copy_from_tree(cut=True)
        elif focus is self._matrix.view:
            self._copy_from_matrix(cut=True)

    def paste(self) -> None:
        """Paste what the clipboard holds where the keyboard is; what cannot be used is told in one sentence."""
        focus = QApplication.focusWidget()
        if isinstance(text := _text_in(focus), _Text):
            text.paste()
        elif self._in_grid(focus):
            self._told(self._paste_into_grid)
        elif focus is self._tree.view:
            self._told(self._paste_into_tree)
        elif focus is self._matrix.view:
            self._told(self._paste_into_matrix)

    def copy_text(self) -> None:
        """Copy the selected indicators, or else the selected projects and units, as the official form prints them."""
        things = self._chosen()
        if things is None or not things.count:
            self._say("请先选定要复制的指标、项目或单位。")
            return
        clipboard.put_text(official_text(things))
        self._say(f"已把 {things.count} {things.kind.word}复制为公开文本。")

    def may_copy_text(self) -> bool:
        """Tell whether there is anything that the official form prints."""
        return bool(self._session.table.units)

    def _chosen(self) -> Things | None:
        """Return what is selected where the keyboard is; away from grid and tree, what is selected in the tree."""
        session = self._session
        if self._in_grid(QApplication.focusWidget()) and session.place.project:
            return pasting.things_of_indicators(session.table, session.place, self._grid.current())
        return pasting.things_of_places(session.table, self._tree.chosen())

    def _in_grid(self, focus: QWidget | None) -> bool:
        return focus is not None and (focus is self._grid.view or self._grid.view.isAncestorOf(focus))

    def _copy_from_grid(self, *, cut: bool) -> None:
        session, cells = self._session, pasting.rows_of(self._session, self._grid.cells())
        ids = self._grid.current()
        if not ids:
            self._say("这一行还没有内容可以复制。")
        elif any(column == "number" for _, column in cells):
            things = pasting.things_of_indicators(session.table, session.place, ids)
            clipboard.put(clipboard.data_of_things(Things(things.kind, things.table, cut)))
            if cut:
                pasting.cut_indicators(session, ids)
            self._say(f"已{'剪切' if cut else '复制'} {len(ids)} 项指标。")
        else:
            clipboard.put(clipboard.data_of_block(self._block(cells)))
            if cut:
                pasting.clear_cells(session, cells, "剪切")

    def _block(self, cells: tuple[Cell, ...]) -> Block:
        """Return the texts of all columns and rows in which cells are selected."""
        indicators = find_project(self._session.table, self._session.place).indicators
        rows = sorted({row for row, _ in cells if row < len(indicators)})
        columns = [column for column in COLUMNS if any(column == own for _, own in cells)]
        if columns:
            catalogue = catalogue_of(self._session.table.scheme)
            return cells_block([indicators[row] for row in rows], columns, catalogue)
        column = self._grid.view.currentIndex().column()  # what is only shown, as last year's targets
        return Block(tuple((str(self._grid.model.index(row, column).data() or ""),) for row in rows))

    def _copy_from_tree(self, *, cut: bool) -> None:
        session, places = self._session, self._tree.chosen()
        things = pasting.things_of_places(session.table, places)
        if not things.count or (cut and TABLE in places):
            self._say(
                "请先选定要复制的项目或单位。" if not things.count else "整张表不能剪切，请选定其中的单位或项目。"
            )
            return
        clipboard.put(clipboard.data_of_things(Things(things.kind, things.table, cut)))
        if cut:
            tree_commands.remove(session, places, "剪切")
        self._say(f"已{'剪切' if cut else '复制'} {things.count} {things.kind.word}。")

    def _copy_from_matrix(self, *, cut: bool) -> None:
        clipboard.put(clipboard.data_of_block(self._matrix.edits.block()))
        if cut:
            self._matrix.edits.clear("剪切")

    def _told(self, do: Callable[[QMimeData], None]) -> None:
        try:
            do(clipboard.found())
        except GzgoalsError as error:
            tell(self._window, str(error))

    def _paste_into_grid(self, data: QMimeData) -> None:
        session = self._session
        cells = pasting.rows_of(session, self._grid.cells())
        things = clipboard.things_in(data)
        if things and things.kind is not Kind.INDICATORS:
            self._say(f"剪贴板中是{things.kind.word[1:]}，请先点一下左侧的项目树，再粘贴。")
            return
        index = max((row for row, _ in cells), default=len(self._grid.model.rows)) + 1
        if things and things.count:
            self._select_rows(*pasting.paste_indicators(session, things, index))
            return
        if data.hasUrls() and not data.hasHtml():
            self._say("剪贴板中是文件。要读入文件，请用“文件 → 导入上年文件”。")
            return
        if (block := self._block_in(data)) is None:
            self._say(_GIVEN_UP)
        elif block.is_blank and block.height <= 1:
            self._say("剪贴板中没有可以粘贴的文字。")
        elif block.height == block.width == 1 and (official := self._official(block.rows[0][0])):
            self._select_rows(*pasting.add_at(session, official, index))
        elif cells:
            self._paste_block(cells, block)

    def _paste_block(self, cells: tuple[Cell, ...], block: Block) -> None:
        work = pasting.pasting(self._session, cells, block)
        result: Pasted | None = self._done(f"正在粘贴 {block.height} 行…", work, beside=block.height > _MANY_ROWS)
        if result is None:
            self._say(_GIVEN_UP)
            return
        told = pasting.put_pasted(self._session, result)
        self._grid.choose(result.cells)
        self._say(told)

    def _block_in(self, data: QMimeData) -> Block | None:
        """Return the block that any program has copied; None where the user would rather not wait."""
        text, markup = clipboard.texts_in(data)
        beside = len(text) + len(markup) > _MANY_LETTERS
        block: Block | None = self._done("正在读取剪贴板…", lambda _: read_block(text, markup), beside=beside)
        return block

    def _done(self, words: str, work: Callable[[Note], object], *, beside: bool) -> Any:
        """Return what comes of some work, None where the user would rather not wait for it `beside` the window."""
        if not beside:
            return work(lambda _done, _of: None)
        return awaited(self._window, words, lambda parent: Job(work, _FELL, parent))

    def _official(self, text: str) -> tuple[Indicator, ...] | None:
        return parse_indicators(text.strip(), catalogue_of(self._session.table.scheme))

    def _select_rows(self, ids: tuple[str, ...], told: str) -> None:
        rows = pasting.rows_of(self._session, [(key, "number") for key in ids])
        self._grid.choose((row, column) for row, _ in rows for column in ("number", *COLUMNS))
        self._say(told)

    def _paste_into_matrix(self, data: QMimeData) -> None:
        if (block := self._block_in(data)) is None:
            self._say(_GIVEN_UP)
        else:
            self._matrix.edits.paste(block)

    def _paste_into_tree(self, data: QMimeData) -> None:
        session = self._session
        things = clipboard.things_in(data)
        if things is None or not things.count:
            self._say("剪贴板中没有复制的项目或单位。已公开的表格文字请用“文件 → 粘贴为新表”。")
            return
        if things.kind is not Kind.INDICATORS:
            ids, told = pasting.paste_things(session, things)
            self._tree.choose(ids)
            self._say(told)
            return
        places = [place for place in self._tree.chosen() if place.project]
        if places:
            self._say(pasting.paste_into_projects(session, things, places))
        else:
            self._say("剪贴板中是指标，请先选定要粘贴到的项目。")

    def _say(self, text: str) -> None:
        say(self._window, text)


def _text_in(focus: QWidget | None) -> QWidget | None:
    """Return the field for text that the keyboard is in."""
    return focus.findChild(QLineEdit) if isinstance(focus, QAbstractSpinBox) else focus
