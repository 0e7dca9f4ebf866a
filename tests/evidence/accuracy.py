"""Prints invented tables with several programs, reads them back, and tells how many fields came back right.

    python -m evidence.accuracy [SIZE]...

Run from `tests`; the sizes are numbers of projects, 17, 40 and 300 without any.
"""

import dataclasses
import sys
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from PySide6.QtGui import QGuiApplication

from evidence.invented import invented_table
from evidence.producers import LOOKS, PRODUCERS
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.table import GoalTable

_SIZES = (17, 40, 300)
_WITHOUT_IDS = {"id", "newer"}


def main(arguments: list[str]) -> None:
    """Print a line for each producer, look and size, and the sum."""
    application = QGuiApplication.instance() or QGuiApplication([])
    sizes = [int(size) for size in arguments] or list(_SIZES)
    all_right = all_fields = 0
    for producer, print_pdf in PRODUCERS.items():
        for name, look in LOOKS.items():
            for size in sizes:
                table = invented_table(size)
                right, fields = compared(table, print_pdf(table, look))
                all_right, all_fields = all_right + right, all_fields + fields
                print(f"{producer:12} {size:4} projects  {right:5} of {fields:5} fields right  {name}", flush=True)
    print(f"in all {all_right} of {all_fields} fields right ({100 * all_right / all_fields:.2f} %)")
    del application


def compared(table: GoalTable, pdf: bytes) -> tuple[int, int]:
    """Return how many fields came back right, of how many; what was not read at all has none right."""
    wanted = list(_fields(dataclasses.asdict(table)))
    try:
        read = list(_fields(dataclasses.asdict(read_source(pdf, "表.pdf").table)))
    except BadFileError:
        read = []
    return sum(want == got for want, got in zip_longest(wanted, read)), max(len(wanted), len(read))


def _fields(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _WITHOUT_IDS:
                yield from _fields(part, f"{path}.{name}")
    elif isinstance(value, (list, tuple)):
        yield f"{path}.count", len(value)
        for number, part in enumerate(value):
            yield from _fields(part, f"{path}[{number}]")
    else:
        yield path, value


if __name__ == "__main__":
    main(sys.argv[1:])
