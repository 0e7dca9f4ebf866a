"""What a reading process may be given to do in tests: it must be found by its name there too."""

import os
import threading

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.table import GoalTable


def count_pages(data: bytes, _source: str, year: int | None, report: Report) -> Draft:
    for page in range(1, len(data) + 1):
        report(page, len(data))
    return Draft(GoalTable(year=year or 2026, department=data.decode()))


def length(data: bytes, _source: str, _year: int | None, _report: Report) -> Draft:
    return Draft(GoalTable(year=2026, department=str(len(data))))


def refuse(_data: bytes, source: str, _year: int | None, _report: Report) -> Draft:
    raise BadFileError(f"“{source}”不是绩效目标表。")


def cry(_data: bytes, _source: str, _year: int | None, _report: Report) -> Draft:
    os.write(2, b"thread 'main' panicked\n")
    raise ValueError("a fault of the reader")


def fall(_data: bytes, _source: str, _year: int | None, _report: Report) -> Draft:
    os._exit(3)


def eat(_data: bytes, _source: str, _year: int | None, _report: Report) -> Draft:
    return Draft(GoalTable(year=2026, department=str(len(bytearray(4 << 30)))))


def dream(_data: bytes, _source: str, _year: int | None, _report: Report) -> Draft:
    threading.Event().wait()
    return Draft(GoalTable(year=2026))


def count_for_ever(_data: bytes, _source: str, _year: int | None, report: Report) -> Draft:
    while True:
        report(1, 2)


def announce(_data: bytes, _source: str, _year: int | None, report: Report) -> Draft:
    report(0, 1_000_000)
    return Draft(GoalTable(year=2026))
