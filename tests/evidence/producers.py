"""One table printed by several programs, each in several looks, as offices would publish it."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from evidence.words import document_of
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper import pdf_bytes
from gzgoals.gui.paper.kinds import OFFICIAL
from gzgoals.gui.paper.rows import PrintedRow, printed_rows

HEADER = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
AMOUNTS = range(1, 5)
PRINTERS = Path(__file__).parents[2] / "build" / "evidence" / "bin"
"""Where `packaging/evidence-setup.sh` puts the printers that have an environment of their own."""


@dataclass(frozen=True)
class Look:
    """How a table is set: sheet, type size in points, shares of the columns' widths, and what each page repeats."""

    size: str = "A4"
    landscape: bool = True
    type_size: float = 9
    widths: tuple[int, ...] = (15, 9, 9, 9, 8, 20, 30)
    repeated: bool = True
    font: str = "Noto Serif CJK SC"
    justified: bool = False
    indented: bool = True

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height in points."""
        size: tuple[float, float] = pagesizes.A3 if self.size == "A3" else pagesizes.A4
        return (max(size), min(size)) if self.landscape else (min(size), max(size))


LOOKS: Mapping[str, Look] = {
    "A4 横向": Look(),
    "A4 纵向小字": Look(landscape=False, type_size=7, widths=(14, 10, 10, 9, 8, 19, 30)),
    "A3 横向大字": Look(size="A3", type_size=12, font="Noto Sans CJK SC"),
    "表头不重复": Look(repeated=False, type_size=10.5, justified=True),
    "窄列无缩进": Look(widths=(10, 10, 10, 10, 9, 14, 37), type_size=8, indented=False),
}


def by_gzgoals(table: GoalTable, look: Look) -> bytes:
    """Print with the program itself; it repeats the header always and chooses the widths."""
    setup = PageSetup(
        size="A3" if look.size == "A3" else "A4",
        orientation="landscape" if look.landscape else "portrait",
        type_size=look.type_size,
    )
    return pdf_bytes(table, setup)


def by_chromium(table: GoalTable, look: Look) -> bytes:
    """Print a page of HTML with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "table.html"), Path(folder, "table.pdf")
        page.write_text(html_of(table, look), encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/u",
        ]
        _run(["chromium", *options, f"--print-to-pdf={out}", page.as_uri()])
        return out.read_bytes()


def by_libreoffice(table: GoalTable, look: Look) -> bytes:
    """Print a Word document with LibreOffice Writer."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "table.docx")
        page.write_bytes(document_of(table, look))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(page)])
        return page.with_suffix(".pdf").read_bytes()


def by_reportlab(table: GoalTable, look: Look) -> bytes:
    """Print with reportlab, its Chinese font not embedded."""
    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    base = ParagraphStyle("text", fontName=font, fontSize=look.type_size, leading=look.type_size * 1.35, wordWrap="CJK")
    right = ParagraphStyle("right", base, alignment=TA_RIGHT, wordWrap="LTR")
    heading = ParagraphStyle("heading", base, alignment=TA_CENTER)
    title = ParagraphStyle("title", base, fontSize=15, leading=22, alignment=TA_CENTER)
    rows: list[list[object]] = [[Paragraph(text, heading) for text in HEADER]]
    for row in printed_rows(table):
        name = ParagraphStyle("name", base, leftIndent=2 * look.type_size if row.depth and look.indented else 0)
        amounts = [Paragraph(text, right) for text in row.amounts]
        objective = [Paragraph(escape(text), base) for text in row.objective.split("\n")]
        rows.append([Paragraph(escape(row.name), name), *amounts, objective, Paragraph(escape(row.indicators), base)])
    width, height = look.sheet
    room = width - 72
    widths = [room * share / sum(look.widths) for share in look.widths]
    printed = LongTable(rows, widths, repeatRows=int(look.repeated), splitInRow=1)
    printed.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=(width, height), leftMargin=36, rightMargin=36, topMargin=36, bottomMargin=36
    )
    document.build([Paragraph(f"{table.year}年{OFFICIAL.title}", title), Paragraph(_caption(table), base), printed])
    return out.getvalue()


def by_weasyprint(table: GoalTable, look: Look) -> bytes:
    """Print a page of HTML with WeasyPrint."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "table.html"), Path(folder, "table.pdf")
        page.write_text(html_of(table, look), encoding="utf-8")
        _run([str(PRINTERS / "python"), "-m", "weasyprint", str(page), str(out)])
        return out.read_bytes()


def by_typst(table: GoalTable, look: Look) -> bytes:
    """Print with typst."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "table.typ"), Path(folder, "table.pdf")
        page.write_text(typst_of(table, look), encoding="utf-8")
        program = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
        _run([str(PRINTERS / "python"), "-c", program, str(page), str(out)])
        return out.read_bytes()


PRODUCERS: Mapping[str, Callable[[GoalTable, Look], bytes]] = {
    "gzgoals": by_gzgoals,
    "LibreOffice": by_libreoffice,
    "Chromium": by_chromium,
    "reportlab": by_reportlab,
    "WeasyPrint": by_weasyprint,
    "typst": by_typst,
}


def html_of(table: GoalTable, look: Look) -> str:
    """Return the table as a page of HTML set for printing."""
    size = f"{look.size} {'landscape' if look.landscape else 'portrait'}"
    columns = "".join(f'<col style="width:{100 * share / sum(look.widths):.2f}%">' for share in look.widths)
    head = "".join(f"<th>{escape(text)}</th>" for text in HEADER)
    heading = f"<thead><tr>{head}</tr></thead>" if look.repeated else f"<tr>{head}</tr>"
    style = f"""
      @page {{ size: {size}; margin: 12mm }}
      body {{ font: {look.type_size}pt/1.35 "{look.font}" }} h1 {{ font-size: 15pt; text-align: center }}
      p {{ margin: 0; {"text-align: justify" if look.justified else ""} }}
      table {{ border-collapse: collapse; width: 100%; table-layout: fixed }}
      td, th {{ border: 0.5pt solid; padding: 2pt 3pt; overflow-wrap: anywhere }} .amount {{ text-align: right }}
      .deep {{ padding-left: {2 * look.type_size + 3 if look.indented else 3}pt }}
    """
    return (
        f'<html lang="zh-CN"><meta charset="utf-8"><style>{style}</style><h1>{table.year}年{OFFICIAL.title}</h1>'
        f"<p>{escape(_caption(table))}</p><table><colgroup>{columns}</colgroup>{heading}"
        f"<tbody>{''.join(_html_rows(table))}</tbody></table></html>"
    )


def typst_of(table: GoalTable, look: Look) -> str:
    """Return the table in typst's markup."""
    width, height = look.sheet
    head = ", ".join(f"[{_typst_text(text)}]" for text in HEADER)
    columns = ", ".join("auto" if place in AMOUNTS else f"{share}fr" for place, share in enumerate(look.widths))
    rows = ",\n".join(_typst_row(row, look) for row in printed_rows(table))
    return f"""#set page(width: {width}pt, height: {height}pt, margin: 12mm)
#set text(font: "{look.font}", size: {look.type_size}pt, lang: "zh")
#set par(justify: {"true" if look.justified else "false"}, spacing: 0.65em)
#align(center)[#text(15pt)[{_typst_text(f"{table.year}年{OFFICIAL.title}")}]]
{_typst_text(_caption(table))}
#table(columns: ({columns}), stroke: 0.5pt,
{f"table.header({head})" if look.repeated else head},
{rows})
"""


def _typst_row(row: PrintedRow, look: Look) -> str:
    amounts = ", ".join(f"align(right)[{_typst_text(text)}]" for text in row.amounts)
    inset = f"#pad(left: 2em)[{_typst_text(row.name)}]" if row.depth and look.indented else _typst_text(row.name)
    objective = "#parbreak()".join(map(_typst_text, row.objective.split("\n")))
    return f"[{inset}], {amounts}, [{objective}], [{_typst_text(row.indicators)}]"


def _typst_text(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}" if text else ""


def _html_rows(table: GoalTable) -> Iterator[str]:
    for row in printed_rows(table):
        amounts = "".join(f'<td class="amount">{text}</td>' for text in row.amounts)
        depth = ' class="deep"' if row.depth else ""
        yield f"<tr><td{depth}>{escape(row.name)}</td>{amounts}{_texts(row)}</tr>"


def _texts(row: PrintedRow) -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in row.objective.split("\n"))
    return f"<td>{paragraphs}</td><td>{escape(row.indicators)}</td>"


def _caption(table: GoalTable) -> str:
    return f"部门名称：{table.department} 单位：万元"


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=600)
