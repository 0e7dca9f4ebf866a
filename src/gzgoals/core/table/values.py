"""The table as a value: frozen, slotted models of a department's units, projects, funding and indicators.

Types describe shape only. A half-finished table is a good value; what a finished one needs is `checks`' business.
Pydantic's dataclasses are used rather than its models because slotted values are smaller and quicker to build, which
counts in large tables (docs/decisions/0001-frozen-slotted-values.md).
"""

import secrets
from decimal import Decimal
from typing import Annotated, Literal, TypeVar, cast, dataclass_transform, get_args

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from gzgoals.core.table.money import Amount, worth

T = TypeVar("T")

Operator = Literal["", "≥", "≤", "＞", "＜", "＝"]
"""A target's comparison sign, in the field's own full-width glyphs; empty means exactly."""

OPERATORS: tuple[Operator, ...] = get_args(Operator)

Id = Annotated[str, Field(min_length=1, max_length=64)]

Newer = Annotated[str, Field(exclude=True, repr=False)]
"""JSON text of the fields that only a newer program knows, kept so that they survive a round trip; usually empty."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field, FieldInfo))
def frozen(cls: type[T]) -> type[T]:
    """Make a class a frozen, slotted, strictly validated value."""
    config = ConfigDict(strict=True, extra="forbid")
    return cast("type[T]", dataclass(cls, frozen=True, slots=True, kw_only=True, config=config))


def new_id() -> str:
    """Return a fresh id; ids live as long as the thing and tie years, merges and explanations together."""
    return secrets.token_hex(6)


@frozen
class Target:
    """What an indicator should reach, as printed without blanks: operator, value, measure (`≥` `95` `%`).

    A word, a date or a range is all `value`.
    """

    operator: Operator = ""
    value: str = ""
    measure: str = ""

    @property
    def text(self) -> str:
        """The target as it is printed."""
        return self.operator + self.value + self.measure


@frozen
class Indicator:
    """A performance indicator: category code, name, and its targets for the implementation cycle and the year.

    `category` is a code of the catalogue (`12`) or, where there is none that fits, the text as it was found.
    """

    id: Id = Field(default_factory=new_id)
    category: str = ""
    name: str = ""
    cycle: Target = Target()
    annual: Target = Target()
    newer: Newer = ""


@frozen
class Funding:
    """Where a project's money comes from, in 万元; the total is always computed.

    `stated_total` is the 总计 that an imported file printed, kept only while it contradicts the sum.
    """

    appropriation: Amount = Decimal("0.00")
    special_account: Amount = Decimal("0.00")
    other: Amount = Decimal("0.00")
    stated_total: Decimal | None = None
    newer: Newer = ""

    @property
    def total(self) -> Decimal:
        """The sum of the three sources in 万元; drafts count for nothing."""
        return worth(self.appropriation) + worth(self.special_account) + worth(self.other)


@frozen
class Stated:
    """The amounts in 万元 that an imported file printed in a 合计 or unit row; kept where they contradict the sum."""

    total: Decimal
    appropriation: Decimal
    special_account: Decimal
    other: Decimal


@frozen
class Project:
    """A spending project: its funding, the objective text, and the indicators in their order."""

    id: Id = Field(default_factory=new_id)
    name: str = ""
    funding: Funding = Funding()
    objective: str = ""
    indicators: tuple[Indicator, ...] = ()
    newer: Newer = ""


@frozen
class Unit:
    """A unit of the department (资金使用单位) with its projects in their order."""

    id: Id = Field(default_factory=new_id)
    name: str = ""
    projects: tuple[Project, ...] = ()
    stated: Stated | None = None
    newer: Newer = ""


@frozen
class Explanation:
    """The officer's written reason for leaving a warning as it is; it lapses when the checked value changes."""

    rule: str
    project: str = ""
    indicator: str = ""
    field: str = ""
    value: str = ""
    reason: str = ""
    newer: Newer = ""


@frozen
class Reason:
    """Why something differs from the year before, in the officer's words.

    `project`, `indicator` and `field` name what differs as a `Place` does, without the unit, since a project may move;
    `before` and `after` are what stood there when the reason was written, so that it can be seen to be out of date.
    """

    project: str = ""
    indicator: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    reason: str = ""
    newer: Newer = ""


@frozen
class LastYear:
    """The year before, which a table that was rolled forward remembers to be compared with.

    A project or indicator that lives on has the same id in both years. `reasons` tell why this year differs.
    """

    year: int = Field(ge=1900, le=9999)
    department: str = ""
    units: tuple[Unit, ...] = ()
    reasons: tuple[Reason, ...] = ()
    newer: Newer = ""


@frozen
class GoalTable:
    """One department's 项目支出绩效目标表 of one budget year; `hints_off` are the ids of the hints it is not given."""

    year: int = Field(ge=1900, le=9999)
    scheme: str = "2015"
    department: str = ""
    units: tuple[Unit, ...] = ()
    stated: Stated | None = None
    explanations: tuple[Explanation, ...] = ()
    hints_off: tuple[str, ...] = ()
    last_year: LastYear | None = None
    newer: Newer = ""
