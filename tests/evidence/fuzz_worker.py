"""The fuzzer's long-lived process: changes files of the corpus, has them read, and tells what came of each."""

import random
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from evidence.corpus import corpus
from evidence.mutations import mutated
from gzgoals.core.checks import check, report_text
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import write_text
from gzgoals.core.exchange.pdf.pictures import page_picture, page_sizes
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.files import parse_table, table_bytes
from gzgoals.core.table import GoalTable
from gzgoals.core.worker import limit_process

NAME = "甲"
"""What each file is called; a sentence must name it."""

TABLE, SENTENCE, TRACEBACK, CRASH, HANG = "tables read", "sentences", "tracebacks", "crashes", "hangs"

_SHARES = {"gzgoals": 5, "txt": 4, "pdf": 3, "drawn": 1, "xlsx": 2, "xls": 2, "ods": 2, "docx": 2, "html": 1, "xml": 1}
READERS = tuple(_SHARES)
TURNS = tuple(reader for reader, share in _SHARES.items() for _ in range(share))
_MOST_GROWN = 100
_GROWING = 0.05
_DRAWN = 0.25


class Outcome(NamedTuple):
    """What came of an input: of which reader, one of the words above, and the traceback with the input, if any."""

    reader: str
    word: str
    detail: str = ""
    data: bytes = b""


def work(there: "Connection[Outcome, object]", first: int, last: int, current: Path) -> None:
    """Try the inputs from `first` up to `last`, each of which stands in the file `current` while it is tried."""
    files = corpus()
    grown: dict[str, list[bytes]] = {kind: [] for kind in files}
    limit_process()
    for number in range(first, last):
        chance = random.Random(number)
        reader = TURNS[number % len(TURNS)]
        kind = "pdf" if reader == "drawn" else reader
        whole = chance.choice(files[kind] if not grown[kind] or chance.random() < 0.7 else grown[kind])
        data = mutated(whole, kind, chance)
        current.write_bytes(data)
        outcome = tried(reader, data)
        if outcome.word == TABLE and chance.random() < _GROWING:
            grown[kind] = [*grown[kind], data][-_MOST_GROWN:]
        there.send(outcome._replace(data=data) if outcome.detail else outcome)


def tried(reader: str, data: bytes) -> Outcome:
    """Have an input read, and what was read used."""
    try:
        table = _READ.get(reader, _read)(data)
        if table:
            _use(table)
    except GzgoalsError as error:
        said = str(error)
        if "\n" not in said and said.endswith("。") and (f"“{NAME}”" in said or reader == "drawn"):
            return Outcome(reader, SENTENCE)
        return Outcome(reader, TRACEBACK, f"no sentence: {said!r}")
    except (MemoryError, RecursionError):
        if reader != "gzgoals":  # the process that reads foreign files says so in a sentence
            return Outcome(reader, SENTENCE)
        return Outcome(reader, TRACEBACK, traceback.format_exc())
    except BaseException:  # noqa: BLE001  # what the Rust part of a library raises is no Exception
        return Outcome(reader, TRACEBACK, traceback.format_exc())
    return Outcome(reader, TABLE)


def _read(data: bytes) -> GoalTable:
    return read_source(data, NAME).table


def _draw(data: bytes) -> None:
    sizes = page_sizes(data, NAME)
    for page in range(1, min(len(sizes), 3) + 1):
        page_picture(data, page, _DRAWN)


_READ: dict[str, Callable[[bytes], GoalTable | None]] = {
    "gzgoals": lambda data: parse_table(data, NAME),
    "drawn": _draw,
}


def _use(table: GoalTable) -> None:
    """Do with a table what every command does; it must read back the same from its own file."""
    again = parse_table(table_bytes(table), NAME)
    if again != table:
        raise AssertionError("the table is another one when it is saved and opened again")
    report_text(table, check(table))
    write_text(table).encode()
