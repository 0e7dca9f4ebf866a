"""A page as a picture for the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.layout import Form
from gzgoals.gui.paper.pages import Page
from gzgoals.gui.paper.painting import paint_page
from gzgoals.gui.paper.placing import placed
from gzgoals.gui.paper.setup import page_layout

_POINTS_PER_INCH = 72


def page_size(setup: PageSetup) -> tuple[float, float]:
    """Return the width and height of a setup's sheet, in points."""
    page = page_layout(setup).fullRect(QPageLayout.Unit.Point)
    return page.width(), page.height()


def page_picture(page: Page, form: Form, page_count: int, size: tuple[float, float], scale: float) -> QImage:
    """Return a page on a sheet of this size in points, at `scale` pixels a point."""
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    share = scale * _POINTS_PER_INCH / image.logicalDpiX()
    painter.scale(share, share)
    paint_page(painter, placed(page, form, page_count), form.face)
    painter.end()
    return image
