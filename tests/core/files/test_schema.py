"""The shipped JSON Schema is the one that the values themselves give."""

import json

from gzgoals.core.files import CURRENT_VERSION, SCHEMA_NAME, table_schema
from gzgoals.core.resources import resource


def test_the_shipped_schema_is_current() -> None:
    shipped = json.loads(resource(SCHEMA_NAME).read_text(encoding="utf-8"))
    assert shipped == table_schema(), "run `make schema`"


def test_the_schema_names_format_and_version() -> None:
    properties = table_schema()["properties"]
    assert properties["format"]["const"] == "gzgoals"
    assert properties["version"]["const"] == CURRENT_VERSION


def test_the_schema_leaves_room_for_keys_of_a_newer_program() -> None:
    text = json.dumps(table_schema())
    assert "additionalProperties" not in text
    assert '"newer"' not in text


def test_amounts_are_text_in_the_schema() -> None:
    assert table_schema()["$defs"]["Funding"]["properties"]["other"] == {"type": "string", "default": "0.00"}
