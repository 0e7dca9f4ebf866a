"""What a project's amounts should be like, and the fixes for them."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.columns import SOURCES
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import find_project, get_value, put_value, replaced
from gzgoals.core.table import Amount, Funding, GoalTable, Project, money_text

YUAN_IN_UNIT = 10_000
"""How many 元 are one 万元: an amount typed in 元 is a multiple of it as a rule."""

TIMES_MEDIAN = 100
"""From how many times the table's median on such an amount is doubted."""

_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")


@rule("M01", Severity.ERROR, Project)
def stated_total_differs(project: Project, _: Around) -> Iterator[Spot]:
    """The 总计 that an imported file printed is not the sum of the three sources."""
    stated, total = project.funding.stated_total, project.funding.total
    if stated is not None and stated != total:
        difference = money_text(abs(stated - total))
        message = f"总计 {money_text(stated)} 与三项来源之和 {money_text(total)} 不符，差 {difference} 万元"
        yield Spot("funding", message, _ALL)


@rule("M03", Severity.ERROR, Project)
def amount_unusable(project: Project, _: Around) -> Iterator[Spot]:
    """An amount is blank, no number, negative, or more exact than to 0.01 万元."""
    for source, word in SOURCES.items():
        if not _is_usable(getattr(project.funding, source)):
            yield Spot(f"funding.{source}", f"“{word}”须为不小于0、至多两位小数的金额（万元）")


@rule("M04", Severity.WARNING, Among)
def total_doubtful(among: Among, _: Around) -> Iterator[Spot]:
    """The total is zero though every amount is a number, or looks like 元 typed as 万元."""
    project = among.project
    total = project.funding.total
    if not total and not any(isinstance(getattr(project.funding, source), str) for source in SOURCES):
        yield Spot("funding", "总计为0，请填写金额（万元）", _ALL)
    elif among.far_above_median:
        yield Spot("funding", f"金额 {money_text(total)} 万元疑为以“元”填列", filled(project.funding))


@rule("M05", Severity.HINT, Project)
def total_tiny(project: Project, around: Around) -> Iterator[Spot]:
    """The total is under the limit, 1 万元."""
    if 0 < project.funding.total < around.words.limits.tiny:
        message = f"金额仅 {money_text(project.funding.total)} 万元，请核对单位"
        yield Spot("funding", message, filled(project.funding))


def may_be_yuan(total: Decimal) -> bool:
    """Tell whether a total in 万元 is so round that it may have been typed in 元."""
    return total > 0 and not total % YUAN_IN_UNIT


_ALL = tuple(f"funding.{source}" for source in SOURCES)


def filled(funding: Funding) -> tuple[str, ...]:
    """Return the fields of the sources in which something stands, a draft included."""
    return tuple(f"funding.{source}" for source in SOURCES if getattr(funding, source) not in (_ZERO, ""))


def _is_usable(amount: Amount) -> bool:
    if isinstance(amount, str):
        return False
    if amount.same_quantum(_CENT):  # as nearly all are, and sooner told
        return amount >= 0
    exponent = amount.as_tuple().exponent
    return amount >= 0 and isinstance(exponent, int) and exponent >= -2


@remedy("M01")
def settle_total(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Trust the three sources, or trust the stated total and let 财政拨款 make up the difference."""
    yield Fix("取三项之和", partial(put_value, place=finding.place.at("funding.stated_total"), value=None))
    funding = find_project(table, finding.place).funding
    if isinstance(funding.appropriation, Decimal) and funding.stated_total is not None:
        appropriation = funding.appropriation + funding.stated_total - funding.total
        if _is_usable(appropriation):
            settled = replaced(funding, appropriation=appropriation, stated_total=None)
            yield Fix("差额记入财政拨款", partial(put_value, place=finding.place, value=settled))


@remedy("M03")
def round_amount(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Round an amount that is only too exact, half of the last place upwards."""
    amount = get_value(table, finding.place)
    if isinstance(amount, Decimal) and amount >= 0:
        rounded = amount.quantize(_CENT, ROUND_HALF_UP)
        yield Fix("四舍五入到两位小数", partial(put_value, place=finding.place, value=rounded))


@remedy("M04")
def divide_into_units(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Take the amounts as typed in 元, where that leaves no more than two places."""
    funding = find_project(table, finding.place).funding
    divided = {source: _divided(getattr(funding, source)) for source in SOURCES}
    if funding.total and all(_is_usable(new) for new in divided.values() if isinstance(new, Decimal)):
        yield Fix("÷10000", partial(put_value, place=finding.place, value=replaced(funding, **divided)))


def _divided(amount: Amount) -> Amount:
    if isinstance(amount, str):
        return amount
    exact = amount / YUAN_IN_UNIT
    cents = exact.quantize(_CENT)
    return cents if cents == exact else exact
