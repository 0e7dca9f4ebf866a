"""Every way in which a disk can refuse a save, one after another: is the former file intact, and the work still there?

    python -m evidence.torture_saves

Run from `tests`, on Linux with a C compiler. Each call of a save that writes (open, write, fsync, chmod, link, rename,
unlink) is made to fail in turn, once alone and once with all that follow, with EIO, ENOSPC and EACCES. As root also: a
full disk of 64 KiB and a disk that is mounted to be read only.
"""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from evidence.invented import invented_table
from gzgoals.core.files import parse_table, table_bytes

_HERE = Path(__file__).parent
_ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)


class Outcome(Counter[str]):
    """How many saves were tried and what became of them."""


def main() -> None:
    """Try all faults and print what became of the files."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        shim = Path(name) / "faults.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, _HERE / "faults.c", "-ldl"], check=True)
        for stays in (False, True):
            for number in _ERRORS:
                calls = _refused(Path(name), shim, number, stays=stays, outcome=outcome)
        if os.geteuid() == 0:
            _mounted(Path(name), "size=64k", outcome, fill=True)
            _mounted(Path(name), "size=8m", outcome, read_only=True)
    print(f"calls that write in one save    {calls}")
    print(f"saves with a fault              {outcome['tried']}")
    print(f"told as failed, file as before  {outcome['before']}")
    print(f"saved in spite of the fault     {outcome['after']}")
    print(f"files broken                    {outcome['broken']}")
    print(f"work lost from the window       {outcome['lost']}")
    print(f"files left behind               {outcome['left']}")
    print(f"failures without a sentence     {outcome['silent']}")


def _refused(home: Path, shim: Path, number: int, *, stays: bool, outcome: Outcome) -> int:
    """Let each writing call fail in turn; return how many there are."""
    counted = home / "count"
    at, calls = 1, 1
    while at <= calls:
        folder = Path(tempfile.mkdtemp(dir=home))
        faults = {
            "LD_PRELOAD": str(shim), "FAULT_FOLDER": str(folder), "FAULT_AT": str(at), "FAULT_ERRNO": str(number),
            "FAULT_COUNT": str(counted),
        }  # fmt: skip
        _try(folder, faults | ({"FAULT_STAYS": "1"} if stays else {}), outcome, leaves=stays)
        calls = max(calls, int(counted.read_text()))
        at += 1
    return calls


def _mounted(home: Path, options: str, outcome: Outcome, *, fill: bool = False, read_only: bool = False) -> None:
    folder = Path(tempfile.mkdtemp(dir=home))
    with _disk(folder, options):
        before = _prepare(folder)
        if fill:
            with (folder / "filling").open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    file.write(b"x" * 512)
        if read_only:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        _judge(folder, before, _save(folder, {}), outcome, leaves=False)


@contextmanager
def _disk(folder: Path, options: str) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "gzgoals-torture", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def _try(folder: Path, faults: dict[str, str], outcome: Outcome, *, leaves: bool) -> None:
    before = _prepare(folder)
    _judge(folder, before, _save(folder, faults), outcome, leaves=leaves)


def _prepare(folder: Path) -> bytes:
    before = table_bytes(invented_table(5))
    (folder / "表.gzgoals").write_bytes(before)
    return before


def _save(folder: Path, faults: dict[str, str]) -> str:
    environment = os.environ | {"GZGOALS_DATA": str(folder.parent / "data"), "QT_QPA_PLATFORM": "offscreen"} | faults
    done = subprocess.run(
        [sys.executable, _HERE / "save_once.py", folder / "表.gzgoals"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout


def _judge(folder: Path, before: bytes, said: str, outcome: Outcome, *, leaves: bool) -> None:
    """Count what became of a save; a disk that refuses everything from then on cannot remove what is left either."""
    outcome["tried"] += 1
    after = (folder / "表.gzgoals").read_bytes()
    if not said:
        outcome["lost"] += 1
        return
    told = json.loads(said)
    if after == before:
        outcome["before"] += not told["saved"]
        outcome["silent"] += bool(told["saved"])
    elif parse_table(after, "表").units[0].projects[0].name == "改过的名称":
        outcome["after"] += 1
    else:
        outcome["broken"] += 1
    outcome["lost"] += not told["kept"] or not (told["saved"] or told["modified"])
    known = {"表.gzgoals", "表.gzgoals.bak", "filling"}
    outcome["left"] += 0 if leaves else sum(each.name not in known for each in folder.iterdir())


if __name__ == "__main__":
    main()
