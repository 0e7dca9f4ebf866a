"""Files of all kinds, changed at random, are read: into a table or to a sentence, and never to anything else.

    python -m evidence.fuzz [COUNT [FIRST]]

Run from `tests`; COUNT inputs (100,000 without any) are tried, numbered from FIRST. What a reader falls over is kept
in `build/fuzz/failures`.
"""

import multiprocessing
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from evidence.corpus import FOLDER, corpus
from evidence.fuzz_worker import CRASH, HANG, READERS, SENTENCE, TABLE, TRACEBACK, TURNS, Outcome, work

_COUNT = 100_000
_PATIENCE = 10.0
"""Seconds that one input may take."""

_LIFE = 2_000
"""Inputs after which a process gives way to a fresh one."""

_STARTING = 120.0
_WORDS = (TABLE, SENTENCE, CRASH, HANG, TRACEBACK)
_BAD = (CRASH, HANG, TRACEBACK)
_KEPT = 5


def main(arguments: list[str]) -> int:
    """Try the inputs and print the table of what came of them; 1 if anything came but tables and sentences."""
    count = int(arguments[0]) if arguments else _COUNT
    first = int(arguments[1]) if len(arguments) > 1 else 0
    files = corpus()
    begun = time.monotonic()
    tally: Counter[tuple[str, str]] = Counter()
    faults: Counter[str] = Counter()
    for done, outcome in enumerate(_outcomes(first, first + count), 1):
        tally[outcome.reader, outcome.word] += 1
        if outcome.word in _BAD:
            fault = _fault(outcome)
            faults[fault] += 1
            if faults[fault] <= _KEPT:
                _keep(outcome, fault, faults[fault])
        if done % _LIFE == 0:
            bad = sum(tally[key] for key in tally if key[1] in _BAD)
            print(f"{done:7} of {count}, {bad} bad, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print(f"{count} inputs from {sum(map(len, files.values()))} files in {(time.monotonic() - begun) / 60:.0f} min\n")
    _print_table(tally)
    for fault, times in faults.most_common():
        print(f"\n{times} x {fault}")
    return 1 if faults else 0


def _outcomes(first: int, last: int) -> Iterator[Outcome]:
    """Yield what came of each input."""
    while first < last:
        end = min(first + _LIFE, last)
        for outcome in _life(first, end):
            yield outcome
            first += 1


def _life(first: int, last: int) -> Iterator[Outcome]:
    """Let one process try inputs until the last one, or until one is the end of it."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    current = FOLDER / f"current-{multiprocessing.current_process().pid}"
    current.write_bytes(b"")
    process = context.Process(target=work, args=(there, first, last, current), daemon=True)
    process.start()
    there.close()
    bad = ""
    try:
        for number in range(first, last):
            if not here.poll(_STARTING if number == first else _PATIENCE):
                bad = HANG
                break
            yield here.recv()
    except (EOFError, OSError):
        bad = CRASH
    process.join(_STARTING if bad == CRASH else 0)
    process.kill()
    process.join()
    if bad:
        yield Outcome(TURNS[number % len(TURNS)], bad, f"exit code {process.exitcode}", current.read_bytes())


def _fault(outcome: Outcome) -> str:
    """Return one line that is the same for the same fault: where it was raised and what."""
    places = re.findall(r'File ".*/(?:src|tests)/(.+?)", line (\d+)', outcome.detail)
    where = ":".join(places[-1]) if places else ""
    last = outcome.detail.strip().rpartition("\n")[2]
    return f"{outcome.reader} {outcome.word} {where} {re.sub(r'[0-9]+', '0', last)[:160]}"


def _keep(outcome: Outcome, fault: str, number: int) -> None:
    folder = FOLDER / "failures" / re.sub(r"[^\w.-]+", "_", fault)[:100]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        Path(folder, f"{number}.{outcome.reader}").write_bytes(outcome.data)
        Path(folder, f"{number}.txt").write_text(outcome.detail, encoding="utf-8", errors="backslashreplace")


def _print_table(tally: Counter[tuple[str, str]]) -> None:
    print(f"| reader | inputs | {' | '.join(_WORDS)} |\n|---|{'---|' * (len(_WORDS) + 1)}")
    for reader in (*READERS, ""):
        counts = [sum(tally[key] for key in tally if key[1] == word and reader in {key[0], ""}) for word in _WORDS]
        cells = " | ".join(f"{number:,}" for number in (sum(counts), *counts))
        print(f"| {reader or 'in all'} | {cells} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
