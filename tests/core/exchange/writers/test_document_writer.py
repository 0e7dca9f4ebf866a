"""Our Word documents: the official table as it is printed, editable, and nothing lost on the way back."""

from decimal import Decimal
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings

from core_strategies import tables
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.document import write_document
from gzgoals.core.exchange.writers.progress import StoppedError
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Project, Unit
from table_content import content
from wild_tables import texts, wild_tables

PAID = Project(name="首项", funding=Funding(appropriation=Decimal("1234567.89"), other=Decimal("0.01")))


def table_of(*projects: Project) -> GoalTable:
    return GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=(PAID, *projects)),))


def drafted(table: GoalTable) -> Draft:
    return read_source(write_document(table), "表.docx")


@settings(max_examples=60, deadline=None)
@given(tables())
def test_any_table_reads_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    draft = drafted(table)
    assert content(draft.table) == content(table)
    assert draft.doubts == ()


def test_the_published_sample_reads_back_without_a_doubt() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_source(source.read_bytes(), source.name, 2026).table
    draft = drafted(table)
    assert content(draft.table) == content(table)
    assert draft.doubts == ()


@settings(max_examples=60, deadline=None)
@given(wild_tables(texts))
def test_any_characters_read_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    draft = drafted(table)
    assert content(draft.table) == content(table)
    assert draft.doubts == ()


def test_a_last_row_is_no_note_whatever_its_name() -> None:
    table = table_of(Project(name="填表系统建设"), Project(name="说明书印制"))
    assert content(drafted(table).table) == content(table)


def test_a_draft_of_an_amount_is_shown_and_read_as_it_is() -> None:
    table = table_of(Project(name="甲", funding=Funding(appropriation="待定")))
    assert content(drafted(table).table) == content(table)


def test_rows_are_what_they_are_whatever_their_names() -> None:
    blank = Project(funding=Funding(appropriation=""))
    units = (Unit(name="合计", projects=(Project(name="小计"), blank)), Unit(), Unit(name="小计", projects=(PAID,)))
    table = GoalTable(year=2026, department="单位：元", units=units)
    assert content(drafted(table).table) == content(table)


def test_a_department_longer_than_a_property_may_be_reads_back() -> None:
    table = GoalTable(year=2026, department="甲法院" * 100)
    assert content(drafted(table).table) == content(table)


def test_characters_that_no_file_holds_are_shown_as_such() -> None:
    assert drafted(table_of(Project(name="甲\ud800\uffff"))).table.units[0].projects[1].name == "甲\ufffd\ufffd"


def test_every_paragraph_of_a_name_or_amount_has_a_style_that_says_what_it_is() -> None:
    table = docx.Document(BytesIO(write_document(table_of(Project(name="甲", funding=Funding(other="待定")))))).tables[
        0
    ]
    styles = [
        [str(cell.paragraphs[0].style.name) for cell in row.cells[:5] if cell.paragraphs[0].style] for row in table.rows
    ]
    assert [row[0] for row in styles] == ["绩效表栏目", "绩效表合计", "绩效表单位", "绩效表项目", "绩效表项目"]
    assert styles[-1][1:] == ["绩效表金额", "绩效表金额", "绩效表金额", "绩效表待定金额"]


def test_the_header_is_repeated_and_rows_may_break() -> None:
    table = docx.Document(BytesIO(write_document(table_of(PAID)))).tables[0]
    header, *others = table.rows
    assert header._tr.xpath("./w:trPr/w:tblHeader")
    assert not any(row._tr.xpath("./w:trPr/w:cantSplit | ./w:trPr/w:tblHeader") for row in others)


def test_the_page_is_a4_landscape_numbered_and_in_song() -> None:
    document = docx.Document(BytesIO(write_document(table_of())))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert section.footer._element.xpath("count(.//w:fldSimple)") == 2
    assert document.styles["Normal"].element.xpath("./w:rPr/w:rFonts/@w:eastAsia") == ["宋体"]


def test_amounts_stand_as_they_are_printed_and_zeros_are_blank() -> None:
    table = docx.Document(BytesIO(write_document(table_of()))).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["合计", "1,234,567.90", "1,234,567.89", "", "0.01", "", ""]


def test_absurd_amounts_leave_room_for_the_texts() -> None:
    absurd = Decimal("999999999999999.1234567891")
    funding = Funding(appropriation=absurd, special_account=absurd, other=absurd)
    table = docx.Document(BytesIO(write_document(table_of(Project(name="甲", funding=funding))))).tables[0]
    widths = [int(width) for width in table._tbl.xpath("./w:tblGrid/w:gridCol/@w:w")]
    assert min(widths) >= 1000


def test_writing_can_be_stopped() -> None:
    with pytest.raises(StoppedError):
        write_document(table_of(*(Project(name=str(number)) for number in range(200))), lambda *_: False)
