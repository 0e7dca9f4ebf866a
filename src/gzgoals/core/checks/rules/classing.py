"""Under which category an indicator of its name belongs; at most one of these rules finds something at a category."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.look import Look, look_at
from gzgoals.core.checks.terms.name_kind import Kind, is_opinion, kind_of_name
from gzgoals.core.checks.terms.reading import Reading
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, put_value
from gzgoals.core.table import Catalogue, Category, GoalTable, catalogue_of


def _named(*kinds: Kind) -> Callable[[str, Around], bool]:
    """Return what tells whether a name is one of these kinds."""
    return lambda name, _: kind_of_name(name).kind in kinds


def _targeted(kind: Kind) -> Callable[[Reading, Around], bool]:
    """Return what tells whether a target alone says so."""
    return lambda reading, _: _kind_of_target(reading) is kind


def _under(*roles: str) -> Callable[[str, str], bool]:
    """Return what tells whether a category is one of these of the second level."""
    return lambda _, role: role in roles


@rule("C01", Severity.WARNING, Look, Only(_named(Kind.RATE), role=_under("quantity")))
def rate_as_quantity(look: Look, around: Around) -> Iterator[Spot]:
    """A ratio stands under the quantities."""
    if _kind(look) is Kind.RATE:
        yield _spot(look, f"“{look.name}”是比率，宜列 {_label(around, 'quality')}")


@rule("C02", Severity.WARNING, Look, Only(_named(Kind.COUNT), role=_under("quality")))
def count_as_quality(look: Look, around: Around) -> Iterator[Spot]:
    """A count of what was done stands under the qualities; what is done well or badly may be counted there."""
    if _kind(look) is Kind.COUNT:
        yield _spot(look, f"“{look.name}”是数量，宜列 {_label(around, 'quantity')}")


count_by_target = rule(
    "C02", Severity.WARNING, Look, Only(_named(Kind.UNTOLD), _targeted(Kind.COUNT), role=_under("quality"))
)(count_as_quality.finds)


def _may_be_timeless(level: str, role: str) -> bool:
    """Tell whether a time is astray here: not in its own category, nor where none is chosen."""
    return level in ("output", "benefit") and role not in ("timeliness", "")


@rule("C03", Severity.HINT, Look, Only(_named(Kind.TIME, Kind.DURATION), role=_may_be_timeless))
def time_elsewhere(look: Look, around: Around) -> Iterator[Spot]:
    """How soon something is done stands under another kind of output, or under a benefit."""
    if _kind(look) is Kind.TIME:
        yield _spot(look, f"“{look.name}”反映时效，宜列 {_label(around, 'timeliness')}")


time_by_target = rule(
    "C03", Severity.HINT, Look, Only(_named(Kind.UNTOLD), _targeted(Kind.TIME), role=_may_be_timeless)
)(time_elsewhere.finds)


@rule(
    "C04",
    Severity.HINT,
    Look,
    Only(
        lambda name, _: kind_of_name(name).is_output_quality,
        role=lambda level, role: level == "benefit" and role not in ("ecological", ""),
    ),
)
def output_as_benefit(look: Look, around: Around) -> Iterator[Spot]:
    """How well the output was made stands under the benefits."""
    if _is_output_quality(look):
        yield _spot(look, f"“{look.name}”是产出质量，宜列 {_label(around, 'quality')}")


_HOMES = {Kind.RATE: "quality", Kind.COUNT: "quantity", Kind.TIME: "timeliness"}
"""The roles of the categories in which things of a kind are at home."""


@rule(
    "C05",
    Severity.WARNING,
    Look,
    Only(_named(Kind.SATISFACTION), role=lambda _, role: role not in ("satisfaction", "")),
)
def satisfaction_astray(look: Look, around: Around) -> Iterator[Spot]:
    """Satisfaction stands elsewhere than under its own category."""
    if _kind(look) is Kind.SATISFACTION:
        yield _spot(look, f"“{look.name}”应列 {_label(around, 'satisfaction')}")


@rule("C05", Severity.WARNING, Look, Only(_named(*_HOMES), role=_under("satisfaction")))
def other_as_satisfaction(look: Look, around: Around) -> Iterator[Spot]:
    """Something that is plainly no satisfaction stands under its category."""
    if not is_opinion(look.name):
        yield _spot(look, f"“{look.name}”不是满意度，不宜列 {_label(around, 'satisfaction')}")


@rule("C06", Severity.WARNING, Look, Only(_named(Kind.PAYMENT), role=_under("quantity")))
def payment_as_quantity(look: Look, _: Around) -> Iterator[Spot]:
    """Paying out the money counts as what is provided for it."""
    if _kind(look) is Kind.PAYMENT:
        yield _spot(look, "资金支付不是公共产品或服务数量")


def _spot(look: Look, message: str) -> Spot:
    return Spot("category", message, value=f"{look.indicator.category}；{look.name}")


def _label(around: Around, role: str) -> str:
    return _label_in(around.catalogue.scheme, role)


@cache
def _label_in(scheme: str, role: str) -> str:
    return _home(catalogue_of(scheme), role).label


def _home(catalogue: Catalogue, role: str) -> Category:
    """Return the second-level category of a role."""
    return next(category for category in catalogue.categories if category.parent and category.role == role)


def _kind(look: Look) -> Kind:
    """Return what the indicator measures: by its name, and where that is not enough by its target."""
    named = kind_of_name(look.name)
    match named.kind:
        case Kind.COUNT if named.is_merit or _is_better_low(_reading(look)):
            return Kind.OTHER
        case Kind.SATISFACTION if _reading(look).measure in _measures("counted"):
            return Kind.OTHER
        case Kind.DURATION:
            return Kind.TIME if _tells_when(look) else Kind.OTHER
        case Kind.UNTOLD if look.level == "output" and not named.is_merit:
            return _kind_of_target(_reading(look))
        case _:
            return named.kind


def _kind_of_target(reading: Reading) -> Kind:
    """Return what a target alone tells: `≥20次` is a count, `≤2小时` is a time, but `12个月` may be either."""
    if reading.measure in _measures("counted") and not _is_better_low(reading):
        return Kind.COUNT
    return Kind.TIME if reading.direction < 0 and reading.measure in _measures("timed") else Kind.UNTOLD


def _tells_when(look: Look) -> bool:
    """Tell whether a speed or a duration is meant as a bound for when something is done, not as an amount of time."""
    reading = _reading(look)
    if not reading.is_quantity:
        return True
    is_timed = not reading.measure or reading.measure in _measures("timed")
    return is_timed and (reading.direction < 0 or (reading.direction == 0 and look.role != "quantity"))


def _is_output_quality(look: Look) -> bool:
    named = kind_of_name(look.name)
    if not named.is_output_quality:
        return False
    reading = _reading(look)
    return named.kind is not Kind.COUNT or not reading.is_quantity or _is_better_low(reading)


def _is_better_low(reading: Reading) -> bool:
    """Tell whether a target allows only so much of something, or none."""
    return reading.direction < 0 or (reading.number != "" and not reading.number.strip("0.,"))


def _reading(look: Look) -> Reading:
    return look.cycle if look.annual.is_blank else look.annual


@cache
def _measures(kind: str) -> frozenset[str]:
    return frozenset(lexicon()["classing"][kind])


_MOVED = {"C01": "quality", "C02": "quantity", "C03": "timeliness", "C04": "quality"}


def _move(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Move the indicator to where it belongs in the table's scheme."""
    home = _home(around.catalogue, _MOVED.get(finding.rule) or _role_by_name(table, finding, around))
    yield Fix(f"移到 {home.label}", partial(put_value, place=finding.place, value=home.code))


def _role_by_name(table: GoalTable, finding: Finding, around: Around) -> str:
    look = look_at(find_indicator(table, finding.place), around.catalogue)
    return _HOMES[kind_of_name(look.name).kind] if look.role == "satisfaction" else "satisfaction"


move_rate = remedy("C01")(_move)
move_count = remedy("C02")(_move)
move_time = remedy("C03")(_move)
move_output = remedy("C04")(_move)
move_satisfaction = remedy("C05")(_move)
