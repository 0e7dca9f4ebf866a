"""How long importing a PDF of 300 projects takes, beside pdfplumber and bare text extraction, in one run.

    python -m evidence.bench_import [PROJECTS]

Run from `tests`. Each round does all three in turn; printed are the medians. Counted is the processor's time, not the
clock's, so that other work on the machine blurs it less.
"""

import io
import sys
import time
from collections.abc import Callable
from statistics import median

import pdfplumber
import pypdfium2
from PySide6.QtGui import QGuiApplication

from evidence.invented import invented_table
from gzgoals.core.exchange.sources import read_source
from gzgoals.gui.paper import pdf_bytes

_ROUNDS = 7
_SLOW_ROUNDS = 2


def main(arguments: list[str]) -> None:
    """Print the medians and the two ratios."""
    application = QGuiApplication.instance() or QGuiApplication([])
    size = int(arguments[0]) if arguments else 300
    pdf = pdf_bytes(invented_table(size))
    del application
    read_source(pdf, "表.pdf")  # what is imported and compiled once is not counted
    imports, texts, tables = [], [], []
    for number in range(_ROUNDS):
        imports.append(_seconds(lambda: read_source(pdf, "表.pdf")))
        texts.append(_seconds(lambda: _bare_text(pdf)))
        if number < _SLOW_ROUNDS:
            tables.append(_seconds(lambda: _plumbed(pdf)))
    whole, bare, plumber = median(imports), median(texts), median(tables)
    pages = len(pypdfium2.PdfDocument(pdf))
    print(f"{size} projects on {pages} pages, {len(pdf) / 1e6:.2f} MB")
    print(f"processor time, medians of {_ROUNDS} rounds, {_SLOW_ROUNDS} of pdfplumber")
    print(f"import, PDF to draft            {whole:8.3f} s")
    print(f"pypdfium2, text alone           {bare:8.3f} s   import takes {whole / bare:.2f} times that (goal: 3)")
    print(f"pdfplumber, extract_tables      {plumber:8.3f} s   import is {plumber / whole:.1f} times faster (goal: 8)")


def _bare_text(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    letters = 0
    for page in document:
        text = page.get_textpage()
        letters += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return letters


def _plumbed(pdf: bytes) -> int:
    cells = 0
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            cells += sum(len(row) for table in page.extract_tables() for row in table)
            page.close()
    return cells


def _seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


if __name__ == "__main__":
    main(sys.argv[1:])
