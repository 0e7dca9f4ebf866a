"""The source beside what was read from it: pages, lines or sheets, whichever it is, with a bar to zoom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gzgoals.core.exchange.source import Source, Spot
from gzgoals.gui.widgets.source_lines import SourceLines
from gzgoals.gui.widgets.source_pages import SourcePages
from gzgoals.gui.widgets.source_sheets import SourceSheets

SourceView = SourcePages | SourceLines | SourceSheets


class SourcePane(QWidget):
    """Shows the source.

    Signals
    -------
    picked(Spot)
        The user has clicked a place in the source.
    """

    picked = Signal(object)

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source")
        self.view = source_view(source, self)
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


def source_view(source: Source, parent: QWidget) -> SourceView:
    """Return the view that fits a source."""
    if source.pdf:
        return _pages_view(source, parent)
    return SourceSheets(source.grids, parent) if source.grids else SourceLines(source.lines, parent)


def _pages_view(source: Source, parent: QWidget) -> SourcePages:
    from gzgoals.core.drawing import PageDrawer

    drawer = PageDrawer(source.pdf)

    def draw(page: int, scale: float) -> QImage | None:
        picture = drawer.picture(page, scale)
        if picture is None:
            return None
        if not picture.width:
            return QImage()  # the page stays white: what was read from the others can be looked over all the same
        form = QImage.Format.Format_RGB32
        return QImage(picture.data, picture.width, picture.height, picture.stride, form).copy()

    view = SourcePages(source.page_sizes, draw, parent)
    view.destroyed.connect(drawer.stop)
    return view


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
