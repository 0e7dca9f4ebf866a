"""What a project is told of its peers, beside the plain definition of it."""

from statistics import median

from hypothesis import given

from alike_tables import ALIKE
from gzgoals.core.checks import check
from gzgoals.core.checks.checking.facts import Facts, facts_of
from gzgoals.core.checks.rules.money import TIMES_MEDIAN
from gzgoals.core.checks.terms.among import MOST_ALIKE, Among, Measured
from gzgoals.core.table import GoalTable


def defined(whole: GoalTable) -> list[Among]:
    """Return every project among the others, by looking at all pairs of them."""
    facts = [facts_of(project) for unit in whole.units for project in unit.projects]
    totals = [each.total for each in facts if each.total > 0]
    told, first = [], 0
    for unit in whole.units:
        for row, project in enumerate(unit.projects):
            number = first + row
            own = facts[number]
            twins = [at + 1 for at in range(row) if own.name and facts[first + at].name == own.name]
            alike = [each for each in facts if each.indicators and each.indicators == own.indicators]
            near = _nearest(number, [bool(own.objective) and each.objective == own.objective for each in facts])
            told.append(
                Among(
                    project,
                    whole.year,
                    twin=twins[-1] if twins else 0,
                    far_above_median=own.may_be_yuan and own.total >= TIMES_MEDIAN * median(totals),
                    same_objective=None if near is None else facts[near].shown,
                    same_indicators=min(len(alike), MOST_ALIKE) if len(alike) > 1 else 0,
                    measured=tuple(_measured(number, facts)),
                )
            )
        first += len(unit.projects)
    return told


def _nearest(number: int, fitting: list[bool]) -> int | None:
    before = [at for at in range(number) if fitting[at]]
    after = [at for at in range(number + 1, len(fitting)) if fitting[at]]
    return before[-1] if before else after[0] if after else None


def _measured(number: int, facts: list[Facts]) -> list[Measured]:
    found = []
    for value, indicator in facts[number].bare:
        near = _nearest(number, [value in dict(each.measured) for each in facts])
        if near is not None:
            texts = [text for other, text in facts[near].measured if other == value]
            found.append(Measured(indicator, facts[near].shown, texts[-1] if near < number else texts[0]))
    return found


@given(ALIKE)
def test_peers_are_told_what_is_defined(whole: GoalTable) -> None:
    told = [project.among for unit in check(whole).units for project in unit.projects]
    assert told == defined(whole)
