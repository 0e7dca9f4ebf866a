"""What a tagged PDF says of its text: which characters belong to one paragraph."""

import gzip
from pathlib import Path

from drawn_pdf import DrawnPdf
from gzgoals.core.exchange.pdf.library import opened
from gzgoals.core.exchange.pdf.marks import UNMARKED
from gzgoals.core.exchange.pdf.runs import Manner, PageText, Run

PRINTED = Path(__file__).parent / "printed"


def runs_of(data: bytes) -> tuple[Run, ...]:
    with opened(data, "表.pdf") as document, document.page(0) as page:
        return PageText(page, Manner()).runs


def test_a_tagged_page_tells_which_block_its_text_belongs_to() -> None:
    runs = runs_of(gzip.decompress((PRINTED / "chromium.pdf.gz").read_bytes()))
    texts: dict[int, str] = {}
    for run in runs:
        texts[run.mark.block] = texts.get(run.mark.block, "") + run.text
    assert -1 not in texts
    assert "业务用房物业管理费" in texts.values()
    assert "通过实施本项目，为本院工作提供业务用房物业管理服务，满足本院正常工作需要。" in texts.values()


def test_a_page_without_tags_has_no_marks() -> None:
    assert {run.mark for run in runs_of((PRINTED / "reportlab.pdf").read_bytes())} == {UNMARKED}


def test_text_below_a_long_header_without_marks_keeps_its_own() -> None:
    paper = DrawnPdf()
    for line in range(20):
        paper.text(30, 40 + 13 * line, "绩效目标")
    for number in range(20):
        paper.canvas._code.append(f"/P <</MCID {number}>> BDC")
        paper.text(30, 300 + 13 * number, "完成采购。")
        paper.canvas._code.append("EMC")
    assert [run.mark.content for run in runs_of(paper.pdf())] == [-1] * 20 + list(range(20))
