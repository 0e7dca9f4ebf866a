"""Keys that only a newer program knows: put away in a value's `newer` on reading, back in their place on writing."""

import dataclasses
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, cast, get_args, get_type_hints

from gzgoals.core.table import GoalTable, Unit, amount_text

_KEPT = "newer"


class _Shape(NamedTuple):
    """The keys that a class of values has in a file, and which of them hold values in their turn."""

    keys: frozenset[str]
    parts: dict[str, type]
    keeps_newer: bool


@cache
def _shape(kind: type[Any]) -> _Shape:
    parts = {}
    for name, hint in get_type_hints(kind).items():
        for candidate in (hint, *get_args(hint)):
            if isinstance(candidate, type) and dataclasses.is_dataclass(candidate):
                parts[name] = candidate
    names = frozenset(field.name for field in dataclasses.fields(kind))
    return _Shape(names - {_KEPT}, parts, _KEPT in names)


def holds_newer(table: GoalTable) -> bool:
    """Tell whether any value of `table` keeps something in `newer`."""
    last_year = table.last_year
    return bool(
        table.newer
        or any(explanation.newer for explanation in table.explanations)
        or _hold_newer(table.units)
        or (last_year and (last_year.newer or any(r.newer for r in last_year.reasons) or _hold_newer(last_year.units)))
    )


def _hold_newer(units: Iterable[Unit]) -> bool:
    return any(
        unit.newer
        or any(
            project.newer or project.funding.newer or any(indicator.newer for indicator in project.indicators)
            for project in unit.projects
        )
        for unit in units
    )


def lifted(data: dict[str, Any], kind: type) -> dict[str, Any]:
    """Return an object of a file with the keys that `kind` does not know moved, as JSON text, into `newer`.

    What stands in a part without a `newer` of its own, such as a target, is kept under the part's name.
    """
    known, unknown = _parted(data, kind)
    return {**known, _KEPT: json.dumps(unknown, ensure_ascii=False)} if unknown else known


def _parted(data: dict[str, Any], kind: type) -> tuple[dict[str, Any], dict[str, Any]]:
    shape = _shape(kind)
    known = {key: value for key, value in data.items() if key in shape.keys}
    unknown = {key: value for key, value in data.items() if key not in shape.keys}
    for name, part in shape.parts.items():
        inner = known.get(name)
        if isinstance(inner, list):
            known[name] = [lifted(item, part) if isinstance(item, dict) else item for item in inner]
        elif isinstance(inner, dict) and _shape(part).keeps_newer:
            known[name] = lifted(inner, part)
        elif isinstance(inner, dict):
            known[name], deeper = _parted(inner, part)
            if deeper:
                unknown[name] = deeper
    return known, unknown


def restored(data: dict[str, Any], value: Any) -> dict[str, Any]:
    """Return `data`, the keys of `value` as they are dumped, with the keys kept in `newer` at the end of each object.

    Amounts are spelled out, since a dump writes one of many decimals as `1E-7`.
    """
    kind: type = type(value)
    shape = _shape(kind)
    whole = {key: _restored_field(dumped, getattr(value, key)) for key, dumped in data.items()}
    for key, kept in json.loads(getattr(value, _KEPT, "") or "{}").items():
        if key not in shape.keys:
            whole[key] = kept
        elif isinstance(whole.get(key), dict):
            whole[key] = {**whole[key], **kept}
    return whole


def _restored_field(dumped: Any, value: Any) -> Any:
    if isinstance(value, Decimal):
        return amount_text(value)
    if isinstance(value, tuple):
        return [restored(item, part) for item, part in zip(cast("list[Any]", dumped), value, strict=True)]
    return restored(dumped, value) if dataclasses.is_dataclass(value) else dumped
