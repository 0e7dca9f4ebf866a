"""How a page is set up: size, orientation, margins and type size, and the area that they leave for the table.

Everything on paper is measured in units of 1/20 point: so preview, printer and PDF break lines alike.
"""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.marks import Marks

UNITS_PER_POINT = 20
UNITS_PER_INCH = 72 * UNITS_PER_POINT
_POINTS_PER_MM = 72 / 25.4
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet's printable area in units, from its upper left corner."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """The printable width in units."""
        return self.right - self.left


def page_layout(setup: PageSetup) -> QPageLayout:
    """Return Qt's page layout of a setup, in full-page mode: the painter begins at the sheet's corner."""
    portrait = setup.orientation == "portrait"
    layout = QPageLayout(
        QPageSize(_SIZES[setup.size]),
        QPageLayout.Orientation.Portrait if portrait else QPageLayout.Orientation.Landscape,
        QMarginsF(setup.side_margin, setup.end_margin, setup.side_margin, setup.end_margin),
        QPageLayout.Unit.Millimeter,
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def sheet_of(layout: QPageLayout, setup: PageSetup) -> Sheet:
    """Return the printable area on a device's page: the setup's margins, or the device's where those are larger."""
    in_points = QPageLayout(layout)
    in_points.setUnits(QPageLayout.Unit.Point)
    chosen, least = in_points.margins(), in_points.minimumMargins()
    side, end = setup.side_margin * _POINTS_PER_MM, setup.end_margin * _POINTS_PER_MM
    page = in_points.fullRect(QPageLayout.Unit.Point)
    return Sheet(
        left=_units(max(side, chosen.left(), least.left())),
        top=_units(max(end, chosen.top(), least.top())),
        right=_units(page.width() - max(side, chosen.right(), least.right())),
        bottom=_units(page.height() - max(end, chosen.bottom(), least.bottom())),
    )


def _units(points: float) -> int:
    return round(points * UNITS_PER_POINT)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on: the sheet, how it is set up, and what it bears beside the table."""

    sheet: Sheet
    setup: PageSetup
    marks: Marks


def paper_of(layout: QPageLayout, setup: PageSetup, marks: Marks | None = None) -> Paper:
    """Return the paper on a device's page; without `marks` nothing but page numbers stands on it."""
    return Paper(sheet_of(layout, setup), setup, marks or Marks(setup.numbered))
