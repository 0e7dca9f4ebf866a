"""What is printed as a PDF is read back without a loss."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from core_strategies import tables
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.text.reader import read_text
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Unit, split_target
from gzgoals.gui.paper import Marks, pdf_bytes
from invented_years import published
from table_content import content

pytestmark = pytest.mark.usefixtures("qapp")
PAID = Project(name="首项", funding=Funding(appropriation=Decimal("1234567.89"), other=Decimal("0.01")))
NARROW = PageSetup(orientation="portrait", type_size=9)


def read_back(table: GoalTable, setup: PageSetup | None = None) -> GoalTable:
    return read_source(pdf_bytes(table, setup), "表.pdf").table


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
def test_any_table_reads_back_from_its_pdf(table: GoalTable) -> None:
    assert content(read_back(table)) == content(table)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
def test_any_table_reads_back_from_a_narrow_page(table: GoalTable) -> None:
    assert content(read_back(table, NARROW)) == content(table)


def test_the_published_sample_reads_back() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_text(source.read_bytes(), source.name, 2026).table
    assert content(read_back(table)) == content(table)


@pytest.mark.parametrize("length", range(8, 40))
def test_paragraphs_read_back_however_full_their_last_lines_are(length: int) -> None:
    objective = "一" * length + "。\n第二段。\n" + "二" * (length + 3) + "。"
    table = table_of(Project(name="甲", objective=objective))
    assert content(read_back(table)) == content(table)


@pytest.mark.parametrize("lead", range(20))
def test_blanks_read_back_wherever_lines_break(lead: int) -> None:
    text = "前" * lead + "做法 ，推动 Office 365 与 Wi-Fi 6 建设 5G 应用，No.1 第三批 ，完成 95 % 以上。"
    table = table_of(Project(name="甲", objective=text))
    assert content(read_back(table)) == content(table)


def test_a_row_over_many_pages_reads_back() -> None:
    objective = "\n".join(f"第{count}段，" + "逐步完善。" * (count % 20) for count in range(120))
    target = split_target("≥95%")
    indicators = tuple(Indicator(category="12", name=f"第{n}项", cycle=target, annual=target) for n in range(80))
    table = table_of(Project(name="长" * 150, objective=objective, indicators=indicators), Project(name="乙"))
    assert content(read_back(table)) == content(table)


def test_a_year_in_the_departments_name_is_not_taken_for_the_tables() -> None:
    table = GoalTable(year=1990, department="广州互联网法院" * 12 + "2022-2023年")
    assert content(read_back(table, NARROW)) == content(table)


@pytest.mark.parametrize("count", range(1, 30))
def test_units_of_one_name_without_projects_are_read_apart_at_every_page_end(count: int) -> None:
    table = GoalTable(year=2026, department="甲", units=(Unit(name="广州互联网法院广州互联网法院"),) * count)
    assert content(read_back(table, NARROW)) == content(table)


def test_rows_that_say_the_same_as_the_first_ones_are_no_header_at_a_page_end() -> None:
    for count in range(1, 30):
        units = tuple(Unit(name="甲法院", projects=(PAID, Project(name="乙"))) for _ in range(count))
        table = GoalTable(year=2026, department="甲法院", units=units)
        assert content(read_back(table)) == content(table)


def test_a_last_row_is_no_note_whatever_its_name() -> None:
    table = table_of(Project(name="填表系统建设"), Project(name="说明书印制"))
    assert content(read_back(table)) == content(table)


def test_rows_without_amounts_or_texts_are_rows_of_their_own_at_every_page_end() -> None:
    for count in range(1, 40):
        table = table_of(*(Project(name=f"第{number}项") for number in range(count)))
        assert content(read_back(table)) == content(table)


def table_of(*projects: Project) -> GoalTable:
    return GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=(PAID, *projects)),))


SETUPS = {
    "no header again": PageSetup(header_repeated=False, type_size=14),
    "no page numbers": PageSetup(numbered=False),
    "projects together": PageSetup(together=True, type_size=14),
    "signed": PageSetup(signed=True),
    "narrow names": PageSetup(widths=(60, 80, 80, 80, 80, 300, 320)),
    "wide amounts": PageSetup(widths=(100, 200, 200, 150, 150, 100, 100)),
    "A3": PageSetup(size="A3", orientation="portrait", side_margin=30, end_margin=25, type_size=12),
}


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS.keys())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(table=tables())
def test_any_table_reads_back_from_any_setup(setup: PageSetup, table: GoalTable) -> None:
    assert content(read_back(table, setup)) == content(table)


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS.keys())
def test_with_day_and_draft_mark_it_reads_back_without_a_doubt(setup: PageSetup) -> None:
    table = published()
    marks = Marks(setup.numbered, "打印日期：2026年11月24日", draft=True)
    draft = read_source(pdf_bytes(table, setup, marks=marks), "表.pdf")
    assert content(draft.table) == content(table)
    assert [doubt.text for doubt in draft.doubts] == []
