"""The list of indicators: each stands once, in its order, below its project and unit."""

import pytest

from gzgoals.core.table import GoalTable, Indicator, Project, Target, Unit
from gzgoals.gui.paper.indicator_list import indicator_listing, indicator_rows
from gzgoals.gui.paper.listing import listing_pdf
from invented_years import published

TARGET = Target(operator="≥", value="95", measure="%")
TABLE = GoalTable(
    year=2026,
    department="某院",
    units=(
        Unit(
            name="某院",
            projects=(
                Project(
                    name="运维",
                    indicators=(
                        Indicator(category="12", name="运行率", cycle=TARGET, annual=TARGET),
                        Indicator(category="怪；类", name="评价", annual=Target(value="好")),
                    ),
                ),
                Project(name="培训"),
            ),
        ),
        Unit(name="空院"),
    ),
)


def test_rows_stand_below_their_project_and_unit() -> None:
    assert [(row.texts, row.joined, row.depth, row.leads) for row in indicator_rows(TABLE)] == [
        (("某院", "", "", "", "", "", ""), False, 0, True),
        (("运维", "1", "1-产出指标", "12-质量指标", "运行率", "≥95%", "≥95%"), False, 1, False),
        (("运维", "2", "怪", "类", "评价", "", "好"), True, 1, False),
        (("培训", "", "", "", "（没有指标）", "", ""), False, 1, False),
        (("空院", "", "", "", "", "", ""), False, 0, False),
    ]


def test_of_the_published_table_all_sixty_eight_are_there() -> None:
    assert sum(bool(row.texts[1]) for row in indicator_rows(published())) == 68


@pytest.mark.usefixtures("qapp")
def test_it_is_a_pdf() -> None:
    assert listing_pdf(indicator_listing(TABLE)).startswith(b"%PDF-")
