"""What becomes of our Word documents once someone has worked in them: what stands there counts, styled or not."""

from copy import deepcopy
from decimal import Decimal
from io import BytesIO

import docx
from docx.document import Document
from docx.table import _Cell

from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.document import write_document
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Unit, split_target
from table_content import content

RATE = Indicator(category="12", name="名称；年度指标值:5", cycle=split_target("≥95%"), annual=split_target("≥95%"))
FIRST = Project(
    name="物业费", funding=Funding(appropriation=Decimal("5.00"), other="待定"), objective="第一段。\n第二段。",
    indicators=(RATE,),
)  # fmt: skip
TABLE = GoalTable(
    year=2026, department="甲法院", units=(Unit(name="合计", projects=(FIRST, Project(name="小计"))),)
)  # fmt: skip
UNIT_ROW, FIRST_ROW, SECOND_ROW = 2, 3, 4
NAME, OTHER, INDICATORS = 0, 4, 6


def opened(table: GoalTable = TABLE) -> Document:
    return docx.Document(BytesIO(write_document(table)))


def cell(document: Document, row: int, column: int) -> _Cell:
    return document.tables[0].cell(row, column)


def drafted(document: Document) -> Draft:
    stream = BytesIO()
    document.save(stream)
    return read_source(stream.getvalue(), "表.docx")


def projects(document: Document) -> list[Project]:
    return [project for unit in drafted(document).table.units for project in unit.projects]


def without_styles(document: Document) -> Document:
    for tag in ("pStyle", "rStyle"):
        for style in document.element.body.xpath(f".//w:{tag}"):
            style.getparent().remove(style)
    return document


def test_what_is_only_saved_again_reads_back() -> None:
    assert content(drafted(opened()).table) == content(TABLE)


def test_a_target_that_was_changed_is_read_and_the_rest_stays_exact() -> None:
    document = opened()
    runs = [run for run in cell(document, FIRST_ROW, INDICATORS).paragraphs[0].runs if run.text == "≥95%"]
    runs[1].text = "不低于97%"
    (indicator,) = projects(document)[0].indicators
    assert (indicator.name, indicator.cycle.text, indicator.annual.text) == ("名称；年度指标值:5", "≥95%", "≥97%")


def test_an_indicator_typed_behind_the_others_is_read_by_its_text() -> None:
    document = opened()
    target = "实施周期指标值:≥9台；年度指标值:≥9台。"
    cell(document, FIRST_ROW, INDICATORS).add_paragraph(f"2、1-产出指标；11-数量指标；台数；{target}")
    assert [(each.category, each.name, each.annual.text) for each in projects(document)[0].indicators] == [
        ("12", "名称；年度指标值:5", "≥95%"),
        ("11", "台数", "≥9台"),
    ]


def test_an_indicator_that_lost_its_form_is_read_by_what_is_left_and_the_others_stay_exact() -> None:
    plain = Indicator(category="11", name="台数", cycle=split_target("9台"), annual=split_target("9台"))
    document = opened(GoalTable(year=2026, units=(Unit(projects=(Project(indicators=(RATE, plain)),)),)))
    runs = cell(document, FIRST_ROW, INDICATORS).paragraphs[0].runs
    for run in runs[-3:]:
        run.text = ""
    assert [(each.name, each.cycle.text, each.annual.text) for each in projects(document)[0].indicators] == [
        ("名称；年度指标值:5", "≥95%", "≥95%"),
        ("台数", "9台", ""),
    ]


def test_a_row_that_was_copied_and_renamed_is_a_project_more() -> None:
    document = opened()
    row = document.tables[0].rows[SECOND_ROW]._tr
    row.addnext(deepcopy(row))
    cell(document, SECOND_ROW + 1, NAME).paragraphs[0].runs[0].text = "新项目"
    assert [project.name for project in projects(document)] == ["物业费", "小计", "新项目"]


def test_a_row_without_styles_among_the_others_is_read_by_its_looks() -> None:
    document = opened()
    row = document.tables[0].rows[FIRST_ROW]._tr
    for style in row.xpath(".//w:pStyle"):
        style.getparent().remove(style)
    (unit,) = drafted(document).table.units
    assert [project.name for project in unit.projects] == ["物业费", "小计"]
    assert unit.projects[0].objective == FIRST.objective


def test_the_published_sample_is_read_by_its_looks_where_all_styles_are_gone() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_source(source.read_bytes(), source.name, 2026).table
    assert content(drafted(without_styles(opened(table))).table) == content(table)


def test_enter_within_a_name_does_not_break_it() -> None:
    document = opened()
    cell(document, FIRST_ROW, NAME).add_paragraph("（一期）")
    assert projects(document)[0].name == "物业费（一期）"


def test_a_draft_of_an_amount_that_was_filled_in_is_a_number() -> None:
    document = opened()
    cell(document, FIRST_ROW, OTHER).paragraphs[0].runs[0].text = "1,200"
    assert projects(document)[0].funding.other == Decimal("1200.00")


def test_an_amount_that_was_typed_into_a_blank_cell_is_read() -> None:
    document = opened()
    cell(document, SECOND_ROW, OTHER).paragraphs[0].add_run("3.5万元")
    assert projects(document)[1].funding.other == Decimal("3.50")


def test_the_year_above_the_table_counts_not_the_one_in_the_properties() -> None:
    document = opened()
    (year,) = [run for run in document.paragraphs[1].runs if run.text == "2026"]
    year.text = "2027"
    assert drafted(document).table.year == 2027


def test_captions_that_were_written_anew_are_read_by_their_words() -> None:
    document = opened()
    document.paragraphs[1].text = "部门名称：乙法院\t预算年度：2028\t单位：元"
    table = drafted(document).table
    assert (table.department, table.year) == ("乙法院", 2028)
    assert table.units[0].projects[0].funding.appropriation == Decimal("0.0005")
