"""What a tagged PDF says of its text: which characters belong to one paragraph."""

import gzip
from pathlib import Path

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
