"""What a table says, ids aside, for comparing one that was read with the one that was written."""

import dataclasses
from typing import Any

from gzgoals.core.table import GoalTable


def content(table: GoalTable) -> dict[str, Any]:
    """Return all fields of a table and of everything in it but the ids."""
    return {name: _without_ids(part) for name, part in dataclasses.asdict(table).items()}


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_ids(part) for name, part in value.items() if name != "id"}
    return [_without_ids(part) for part in value] if isinstance(value, (list, tuple)) else value
