"""The document in a `.gzgoals` file: the format's name and version, then the table's fields in their written order."""

import dataclasses
from typing import Final, Literal

from pydantic import Field

from gzgoals.core.table import Explanation, GoalTable, LastYear, Stated, Unit, frozen

FORMAT: Final = "gzgoals"

CURRENT_VERSION: Final = 1
"""The version of the format that this program writes."""

SUFFIX = ".gzgoals"

SUFFIXES = (SUFFIX, ".json")
"""The suffixes under which a table in this format is accepted."""


@frozen
class Document:
    """What a `.gzgoals` file holds, its keys in the order of these fields."""

    format: Literal["gzgoals"]
    version: Literal[1]
    year: int = Field(ge=1900, le=9999)
    scheme: str = "2015"
    department: str = ""
    units: tuple[Unit, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    hints_off: tuple[str, ...] | None = None
    stated: Stated | None = None
    last_year: LastYear | None = None
    newer: str = Field(default="", exclude=True, repr=False)


_SHARED = tuple(field.name for field in dataclasses.fields(GoalTable))


def document_of(table: GoalTable) -> Document:
    """Return the document that holds `table`."""
    shared = {name: getattr(table, name) for name in _SHARED}
    shared["hints_off"] = table.hints_off or None  # a key that says nothing is not written
    return Document(format=FORMAT, version=CURRENT_VERSION, **shared)


def table_of(document: Document) -> GoalTable:
    """Return the table that `document` holds."""
    shared = {name: getattr(document, name) for name in _SHARED}
    return GoalTable(**shared | {"hints_off": document.hints_off or ()})
