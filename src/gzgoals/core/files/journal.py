"""The journal of unsaved work: whatever ends the program, what was typed up to the last note can be had again.

One folder a session: `about.json` says whose work it is and names the two files of the present generation, the table as
it was when last saved (`base-N.gzgoals`) and a line for each note since (`notes-N.jsonl`), each with a checksum.
"""

import hashlib
import json
import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from gzgoals.core.files.delta import delta
from gzgoals.core.files.homes import private_folder, write_private
from gzgoals.core.files.stamp import Stamp
from gzgoals.core.files.system_lock import try_lock
from gzgoals.core.files.writing import table_pieces
from gzgoals.core.table import GoalTable

RECOVERY = "recovery"
ABOUT = "about.json"
HELD = "held"
_CHECKSUM = 16
_UNSUMMED = b"-" * _CHECKSUM
"""What stands in the place of the checksum until the line is written: no checksum looks like it."""
_AT_ONCE = 1 << 18
"""So many bytes are written at once: a note may be as long as a large table, and is never put together in memory."""


@dataclass(frozen=True, slots=True)
class About:
    """Whose unsaved work a journal keeps: the file (empty for a table without one), what it held, and since when.

    `stamp` is that of the file as it was opened or last saved; `since` is in ISO form, in UTC.
    """

    path: str
    name: str
    stamp: Stamp | None
    since: str
    generation: int = 0


class Journal:
    """The journal of one session. Every method raises `OSError` when the disk refuses, and can be tried again."""

    def __init__(self, table: GoalTable, path: Path | None, name: str, stamp: Stamp | None) -> None:
        home = private_folder(RECOVERY)
        self.folder = home / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        self.folder.mkdir(mode=0o700)
        try:
            self._held = os.open(self.folder / HELD, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            self.folder.rmdir()
            raise
        try_lock(self._held)
        self._noted = table
        self._end = 0
        since = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._begin_generation(table, About(str(path or ""), name, stamp, since, -1))
        except OSError:
            os.close(self._held)
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def note(self, table: GoalTable) -> None:
        """Note how the table differs from the one noted before, and see that it is on the disk."""
        if table is self._noted:
            return
        self._notes.seek(self._end)
        self._notes.truncate()  # what a note that failed has left
        self._write(_UNSUMMED + b" ")
        digest, waiting = hashlib.sha256(), bytearray()
        for piece in delta(self._noted, table):
            digest.update(piece)
            waiting += piece
            if len(waiting) >= _AT_ONCE:
                self._write(waiting)
                waiting = bytearray()
        self._write(waiting)
        self._notes.seek(self._end)
        self._write(_checksum(digest))
        end = self._notes.seek(0, os.SEEK_END) + 1
        self._write(b"\n")  # a line without an end is none, however far a fall let it come
        os.fsync(self._notes.fileno())
        self._end = end
        self._noted = table

    def _write(self, data: bytes | bytearray) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._notes.write(rest) :]

    def saved(self, table: GoalTable, path: Path, name: str, stamp: Stamp) -> None:
        """Begin anew after `table` has been saved: its file holds it now. A fall in between loses nothing."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        about = replace(self._about, path=str(path), name=name, stamp=stamp, since=since)
        former, notes = self._about.generation, self._notes
        self._begin_generation(table, about)
        notes.close()
        for each in files_of(self.folder, former):
            with suppress(OSError):
                each.unlink()

    def end(self) -> None:
        """Forget the work, as when it is saved or given up and the table is closed."""
        self._notes.close()
        os.close(self._held)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _begin_generation(self, table: GoalTable, about: About) -> None:
        about = replace(about, generation=about.generation + 1)
        base, notes = files_of(self.folder, about.generation)
        for left in (base, notes):  # of a generation that was begun and not finished
            left.unlink(missing_ok=True)
        write_private(base, table_pieces(table))
        write_private(notes, ())
        fresh = self.folder / f"{ABOUT}.new"
        fresh.unlink(missing_ok=True)
        write_private(fresh, (json.dumps(asdict(about), ensure_ascii=False).encode(),))
        fresh.replace(self.folder / ABOUT)
        self._notes = notes.open("r+b", buffering=0)
        self._end = 0
        self._about = about
        self._noted = table


def files_of(folder: Path, generation: int) -> tuple[Path, Path]:
    """Return the base and the notes of a generation."""
    return folder / f"base-{generation}.gzgoals", folder / f"notes-{generation}.jsonl"


def checksum(line: bytes) -> bytes:
    """Return what stands before a line of notes, so that a torn one is known."""
    return _checksum(hashlib.sha256(line))


def _checksum(digest: "hashlib._Hash") -> bytes:
    return digest.hexdigest()[:_CHECKSUM].encode()
