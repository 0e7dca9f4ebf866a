"""A window killed at random moments while somebody types and saves: are files whole, and how much typing is lost?

    python -m evidence.torture_kills [KILLS]

Run from `tests`. Each round starts the real window on one file (`typist`), lets it type for a random time, kills it
with SIGKILL, reads the file, and asks for the lost work as the next start would. Two windows are at it at a time.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from evidence.invented import invented_table
from gzgoals.core.files import parse_table, table_bytes

_PARALLEL = 2
_LONGEST = 1.6
"""Seconds of typing before the latest kill."""

_ASK = """
import sys
from pathlib import Path
from gzgoals.core.files.lost import lost_work
for lost in lost_work():
    print(lost.table.units[0].projects[0].name, lost.whole, sep="|")
    lost.drop()
"""


@dataclass
class Outcome:
    """What became of one window: whether its file is whole, and how old in seconds the oldest lost key was."""

    whole: bool
    keys: int
    lost_keys: int
    lost_seconds: float
    readable: bool


def main(arguments: list[str]) -> None:
    """Kill windows and print what was lost."""
    kills = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(_PARALLEL) as pool:
        outcomes = list(pool.map(lambda number: _killed(Path(name) / str(number), number), range(kills)))
    lost = [outcome.lost_seconds for outcome in outcomes]
    print(f"windows killed                    {len(outcomes)}")
    print(f"keys struck before                {sum(outcome.keys for outcome in outcomes)}")
    print(f"files broken                      {sum(not outcome.whole for outcome in outcomes)}")
    print(f"journals that could not be read   {sum(not outcome.readable for outcome in outcomes)}")
    print(f"keys lost, most in one window     {max(outcome.lost_keys for outcome in outcomes)}")
    print(f"oldest lost key, seconds          {max(lost):.2f}")
    print(f"windows that lost over a second   {sum(seconds > 1 for seconds in lost)}")


def _killed(home: Path, seed: int) -> Outcome:
    home.mkdir()
    path = home / "表.gzgoals"
    path.write_bytes(table_bytes(invented_table(17)))
    environment = os.environ | {
        "GZGOALS_DATA": str(home / "data"), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    window = subprocess.Popen(
        [sys.executable, "-m", "evidence.typist", path],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
    )  # fmt: skip
    assert window.stdout is not None
    window.stdout.readline()  # ready
    time.sleep(random.Random(seed).uniform(0.02, _LONGEST))
    window.send_signal(signal.SIGKILL)
    killed = time.time()
    said, _ = window.communicate()
    keys = [(int(number), float(at)) for number, _, at in (line.partition(" ") for line in said.splitlines()) if at]
    try:
        saved = parse_table(path.read_bytes(), path.name).units[0].projects[0].name
    except Exception:  # noqa: BLE001  # whatever it is, it is counted
        return Outcome(whole=False, keys=len(keys), lost_keys=len(keys), lost_seconds=0.0, readable=False)
    asked = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, env=environment, check=False)
    last = max(_last_number(saved), *(_last_number(line.partition("|")[0]) for line in asked.stdout.splitlines()), 0)
    lost = [at for number, at in keys if number > last]
    return Outcome(
        whole=True,
        keys=len(keys),
        lost_keys=len(lost),
        lost_seconds=killed - lost[0] if lost else 0.0,
        readable=asked.returncode == 0 and "|False" not in asked.stdout,
    )


def _last_number(name: str) -> int:
    """Return the number that was typed last into a name."""
    numbers = [part for part in name.split(",") if part.isdecimal()]
    return int(numbers[-1]) if numbers else 0


if __name__ == "__main__":
    main(sys.argv[1:])
