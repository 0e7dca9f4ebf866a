"""What a project's indicators should be like as a whole."""

from collections.abc import Iterator
from functools import lru_cache, partial

from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.kinds import Kinds
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import add_indicators, find_indicator, find_project, put_value, remove_indicators, replaced
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place, Project, catalogue_of


@rule("S01", Severity.ERROR, Project)
def no_indicators(project: Project, _: Around) -> Iterator[Spot]:
    """The project has no indicator."""
    if not project.indicators:
        yield Spot("indicators", "尚未设置绩效指标")


@rule("S03", Severity.ERROR, Project)
def no_output(project: Project, around: Around) -> Iterator[Spot]:
    """There are indicators, but none says what comes out."""
    if project.indicators and "output" not in _roles(project, around.catalogue):
        yield Spot("indicators", "缺少产出指标")


@rule("S04", Severity.WARNING, Kinds)
def no_benefit(kinds: Kinds, around: Around) -> Iterator[Spot]:
    """There are indicators, but none says what it is good for."""
    roles = kinds.roles(around.catalogue)
    if "benefit" not in roles:
        yield Spot("indicators", "缺少效益指标", value=_first_levels(roles, around.catalogue))


@rule("S05", Severity.HINT, Kinds)
def no_satisfaction(kinds: Kinds, around: Around) -> Iterator[Spot]:
    """There are indicators, but none says how content those are for whom the money is spent."""
    roles = kinds.roles(around.catalogue)
    if "satisfaction" not in roles:
        value = _first_levels(roles, around.catalogue)
        yield Spot("indicators", "缺少服务对象满意度指标；如不适用请说明理由", value=value)


@rule("S06", Severity.HINT, Kinds)
def output_uncovered(kinds: Kinds, around: Around) -> Iterator[Spot]:
    """The outputs tell some of quantity, quality, timeliness and cost, but not all; none at all is S03's."""
    roles = kinds.roles(around.catalogue)
    missing = [word for role, word in _OUTPUTS.items() if role not in roles]
    if missing and "output" in roles:
        covered = "、".join(word for role, word in _OUTPUTS.items() if role in roles)
        yield Spot("indicators", f"产出未覆盖：{'、'.join(missing)}", value=covered)


@rule("S07", Severity.HINT, Kinds)
def few_or_many(kinds: Kinds, around: Around) -> Iterator[Spot]:
    """There are indicators, but fewer or more than usual."""
    limits, count = around.words.limits, kinds.indicators
    if count < limits.few:
        yield Spot("indicators", f"指标 {count} 条，偏少", value=str(count))
    elif count > limits.many:
        yield Spot("indicators", f"指标 {count} 条，偏多", value=str(count))


@rule("S09", Severity.ERROR, Project)
def name_repeated(project: Project, _: Around) -> Iterator[Spot]:
    """An indicator has the name of an earlier one in the project, blanks aside."""
    keys = [name_key(indicator.name) for indicator in project.indicators]
    if len(set(keys)) == len(keys):
        return
    seen = set()
    for indicator, key in zip(project.indicators, keys, strict=True):
        if key and key in seen:
            yield Spot("name", f"指标“{indicator.name.strip()}”在本项目内重复", indicator=indicator.id)
        seen.add(key)


_OUTPUTS = {"quantity": "数量", "quality": "质量", "timeliness": "时效", "cost": "成本"}
"""What the outputs should tell: roles of the second level, but cost may be a first level of its own."""


def _roles(project: Project, catalogue: Catalogue) -> frozenset[str]:
    """Return the roles of both levels that the project has indicators of."""
    return _roles_of(frozenset([indicator.category for indicator in project.indicators]), catalogue.scheme)


@lru_cache(maxsize=4096)
def _roles_of(categories: frozenset[str], scheme: str) -> frozenset[str]:
    """Return the roles of both levels of some categories; most projects have one of a few choices of them."""
    return Kinds(categories, len(categories)).roles(catalogue_of(scheme))


def _first_levels(roles: frozenset[str], catalogue: Catalogue) -> str:
    """Return the names of the first-level categories that have one of these roles."""
    return "、".join(first.name for first in catalogue.first_level if first.role in roles)


_ADDED = {
    "S01": ("output", "产出"),
    "S03": ("output", "产出"),
    "S04": ("benefit", "效益"),
    "S05": ("satisfaction", "满意度"),
}


def _add(_table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add an indicator of the missing kind, for the user to fill in."""
    role, word = _ADDED[finding.rule]
    code = _first_code(around.catalogue, role)
    yield Fix(f"增加{word}指标", partial(_with_new, place=finding.place, categories=(code,)))


def _first_code(catalogue: Catalogue, role: str) -> str:
    """Return the first second-level code under the first level of this role, or else the one of this role itself."""
    for first in catalogue.first_level:
        if first.role == role:
            return catalogue.second_level(first.code)[0].code
    return next(category.code for category in catalogue.categories if category.role == role)


def _with_new(table: GoalTable, place: Place, categories: tuple[str, ...]) -> GoalTable:
    return add_indicators(table, place, tuple(Indicator(category=category) for category in categories))


add_first = remedy("S01")(_add)
add_output = remedy("S03")(_add)
add_benefit = remedy("S04")(_add)
add_satisfaction = remedy("S05")(_add)


@remedy("S06")
def add_uncovered(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add an indicator of each kind that the outputs leave out, or of one of them, for the user to fill in."""
    roles = _roles(find_project(table, finding.place), around.catalogue)
    missing = {word: _first_code(around.catalogue, role) for role, word in _OUTPUTS.items() if role not in roles}
    if len(missing) > 1:
        every = partial(_with_new, place=finding.place, categories=tuple(missing.values()))
        yield Fix(f"增加{'、'.join(missing)}指标", every, kind="补齐产出指标")
    for word, code in missing.items():
        yield Fix(f"增加{word}指标", partial(_with_new, place=finding.place, categories=(code,)))


@remedy("S09")
def join_repeated(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Keep the earlier one, with or without what only the later one says; not where they are of different kinds."""
    catalogue = catalogue_of(table.scheme)
    later = find_indicator(table, finding.place)
    earlier = _first_of_name(find_project(table, finding.place), later)
    if catalogue.role(earlier.category) != catalogue.role(later.category):
        return
    merged = _merged(earlier, later)
    if merged is not earlier:
        yield Fix("合并到前一条", partial(_merge, place=finding.place))
    yield Fix("删除本条", partial(remove_indicators, place=finding.place, ids={later.id}))


def _first_of_name(project: Project, indicator: Indicator) -> Indicator:
    key = name_key(indicator.name)
    return next(each for each in project.indicators if name_key(each.name) == key)


def _merge(table: GoalTable, place: Place) -> GoalTable:
    later = find_indicator(table, place)
    project = find_project(table, place)
    earlier = _first_of_name(project, later)
    kept = tuple(
        _merged(earlier, later) if each is earlier else each for each in project.indicators if each.id != later.id
    )
    return put_value(table, Place(place.unit, place.project, field="indicators"), kept)


def _merged(earlier: Indicator, later: Indicator) -> Indicator:
    """Return the earlier indicator with the later one's targets where it has none itself."""
    if earlier.cycle.text.strip() or earlier.annual.text.strip():
        return earlier
    return replaced(earlier, cycle=later.cycle, annual=later.annual)
