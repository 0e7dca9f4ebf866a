"""Invented tables, printed as published texts look, read back field by field."""

from hypothesis import given, settings
from hypothesis import strategies as st

from core_strategies import publishable_tables
from gzgoals.core.exchange import read_text
from gzgoals.core.table import GoalTable
from published_style import Style, published
from table_content import content

chances = st.sampled_from([0.0, 0.3])


def styles(*indents: str) -> st.SearchStrategy[Style]:
    return st.builds(
        Style,
        indent=st.sampled_from(indents),
        name_width=st.integers(1, 40),
        objective_width=st.integers(1, 40),
        cell_width=st.integers(1, 60),
        blank_lines=chances,
        pages=st.sampled_from([0.0, 0.05]),
        objective_beside_amounts=chances,
        seed=st.integers(0, 10**6),
    )


@settings(max_examples=60, deadline=None)
@given(publishable_tables(), styles("    ", "　　", " "))
def test_an_indented_text_reads_back(table: GoalTable, style: Style) -> None:
    draft = read_text(published(table, style).encode(), "表.txt", table.year)
    assert content(draft.table) == content(table)


@settings(max_examples=60, deadline=None)
@given(publishable_tables(), styles(""))
def test_a_text_that_lost_its_indentation_reads_back(table: GoalTable, style: Style) -> None:
    draft = read_text(published(table, style).encode(), "表.txt", table.year)
    assert content(draft.table) == content(table)


@settings(max_examples=30, deadline=None)
@given(publishable_tables(), styles("    "))
def test_every_amount_that_was_inferred_to_be_no_appropriation_has_a_doubt(table: GoalTable, style: Style) -> None:
    draft = read_text(published(table, style).encode(), "表.txt", table.year)
    doubtful = {doubt.place.project for doubt in draft.doubts}
    for unit in draft.table.units:
        for project in unit.projects:
            parts = (project.funding.appropriation, project.funding.special_account, project.funding.other)
            outside, all_printed = any(parts[1:]), all(parts)
            assert (project.id in doubtful) == (outside and not all_printed)
