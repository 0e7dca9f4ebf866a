"""Prints invented tables with several programs, reads them back, and tells how many fields came back right.

Of those that did not it tells how many the import itself names as doubtful, for the officer to look at.

    python -m evidence.accuracy [SIZE]...

Run from `tests`; the sizes are numbers of projects, 17, 40 and 300 without any.
"""

import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from PySide6.QtGui import QGuiApplication

from evidence.invented import invented_table
from evidence.producers import LOOKS, PRODUCERS
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.table import GoalTable

_SIZES = (17, 40, 300)
_WITHOUT_IDS = {"id", "newer"}


def main(arguments: list[str]) -> None:
    """Print a line for each producer, look and size, and the sum."""
    application = QGuiApplication.instance() or QGuiApplication([])
    sizes = [int(size) for size in arguments] or list(_SIZES)
    total = Counter[str]()
    for producer, print_pdf in PRODUCERS.items():
        for name, look in LOOKS.items():
            for size in sizes:
                table = invented_table(size)
                count = compared(table, print_pdf(table, look))
                total += count
                print(f"{producer:12} {size:4} projects  {_words(count)}  {name}", flush=True)
    share = 100 * total["right"] / total["fields"]
    print(f"in all {_words(total)} ({share:.2f} %); {total['wrong']} wrong without a word")
    del application


def _words(count: Counter[str]) -> str:
    return f"{count['right']:5} of {count['fields']:5} fields right, {count['doubted']:3} named as doubtful"


def compared(table: GoalTable, pdf: bytes) -> Counter[str]:
    """Return how many `fields` there are and how many came back `right`, wrong but `doubted`, and `wrong`.

    What was not read at all has none right.
    """
    wanted = list(_fields(dataclasses.asdict(table)))
    try:
        draft = read_source(pdf, "表.pdf")
    except BadFileError:
        return Counter(fields=len(wanted), wrong=len(wanted))
    read = list(_fields(dataclasses.asdict(draft.table)))
    doubted = _doubted(draft)
    count = Counter(fields=max(len(wanted), len(read)))
    for want, got in zip_longest(wanted, read):
        count["right" if want == got else "doubted" if got and got[0] in doubted else "wrong"] += 1
    return count


def _doubted(draft: Draft) -> set[str]:
    """Return the paths of the projects' fields that a doubt names."""
    projects = {
        project.id: f".units[{number}].projects[{row}]"
        for number, unit in enumerate(draft.table.units)
        for row, project in enumerate(unit.projects)
    }
    return {f"{projects[each.place.project]}.{each.place.field}" for each in draft.doubts if each.place.project}


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
