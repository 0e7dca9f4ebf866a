"""What a project's indicators should be like as a whole."""

from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.finding import Finding, Fix, Severity
from gzgoals.core.checks.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import add_indicators, find_indicator, find_project, put_value, remove_indicators, replaced
from gzgoals.core.table import GoalTable, Indicator, Place, Project, catalogue_of


@rule("S01", Severity.ERROR, Project)
def no_indicators(project: Project, _: Around) -> Iterator[Spot]:
    """The project has no indicator."""
    if not project.indicators:
        yield Spot("indicators", "尚未设置绩效指标")


@rule("S03", Severity.ERROR, Project)
def no_output(project: Project, around: Around) -> Iterator[Spot]:
    """There are indicators, but none says what comes out."""
    if project.indicators and not _covers(project, around, "output"):
        yield Spot("indicators", "缺少产出指标")


@rule("S04", Severity.WARNING, Project)
def no_benefit(project: Project, around: Around) -> Iterator[Spot]:
    """There are indicators, but none says what it is good for."""
    if project.indicators and not _covers(project, around, "benefit"):
        yield Spot("indicators", "缺少效益指标")


@rule("S09", Severity.ERROR, Project)
def name_repeated(project: Project, _: Around) -> Iterator[Spot]:
    """An indicator has the name of an earlier one in the project, blanks aside."""
    seen = set()
    for indicator in project.indicators:
        key = name_key(indicator.name)
        if key and key in seen:
            yield Spot("name", f"指标“{indicator.name.strip()}”在本项目内重复", indicator=indicator.id)
        seen.add(key)


def name_key(name: str) -> str:
    """Return by what names are compared: their characters without the blanks."""
    return "".join(name.split())


def _covers(project: Project, around: Around, role: str) -> bool:
    return any(around.catalogue.role(indicator.category) == role for indicator in project.indicators)


_ADDED = {"S01": ("output", "产出"), "S03": ("output", "产出"), "S04": ("benefit", "效益")}


def _add(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Add an indicator of the missing kind, for the user to fill in."""
    role, word = _ADDED[finding.rule]
    catalogue = catalogue_of(table.scheme)
    first = next(category for category in catalogue.first_level if category.role == role)
    code = catalogue.second_level(first.code)[0].code
    yield Fix(f"增加{word}指标", partial(_with_new, place=finding.place, category=code))


def _with_new(table: GoalTable, place: Place, category: str) -> GoalTable:
    return add_indicators(table, place, (Indicator(category=category),))


add_first = remedy("S01")(_add)
add_output = remedy("S03")(_add)
add_benefit = remedy("S04")(_add)


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
