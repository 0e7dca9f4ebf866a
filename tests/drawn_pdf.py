"""PDFs drawn by hand, as the traps of foreign ones are: texts at places, rules where a test wants them."""

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from gzgoals.core.exchange.sources import read_source
from gzgoals.core.table import Project

FONT, SIZE, PITCH, PADDING = "STSong-Light", 9, 13, 3
HEADER = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
CELL = "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥95%。"
XS = (30, 150, 210, 270, 330, 390, 580, 810)
AMOUNTS = range(1, 5)


class DrawnPdf:
    """Pages on which cells of text stand at columns; heights are points from the top of the sheet."""

    def __init__(self, xs: Sequence[float] = XS) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.xs = xs
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=landscape(A4))
        self.height = landscape(A4)[1]

    def text(self, x: float, top: float, text: str) -> None:
        """Draw one line of text, its baseline at `top`."""
        self.canvas.setFont(FONT, SIZE)
        self.canvas.drawString(x, self.height - top, text)

    def right(self, x: float, top: float, text: str) -> None:
        """Draw one line of text that ends at `x`."""
        self.text(x - pdfmetrics.stringWidth(text, FONT, SIZE), top, text)

    def row(self, cells: Sequence[str], top: float) -> float:
        """Draw a row's cells below `top`, their lines parted by line ends; return where it ends."""
        for place, cell in enumerate(cells):
            left, right = self.xs[place], self.xs[place + 1]
            indent = 2 * SIZE if cell.startswith("  ") else 0
            for number, line in enumerate(cell.strip().split("\n")):
                base = top + 11 + number * PITCH
                if place in AMOUNTS and line[:1].isdigit():
                    self.right(right - PADDING, base, line)
                else:
                    self.text(left + PADDING + indent, base, line)
        return top + 6 + PITCH * max(cell.count("\n") + 1 for cell in cells)

    def rows(self, rows: Sequence[Sequence[str]], top: float = 60) -> list[float]:
        """Draw rows one below the other; return where they begin and end."""
        ys = [top]
        for row in rows:
            ys.append(self.row(row, ys[-1]))
        return ys

    def table(self, rows: Sequence[Sequence[str]], top: float = 60) -> float:
        """Draw rows with all rules; return where they end."""
        ys = self.rows(rows, top)
        self.rules(ys, self.xs)
        return ys[-1]

    def rules(self, ys: Sequence[float], xs: Sequence[float]) -> None:
        """Draw rules at heights, and vertical ones between the first and the last."""
        for y in ys:
            self.across(y)
        for x in xs:
            self.canvas.line(x, self.height - ys[0], x, self.height - ys[-1])

    def across(self, y: float) -> None:
        """Draw a horizontal rule over all columns."""
        self.canvas.line(self.xs[0], self.height - y, self.xs[-1], self.height - y)

    def next_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def pdf(self) -> bytes:
        """Return the document."""
        self.canvas.save()
        return self.out.getvalue()


def projects_of(pdf: bytes) -> list[Project]:
    """Return the projects that are read from a PDF."""
    return [project for unit in read_source(pdf, "2026年表.pdf").table.units for project in unit.projects]
