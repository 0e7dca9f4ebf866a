"""Characters of a page put together to runs: how large they are, however the library parts them."""

from drawn_pdf import SIZE, DrawnPdf
from gzgoals.core.exchange.pdf.library import opened
from gzgoals.core.exchange.pdf.runs import Manner, PageText, Run


def runs_of(paper: DrawnPdf, known: Manner) -> tuple[Run, ...]:
    with opened(paper.pdf(), "表.pdf") as document, document.page(0) as page:
        return PageText(page, known).runs


def test_characters_that_the_library_parts_are_as_large_as_they_stand_apart() -> None:
    paper = DrawnPdf()
    for line in range(20):  # narrow and tall with much room amid, so that the library takes it for upright text
        top = 60 + 10 * line
        paper.text(30, top, "合")
        for place, character in enumerate("年度指标值:优；一般"):
            paper.text(300 + SIZE * place, top, character)
    runs = runs_of(paper, Manner(tight=True))
    assert {run.text for run in runs} == set("合年度指标值:优；一般")
    assert {round(run.em) for run in runs if run.text in "年度指标"} == {SIZE}


def test_stretched_lines_do_not_make_characters_larger() -> None:
    paper = DrawnPdf()
    for line, apart in enumerate((10, 10, 10.5, 10.5, 9, 9, 9, 10, 10)):
        for place, character in enumerate("落实审判执行工作"):
            paper.text(300 + apart * place, 60 + 13 * line, character)
    assert {round(run.em, 1) for run in runs_of(paper, Manner(tight=True))} == {SIZE}


def test_marks_that_are_set_closer_do_not_make_characters_smaller() -> None:
    paper = DrawnPdf()
    for line in range(3):
        for place, character in enumerate("包括：（"):
            paper.text(300 + 9 * place - 4.5 * (place == 3), 60 + 13 * line, character)
        paper.text(400, 60 + 13 * line, "（1）机房改造")
    assert {round(run.em, 1) for run in runs_of(paper, Manner(tight=True))} == {SIZE}
