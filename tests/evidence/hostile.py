"""Files that were made to harm are opened by the program itself: what it says of each, after how long, in what memory.

    python -m evidence.hostile [NAME]...

Run from `tests`; with names only those files. The peak is that of the largest of the program's processes.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hostile_files import LARGE, SMALL

_LONGEST, _MOST = 10.0, 1 << 20
_COMMAND = (sys.executable, "-m", "gzgoals", "check")
_GIVEN_UP = 120


def main(arguments: list[str]) -> int:
    """Print a line for each file and the worst of all; 1 where one was not refused as it should be."""
    files = {**SMALL, **LARGE}
    wrong, slowest, largest = [], (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments or files:
            path = Path(folder, name)
            path.write_bytes(files[name]())
            code, said, seconds, peak = _opened(path)
            path.unlink()
            fine = code == 2 and said.count("\n") == 1 and seconds <= _LONGEST and peak <= _MOST
            wrong += [] if fine and not list(Path(folder).iterdir()) else [name]
            slowest, largest = max(slowest, (seconds, name)), max(largest, (peak, name))
            size = f"{peak >> 10:5} MiB"
            print(f"{'  ' if fine else '! '}{code:4} {seconds:6.2f} s {size}  {said.strip()}", flush=True)
    print(f"\n{len(arguments or files)} files, {len(wrong)} not refused as they should be: {'、'.join(wrong)}")
    print(f"the slowest took {slowest[0]:.1f} s ({slowest[1]}), the largest {largest[0] >> 10} MiB ({largest[1]})")
    return 1 if wrong else 0


def _opened(path: Path) -> tuple[int, str, float, int]:
    """Return exit code and words of the command, seconds, and KiB of the largest process."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([*_COMMAND, path.name], cwd=path.parent, stdout=out, stderr=out)
        code, peak = _waited(process.pid, begun)
        out.seek(0)
        return code, out.read().decode(errors="replace"), time.monotonic() - begun, peak


def _waited(pid: int, begun: float) -> tuple[int, int]:
    """Wait for the program, looking at the peaks of its processes."""
    peak = 0
    while True:
        peak = max(peak, *map(_peak, (pid, *_children(pid))))
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), peak
        if time.monotonic() - begun > _GIVEN_UP:
            os.kill(pid, 9)
        time.sleep(0.02)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
