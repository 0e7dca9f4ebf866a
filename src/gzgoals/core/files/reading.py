"""Reading a `.gzgoals` file: bytes to a table, quickly when all is as it should be, with a clear sentence when not."""

import json
import math
import stat
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from gzgoals.core.collection import collection_paused
from gzgoals.core.errors import BadFileError, FileTroubleError, NewerFileError
from gzgoals.core.files.complaints import WAY_OUT, field_complaint, syntax_complaint
from gzgoals.core.files.document import CURRENT_VERSION, FORMAT, Document, table_of
from gzgoals.core.files.identity import with_unique_ids
from gzgoals.core.files.newer import holds_newer, lifted
from gzgoals.core.files.pieces import Report, table_in_pieces
from gzgoals.core.files.upgrades import STEPS, upgraded
from gzgoals.core.table import GoalTable, Stated

_DOCUMENT = TypeAdapter(Document)
_BOM = b"\xef\xbb\xbf"
_LARGEST = 512 * 1024 * 1024
"""Bytes; a table of 100,000 indicators has a tenth of this."""
_LARGEST_OWN = 128 * 1024 * 1024
_MOST_VALUES = 6_000_000
"""Values in an own file; a table of 100,000 indicators with its year before has half of these, each takes memory."""
_WIDEST_AMOUNT = 20
"""Powers of ten beyond which an amount is no sum of money and could fill the memory when spelled out."""


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that is to be opened.

    Raises `FileTroubleError` when the system refuses, and `BadFileError` for what is no file or is far too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise BadFileError(f"“{path}”不是普通文件，请指定一个文件。")
        if status.st_size > _LARGEST:
            raise BadFileError(f"“{path}”超过 {_LARGEST >> 20} MB，不像是绩效目标表，请核对文件。")
        return path.read_bytes()
    except OSError as error:
        raise FileTroubleError.of(error, path, "打开") from error
    except ValueError as error:  # a path with the character NUL
        raise FileTroubleError(f"无法打开“{path}”：文件名中有不能用的字符，请改名后重试。") from error


def read_table(path: Path) -> GoalTable:
    """Return the table in the `.gzgoals` file at `path`.

    Raises `FileTroubleError`, `BadFileError` or `NewerFileError`.
    """
    return parse_table(read_file(path), str(path))


def parse_table(data: bytes, source: str, report: Report | None = None) -> GoalTable:
    """Return the table that the bytes of a `.gzgoals` file hold; `source` is the file's name for messages.

    A byte order mark, absent ids and absent optional keys are tolerated; an id that occurs again is given anew.
    Keys that this program does not know are kept in the `newer` of the value they belong to. An older version is
    brought up to date in memory. With a `report`, which is told how many of how many projects are read, other threads
    have their turn meanwhile. Raises `BadFileError`, or `NewerFileError` for a version not known yet.
    """
    _refuse_absurd_sizes(data, source)
    data = data.removeprefix(_BOM)
    with collection_paused():
        try:
            pieces = table_in_pieces(data, report) if report else None
            table = pieces or table_of(_DOCUMENT.validate_json(data))
        except ValidationError as error:
            table = _read_with_care(data, source, error)
        else:
            # Here `newer` is a key of the file itself, to be kept like any other key that is not known.
            table = _read_with_care(data, source) if holds_newer(table) else table
        _refuse_absurd_amounts(table, source)
        return with_unique_ids(table)


def _read_with_care(data: bytes, source: str, error: ValidationError | None = None) -> GoalTable:
    """Read what is not exactly a document of the current version: other keys, an older version, or a bad file."""
    if error and (details := error.errors(include_url=False, include_input=False))[0]["type"] == "json_invalid":
        raise BadFileError(syntax_complaint(data, source, details[0]["ctx"]["error"])) from error
    try:
        fields = json.loads(data, parse_constant=_finite, parse_float=_finite)
    except ValueError as fault:
        raise BadFileError(syntax_complaint(data, source, str(fault))) from fault
    _refuse_other_formats(fields, source)
    fields = lifted(upgraded(fields, STEPS, CURRENT_VERSION), Document)
    try:
        return table_of(_DOCUMENT.validate_json(to_json(fields)))
    except ValidationError as fault:
        raise BadFileError(field_complaint(fault, source)) from fault


def _finite(text: str) -> float:
    """Read a number of a file; what is none (`NaN`) or not finite (`1e999`) could not be written back."""
    if math.isfinite(number := float(text)):
        return number
    raise ValueError(f"{text} is no number of JSON")


def _refuse_other_formats(fields: Any, source: str) -> None:
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise BadFileError(f"“{source}”不是本程序保存的绩效目标表，请选择 .gzgoals 文件。")
    version = fields.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadFileError(f"“{source}”的文件版本无法识别。{WAY_OUT}")
    if version > CURRENT_VERSION:
        raise NewerFileError(f"“{source}”由更新版本的程序保存，请先升级本程序再打开。")


def _refuse_absurd_sizes(data: bytes, source: str) -> None:
    """Refuse what would fill the memory before it is parsed: this is done in the program itself."""
    if len(data) > _LARGEST_OWN or sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise BadFileError(f"“{source}”大得不像是绩效目标表，没有打开。{WAY_OUT}")


def _refuse_absurd_amounts(table: GoalTable, source: str) -> None:
    units = (*table.units, *(table.last_year.units if table.last_year else ()))
    stated = [row for row in (table.stated, *(unit.stated for unit in units)) if row]
    totals = [p.funding.stated_total for unit in units for p in unit.projects if p.funding.stated_total]
    if any(abs(amount.adjusted()) > _WIDEST_AMOUNT for amount in (*totals, *_amounts(stated))):
        raise BadFileError(f"“{source}”中原表的合计或总计不是可用的金额。{WAY_OUT}")


def _amounts(stated: list[Stated]) -> Iterator[Decimal]:
    for row in stated:
        yield from (row.total, row.appropriation, row.special_account, row.other)
