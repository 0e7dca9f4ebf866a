"""What the checks of other projects need to know of a project."""

import re
from collections.abc import Sequence
from decimal import Decimal
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from gzgoals.core.checks.rules.money import may_be_yuan
from gzgoals.core.checks.rules.objective import is_unwritten, is_waived
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.reading import read
from gzgoals.core.table import Indicator, Project

_TELLING = 5
_MAY_TELL = re.compile(r"\d[\d,.，．]{4}")

Numbers = tuple[tuple[Decimal, str], ...]


class Facts(NamedTuple):
    """What a project is compared by; `total` in 万元, the keys without blanks.

    `shown` is the name as it is written; `objective` is empty where none is written or it is waived; `indicators` is a
    digest of all their texts, empty where there are none.
    `bare` are telling numbers that its targets have without a measure, each with the indicator's id; `measured` such
    numbers with a measure, each with the target as printed.
    """

    total: Decimal
    may_be_yuan: bool
    shown: str
    name: str
    objective: str
    indicators: bytes
    bare: Numbers
    measured: Numbers


def facts_of(project: Project) -> Facts:
    """Return what a project is compared by."""
    texts = [_texts(each) for each in project.indicators]
    together = "\0".join(chain.from_iterable(texts))
    bare, measured = _numbers(project.indicators, texts) if _MAY_TELL.search(together) else ((), ())
    total = project.funding.total
    is_none = is_unwritten(project.objective) or is_waived(project.objective)
    objective = "" if is_none else name_key(project.objective)
    digest = _digest(together) if texts else b""
    return Facts(total, may_be_yuan(total), project.name, name_key(project.name), objective, digest, bare, measured)


def is_telling(number: str) -> bool:
    """Tell whether a number is so particular that it means the same thing wherever it stands (`11733.38`)."""
    return len(number.replace(",", "").replace(".", "").strip("+-0")) >= _TELLING


def _texts(indicator: Indicator) -> tuple[str, str, str, str]:
    """Return the texts of an indicator, the targets' as printed."""
    cycle, annual = indicator.cycle, indicator.annual
    text = cycle.operator + cycle.value + cycle.measure
    same = annual is cycle
    return (
        indicator.category,
        indicator.name,
        text,
        text if same else annual.operator + annual.value + annual.measure,
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _numbers(indicators: Sequence[Indicator], texts: Sequence[tuple[str, ...]]) -> tuple[Numbers, Numbers]:
    bare: dict[tuple[Decimal, str], None] = {}
    measured: dict[tuple[Decimal, str], None] = {}
    for indicator, (_, _, cycle, annual) in zip(indicators, texts, strict=True):
        for text in (cycle,) if cycle == annual else (cycle, annual):
            if len(text) < _TELLING or not _MAY_TELL.search(text):
                continue
            reading = read(indicator.cycle if text is cycle else indicator.annual)
            if is_telling(reading.number):
                if reading.measure:
                    measured[reading.low, reading.text] = None
                else:
                    bare[reading.low, indicator.id] = None
    return tuple(bare), tuple(measured)
