"""Two processes that open and save one file in turn, as fast as they can: is any save lost without being noticed?

    python -m evidence.torture_two [SAVES]

Run from `tests`. Each save adds one to a number in the file's first project. A save that is refused, for the file is
not what was read, is tried again from a fresh reading. In the end the number must be the count of all saves done.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from evidence.invented import invented_table
from gzgoals.core.edits import put_value
from gzgoals.core.errors import ChangedOnDiskError
from gzgoals.core.files import parse_table, stamp_of_bytes, table_bytes, write_table
from gzgoals.core.table import Place


def main(arguments: list[str]) -> None:
    """Let two processes save, and print what became of their saves."""
    if len(arguments) == 2:
        _save(Path(arguments[0]), int(arguments[1]))
        return
    saves = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "表.gzgoals"
        table = invented_table(2)
        place = Place(table.units[0].id, table.units[0].projects[0].id, field="name")
        path.write_bytes(table_bytes(put_value(table, place, "0")))
        command = [sys.executable, "-m", "evidence.torture_two", str(path), str(saves // 2)]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        said = [process.communicate()[0].split() for process in both]
        done, refused = (sum(int(each[number]) for each in said) for number in range(2))
        last = int(parse_table(path.read_bytes(), "").units[0].projects[0].name)
        left = sorted(each.name for each in path.parent.iterdir() if each.name not in {path.name, f"{path.name}.bak"})
    print(f"saves that went through           {done}")
    print(f"saves refused and told            {refused}")
    print(f"saves lost unnoticed              {done - last}")
    print(f"files left behind                 {len(left)}")


def _save(path: Path, saves: int) -> None:
    done = refused = 0
    while done < saves:
        data = path.read_bytes()
        table = parse_table(data, "")
        project = table.units[0].projects[0]
        place = Place(table.units[0].id, project.id, field="name")
        try:
            write_table(path, put_value(table, place, str(int(project.name) + 1)), stamp_of_bytes(data))
        except ChangedOnDiskError:
            refused += 1
        else:
            done += 1
    print(done, refused)


if __name__ == "__main__":
    main(sys.argv[1:])
