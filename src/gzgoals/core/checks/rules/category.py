"""What an indicator's category should be like: a second-level code of the table's scheme."""

from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import get_value, put_value
from gzgoals.core.table import Catalogue, Category, GoalTable


@rule("S08", Severity.ERROR, Look, Only(role=lambda _, role: not role))
def category_unknown(look: Look, around: Around) -> Iterator[Spot]:
    """The category is not chosen, only half chosen, or not as the catalogue has it."""
    category = look.indicator.category
    if not around.catalogue.knows(category):
        yield Spot("category", _message(around.catalogue, category))


def _message(catalogue: Catalogue, category: str) -> str:
    first, second = (level.strip() for level in catalogue.levels(category))
    if not first and not second:
        return "请选择一级、二级指标"
    if not second and first in catalogue.by_label:
        return "请选择二级指标"
    wrong = second if second and (not first or first in catalogue.by_label) else first
    return f"指标编码“{wrong}”与字典不符"


@remedy("S08")
def go_by_code_or_name(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take the second level by its code or by its name, where the catalogue has them."""
    catalogue = around.catalogue
    _, second = catalogue.levels(get_value(table, finding.place))
    for category in _meant(catalogue, second):
        yield Fix(f"改为“{category.label}”", partial(put_value, place=finding.place, value=category.code))


def _meant(catalogue: Catalogue, second: str) -> list[Category]:
    """Return the second-level categories that the text may mean, the one with its code first."""
    code, _, name = (part.strip() for part in second.partition("-"))
    second_level = [category for category in catalogue.categories if category.parent]
    by_code = [category for category in second_level if category.code == code]
    by_name = [category for category in second_level if category.name == (name or code)]
    return by_code + [category for category in by_name if category not in by_code]
