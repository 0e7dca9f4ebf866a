"""The pages of a PDF that was read, with the places outlined that something was read from."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from gzgoals.core.exchange.source import Spot
from gzgoals.gui.widgets.pages_view import Draw, Outline, PagesView


class SourcePages(PagesView):
    """The pages of a source; `sizes` are theirs in points, `draw` makes their pictures.

    Signals
    -------
    picked(Spot)
        The user has clicked a place on a page.
    """

    picked = Signal(object)

    def __init__(self, sizes: Sequence[tuple[float, float]], draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(sizes, draw, parent)
        self.setAccessibleName("原文件的页面")
        self.clicked.connect(lambda page, x, y: self.picked.emit(Spot(page=page, box=(x, y, x, y))))

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Outline the boxes of `spots`, and bring the first of them into view."""
        self.outline([_outline(spot) for spot in spots])

    def box_of(self, spot: Spot) -> QRectF:
        """Return where a spot is in the view; the whole page where it has no box."""
        return self.rect_of(_outline(spot))


def _outline(spot: Spot) -> Outline:
    return Outline(spot.page, spot.box)
