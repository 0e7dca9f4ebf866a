"""Writes the JSON Schema of the file format into the resources, from the values themselves."""

import json
from pathlib import Path

from gzgoals.core.files import SCHEMA_NAME, table_schema

RESOURCES = Path(__file__).parents[1] / "resources"

if __name__ == "__main__":
    text = json.dumps(table_schema(), ensure_ascii=False, indent=2)
    (RESOURCES / SCHEMA_NAME).write_text(f"{text}\n", encoding="utf-8", newline="\n")
