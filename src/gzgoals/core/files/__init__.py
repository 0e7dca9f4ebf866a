"""Files: the `.gzgoals` format read and written, its schema, its upgrades, and the one atomic way to replace a file."""

from gzgoals.core.files.atomic import FORMER_SUFFIX, replace_file
from gzgoals.core.files.document import CURRENT_VERSION, SUFFIX, SUFFIXES
from gzgoals.core.files.identity import with_unique_ids
from gzgoals.core.files.reading import parse_table, read_file, read_table
from gzgoals.core.files.schema import SCHEMA_NAME, table_schema
from gzgoals.core.files.stamp import Stamp, stamp_of, stamp_of_bytes
from gzgoals.core.files.upgrades import upgraded
from gzgoals.core.files.writing import table_bytes, write_table

__all__ = [
    "CURRENT_VERSION",
    "FORMER_SUFFIX",
    "SCHEMA_NAME",
    "SUFFIX",
    "SUFFIXES",
    "Stamp",
    "parse_table",
    "read_file",
    "read_table",
    "replace_file",
    "stamp_of",
    "stamp_of_bytes",
    "table_bytes",
    "table_schema",
    "upgraded",
    "with_unique_ids",
    "write_table",
]
