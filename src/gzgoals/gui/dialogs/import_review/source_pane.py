"""The source beside what was read from it: pages, lines or sheets, whichever it is, with a bar to zoom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gzgoals.core.exchange.source import Source, Spot
from gzgoals.gui.widgets.source_lines import SourceLines
from gzgoals.gui.widgets.source_pages import SourcePages
from gzgoals.gui.widgets.source_sheets import SourceSheets

if TYPE_CHECKING:
    from gzgoals.core.drawing import PageDrawer

SourceView = SourcePages | SourceLines | SourceSheets


class SourcePane(QWidget):
    """Shows the source; the pages of a PDF are drawn until `end`.

    Signals
    -------
    picked(Spot)
        The user has clicked a place in the source.
    """

    picked = Signal(object)

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self._drawer = _drawer_of(source)
        self.view = _view_of(source, self._drawer, self)
        self.view.picked.connect(self.picked)
        self._where = QLabel("" if source.pdf else _extent(source), self)
        self._where.setObjectName("caption")
        self._pages = len(source.page_sizes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar("适合宽度" if source.pdf else "原大小"))
        layout.addWidget(self.view, 1)
        if isinstance(self.view, SourcePages):
            self.view.scrolled.connect(self._on_scrolled)
        if self._drawer:
            self.destroyed.connect(self._drawer.end)

    def _bar(self, fitting: str) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 8, 6)
        bar.setSpacing(2)
        bar.addWidget(QLabel("原文件", self))
        bar.addSpacing(8)
        bar.addWidget(self._where)
        bar.addStretch(1)
        for text, name, keys, do in (
            ("－", "缩小", "Ctrl+-", self._shrink),
            (fitting, fitting, "Ctrl+0", self.view.fit),
            ("＋", "放大", "Ctrl+=", self._grow),
        ):
            bar.addWidget(_tool(self, text, name, keys, do))
        return bar

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Let places of the source stand out, and bring the first of them into view."""
        self.view.show_spots(spots)

    def end(self) -> None:
        """Draw no page any more, whoever may still look: the review is over."""
        if self._drawer:
            self._drawer.end()

    def _grow(self) -> None:
        self.view.zoom(1)

    def _shrink(self) -> None:
        self.view.zoom(-1)

    def _on_scrolled(self, page: int, scale: float) -> None:
        self._where.setText(f"第 {page} / {self._pages} 页 · {round(scale * 100 * 72 / 96)}%")
        self.view.setAccessibleDescription(self._where.text())


def is_shown(source: Source) -> bool:
    """Tell whether there is anything of a source to show."""
    return bool(source.pdf or source.lines or source.grids)


def _drawer_of(source: Source) -> PageDrawer | None:
    if not source.pdf:
        return None
    from gzgoals.core.drawing import PageDrawer

    return PageDrawer(source.pdf)


def _view_of(source: Source, drawer: PageDrawer | None, parent: QWidget) -> SourceView:
    """Return the view that fits a source."""
    if drawer:
        return SourcePages(source.page_sizes, partial(_drawn, drawer), parent)
    return SourceSheets(source.grids, parent) if source.grids else SourceLines(source.lines, parent)


def _drawn(drawer: PageDrawer, page: int, scale: float) -> QImage | None:
    picture = drawer.picture(page, scale)
    if picture is None:
        return None
    if not picture.width:
        return QImage()  # the page stays white: what was read from the others can be looked over all the same
    form = QImage.Format.Format_RGB32
    return QImage(picture.data, picture.width, picture.height, picture.stride, form).copy()


def _extent(source: Source) -> str:
    return f"共 {len(source.lines)} 行" if source.lines else f"共 {len(source.grids)} 张表"


def _tool(parent: QWidget, text: str, name: str, keys: str, do: object) -> QToolButton:
    button = QToolButton(parent)
    button.setText(text)
    button.setAccessibleName(name)
    button.setShortcut(QKeySequence(keys))
    button.setToolTip(f"{name}（{keys}）")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(do)
    return button
