"""Projects are printed as forms: what stands on them, and that they read back to the letter."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QFontMetricsF

from core_strategies import tables
from evidence.invented import invented_table
from gzgoals.core.edits import part_of, replaced
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit, catalogue_of, split_target
from gzgoals.gui.paper import Marks
from gzgoals.gui.paper.form_document import FormDocument, forms_pdf, lay_out_forms
from gzgoals.gui.paper.progress import CancelledError, Progress
from gzgoals.gui.paper.project_form import form_setup, grouped
from gzgoals.gui.paper.setup import page_layout
from last_year import sample, two_years
from table_content import content

pytestmark = pytest.mark.usefixtures("qapp")
SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def document_of(table: GoalTable, setup: PageSetup | None = None, marks: Marks | None = None) -> FormDocument:
    setup = form_setup(setup or PageSetup())
    return lay_out_forms(table, page_layout(setup), setup, Progress(None), marks)


def texts(document: FormDocument, number: int = 1) -> list[str]:
    """Return the lines of a page in the order in which they are painted."""
    (page,) = document.placed([number])
    return [line.text for line in page.lines]


def one(table: GoalTable, number: int) -> GoalTable:
    """Return a table with one project alone."""
    unit = table.units[0]
    return part_of(table, (Place(unit.id, unit.projects[number].id),))


def as_formed(table: GoalTable) -> dict[str, object]:
    """Return what forms tell of a table: indicators of one category together, no unit without projects.

    Neighbours of one name are one unit, and nothing is told of the year before.
    """
    catalogue = catalogue_of(table.scheme)
    units: list[Unit] = []
    for unit in table.units:
        projects = tuple(
            replaced(each, indicators=tuple(one.indicator for one in grouped(each.indicators, catalogue)))
            for each in unit.projects
        )
        if units and projects and units[-1].name == unit.name:
            units[-1] = replaced(units[-1], projects=(*units[-1].projects, *projects))
        elif projects:
            units.append(replaced(unit, projects=projects, stated=None))
    return content(replaced(table, units=tuple(units), stated=None, last_year=None))


def read_back(table: GoalTable, setup: PageSetup | None = None, marks: Marks | None = None) -> GoalTable:
    draft = read_source(forms_pdf(table, setup, marks=marks), "申报表.pdf")
    assert [doubt.text for doubt in draft.doubts] == []
    return draft.table


def test_a_form_tells_all_of_its_project() -> None:
    assert texts(document_of(one(sample(), 1))) == [
        "项目支出绩效目标申报表",
        "（2026 年度）",
        *("项目名称", "业务用房物业管理费"),
        *("主管部门", "广州互联网法院", "实施单位", "广州互联网法院"),
        *("项目资金", "（万元）", "年度资金总额", "624.00"),
        *("其中：财政拨款", "624.00", "财政专户拨款", "其他资金"),
        *("绩效目标", "通过实施本项目，为本院工作提供业务用房物业管理服务，满足本院正常工作需要。"),
        *("一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"),
        *("1-产出指标", "11-数量指标", "物业服务面积", "11733.38", "11733.38"),
        *("12-质量指标", "配套设施完好率", "100%", "100%"),
        *("2-效益指标", "22-社会效益", "责任治安事故数", "0", "0"),
        *("责任消防事故数", "0", "0"),
        *("3-满意度指标", "31-服务对象满意度", "工作人员对物管工作的满意度", "≥95%", "≥95%"),
        "第 1 页 共 1 页",
    ]


def test_last_years_values_stand_beside_this_years() -> None:
    shown = texts(document_of(one(two_years(), 1)))
    for row in (
        ["资金来源", "2026 年", "2025 年", "增减"],
        ["年度资金总额", "624.00", "598.00", "+26.00"],
        ["实施周期", "指标值", "年度指标值", "上年指标值"],
        ["配套设施完好率", "100%", "100%", "≥95%"],
    ):
        begin = shown.index(row[0])
        assert shown[begin : begin + len(row)] == row


def test_a_new_project_has_no_column_of_last_year() -> None:
    assert "上年指标值" not in texts(document_of(one(two_years(), 4)))


def test_targets_that_a_column_can_hold_stand_on_one_line() -> None:
    assert texts(document_of(one(two_years(), 2))).count("11733.38平方米") == 3


def test_a_caption_is_parted_only_where_its_column_is_narrow() -> None:
    assert "实施周期指标值" in texts(document_of(one(two_years(), 1), PageSetup(size="A3")))
    assert "实施周期指标值" not in texts(document_of(one(two_years(), 1)))


def test_sources_of_money_stand_below_each_other() -> None:
    document = document_of(one(sample(), 1))
    (page,) = document.placed([1])
    left = {line.text: line.left for line in page.lines}
    of_which = QFontMetricsF(document.face.fonts.text).horizontalAdvance("其中：")
    assert left["财政专户拨款"] == left["其他资金"] == pytest.approx(left["其中：财政拨款"] + of_which, abs=5)


def test_each_project_begins_a_page_and_the_numbers_count_through() -> None:
    document = document_of(sample())
    begun = [number for number in document.numbers if texts(document, number)[0] == "项目支出绩效目标申报表"]
    assert len(begun) == 17
    assert [texts(document, number)[-1] for number in document.numbers] == [
        f"第 {number} 页 共 {len(document.pages)} 页" for number in document.numbers
    ]


def test_day_and_line_to_be_signed_stand_where_they_are_wanted() -> None:
    shown = texts(document_of(one(sample(), 1), PageSetup(signed=True), Marks(day="打印日期：2026年11月24日")))
    assert shown[-5:] == ["填报人：", "审核人：", "单位负责人：", "第 1 页 共 1 页", "打印日期：2026年11月24日"]


def test_forms_are_upright_unless_the_type_is_too_large() -> None:
    assert form_setup(PageSetup()).orientation == "portrait"
    assert form_setup(PageSetup(type_size=20)).orientation == "landscape"


def test_without_projects_it_says_what_to_do() -> None:
    with pytest.raises(GzgoalsError, match="先新增项目"):
        forms_pdf(GoalTable(year=2026, units=(Unit(name="甲"),)))


def test_it_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        forms_pdf(sample(), report=lambda done, of: done < of // 2)


def long_project() -> GoalTable:
    """Return a table with a project whose form takes several pages."""
    whole = one(sample(), 10)
    (project,) = whole.units[0].projects
    objective = "\n".join(f"第{count}段，" + "逐步完善。" * (count % 20) for count in range(50))
    many = tuple(
        replace(each, id=f"{each.id}{n}", name=each.name * n) for n in range(1, 6) for each in project.indicators
    )
    return replaced(
        whole, units=(replaced(whole.units[0], projects=(replaced(project, objective=objective, indicators=many),)),)
    )


def test_a_form_over_several_pages_names_its_groups_again() -> None:
    document = document_of(long_project(), PageSetup(signed=True))
    pages = [texts(document, number) for number in document.numbers]
    assert len(pages) >= 4
    assert pages[1][:2] == ["绩效目标", "（续）"]
    assert pages[3][:7] == [
        "一级指标",
        "二级指标",
        "三级指标",
        "实施周期指标值",
        "年度指标值",
        "1-产出指标",
        "12-质量指标",
    ]
    assert [("填报人：" in page) for page in pages] == [False] * (len(pages) - 1) + [True]


SETUPS = {
    "as usual": PageSetup(),
    "signed": PageSetup(signed=True, dated=True),
    "small": PageSetup(type_size=7),
    "large": PageSetup(type_size=18),
    "A3": PageSetup(size="A3", side_margin=30, end_margin=40),
    "no numbers": PageSetup(numbered=False),
}


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS.keys())
@pytest.mark.parametrize("table", [sample(), two_years(), long_project(), invented_table(30)])
def test_forms_read_back_without_a_doubt(table: GoalTable, setup: PageSetup) -> None:
    marks = Marks(setup.numbered, "打印日期：2026年11月24日", draft=True)
    assert content(read_back(table, setup, marks)) == as_formed(table)


@SLOW
@given(tables().filter(lambda table: any(unit.projects for unit in table.units)))
def test_any_table_reads_back_from_its_forms(table: GoalTable) -> None:
    assert content(read_back(table)) == as_formed(table)


@SLOW
@given(tables().filter(lambda table: any(unit.projects for unit in table.units)))
def test_any_table_reads_back_from_forms_in_large_type(table: GoalTable) -> None:
    assert content(read_back(table, PageSetup(type_size=24, end_margin=60))) == as_formed(table)


@pytest.mark.parametrize("length", [20, 400, 2000, 5000])
def test_texts_taller_than_a_page_read_back(length: int) -> None:
    def text(of: int) -> str:
        return "".join(f"第{n}句，" for n in range(of // 4))

    target = split_target("达标" + text(length // 2))
    indicators = (
        Indicator(category=f"{text(length)}；乙类", name=text(length), cycle=target, annual=target),
        Indicator(category=f"{text(length)}；乙类", name="次项"),
        Indicator(category="甲类；" + text(length), name=text(length // 3)),
        Indicator(name="末项"),
    )
    project = Project(name=text(length), objective=text(length), indicators=indicators)
    units = (Unit(name=text(length), projects=(project, Project(name="乙"))),)
    table = GoalTable(year=2026, department=text(length), units=units)
    assert content(read_back(table)) == as_formed(table)
