"""Which rules an indicator meets, beside the plain definition of it: it is spared only what would find nothing."""

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.checking.found import Found, found_in
from gzgoals.core.checks.rules.rulebook import Rulebook, rulebook
from gzgoals.core.checks.terms.look import Look, look_at
from gzgoals.core.checks.terms.office import built_in_office
from gzgoals.core.checks.terms.rule import Only, around_of
from gzgoals.core.table import GoalTable, Indicator, Target, catalogue_of, split_target
from tables_to_check import MESSY, indicator

BOOK: Rulebook = rulebook(around_of("2015", built_in_office(), frozenset()))
RULES = BOOK.of_indicator.rules


def asked(row: Indicator) -> tuple[Found, ...]:
    """Return what the rules find that the sieve lets through."""
    sifted = BOOK.of_indicator.sift(row)
    return found_in(*sifted, BOOK.around) if sifted else ()


def defined(row: Indicator) -> tuple[Found, ...]:
    """Return what is found by the rules that each part of the indicator lets through by itself, as they are written."""
    look = look_at(row, catalogue_of("2015"))
    return found_in(look, [rule for rule in RULES if _is_let(rule.only, look)], BOOK.around)


def _is_let(only: Only, look: Look) -> bool:
    around = BOOK.around
    return (
        (only.name is None or only.name(look.name, around))
        and (only.role is None or only.role(look.level, look.role))
        and (only.target is None or any(only.target(reading, around) for reading in (look.cycle, look.annual)))
        and (not only.differing or look.indicator.cycle != look.indicator.annual)
    )


@given(MESSY)
def test_nothing_is_lost_that_a_rule_would_find(table: GoalTable) -> None:
    for unit in table.units:
        for project in unit.projects:
            for row in project.indicators:
                assert asked(row) == defined(row)


_TARGETS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "≥", "＞", "不低于", "至少", "约"]),
    st.sampled_from(["", "5", "100", "1,000", "３", "9-12", "优"]),
    st.sampled_from(
        ["", "%", "％", "㎡", "平方米", "次", "人次", "分", "万元", "以上", "左右", "（天）", "次（每月）"]
    ),
).map(split_target)


@given(
    st.builds(
        Indicator,
        name=st.sampled_from(["合格率", "物业面积", "满意度", "培训人次", "收入增长率", "得分", "工期（天）", "数量"]),
        category=st.sampled_from(["11", "12", "13", "14", "21", "31", "", "错"]),
        cycle=_TARGETS,
        annual=_TARGETS,
    )
)
def test_nothing_is_lost_where_a_measure_fits_the_name_or_not(row: Indicator) -> None:
    assert asked(row) == defined(row)


def test_a_usual_measure_meets_no_rule() -> None:
    assert BOOK.of_indicator.sift(indicator("物业服务面积", "11", "≥500平方米")) is None


def test_another_measure_is_looked_at_in_either_target() -> None:
    odd, usual = split_target("≥500个"), split_target("≥500平方米")
    for cycle, annual in ((odd, odd), (odd, usual), (usual, odd)):
        assert _rules(cycle, annual) >= {"V17"}


def _rules(cycle: Target, annual: Target) -> set[str]:
    sifted = BOOK.of_indicator.sift(Indicator(name="物业服务面积", category="11", cycle=cycle, annual=annual))
    return {each.id for each in sifted[1]} if sifted else set()
