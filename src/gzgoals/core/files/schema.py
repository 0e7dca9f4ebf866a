"""The JSON Schema of the file format, generated from the values themselves."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from gzgoals.core.files.document import CURRENT_VERSION, FORMAT, Document

SCHEMA_NAME = f"schema/{FORMAT}-{CURRENT_VERSION}.json"
"""The resource that ships the schema of the current version."""


class _FileSchema(GenerateJsonSchema):
    """The schema without what concerns the program alone: titles made of its names, its own `newer`."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        properties = {name: field for name, field in made["properties"].items() if name != "newer"}
        shown = {key: value for key, value in made.items() if key not in {"title", "additionalProperties"}}
        return {**shown, "properties": properties}


def table_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a `.gzgoals` file of the current version.

    Other keys than the listed ones are allowed everywhere: they may be a newer program's, and are kept.
    """
    schema = TypeAdapter(Document).json_schema(schema_generator=_FileSchema)
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": "项目支出绩效目标表", **schema}
