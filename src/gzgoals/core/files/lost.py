"""Unsaved work of sessions that ended without their leave: found at the next start, offered, never deleted unasked."""

import json
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gzgoals.core.errors import BadFileError
from gzgoals.core.files.delta import with_delta
from gzgoals.core.files.homes import private_folder
from gzgoals.core.files.journal import ABOUT, HELD, RECOVERY, About, checksum, files_of
from gzgoals.core.files.reading import parse_table
from gzgoals.core.files.stamp import Stamp
from gzgoals.core.files.system_lock import try_lock
from gzgoals.core.table import GoalTable

_SET_ASIDE = "set-aside"
_KEPT_ASIDE = 50
_DAYS_ASIDE = 90
_DAY = 86_400


@dataclass(frozen=True)
class Lost:
    """What a session left: `base` is what its file held, `table` the work on it up to the last note.

    `whole` tells that every note could be read. It is held for this process until it is released or dropped.
    """

    folder: Path
    about: About
    base: GoalTable
    table: GoalTable
    whole: bool
    held: int

    def release(self) -> None:
        """Leave it for a later start."""
        os.close(self.held)

    def set_aside(self) -> None:
        """Move it to those that are kept for a while and not offered any more."""
        os.close(self.held)  # the system may move no folder with an open file in it
        set_aside(self.folder)

    def drop(self) -> None:
        """Remove it: the work goes on in another journal, or the user wants none of it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self.held)
        shutil.rmtree(self.folder, ignore_errors=True)  # where the system removes no open file


def lost_work() -> list[Lost]:
    """Return the unsaved work of all sessions that died, the latest first.

    What had nothing unsaved is removed; what cannot be read is set aside.
    """
    try:
        folders = sorted(private_folder(RECOVERY).iterdir(), reverse=True)
    except OSError:
        return []
    return [lost for folder in folders if (lost := _lost(folder))]


def _lost(folder: Path) -> Lost | None:
    try:
        held = os.open(folder / HELD, os.O_RDWR)
    except OSError:
        return None
    if try_lock(held) is False:
        os.close(held)
        return None
    try:
        lost = _read(folder, held)
    except (BadFileError, OSError, ValueError, TypeError, KeyError):
        os.close(held)
        set_aside(folder)
        return None
    if lost.table is lost.base and lost.whole and lost.about.stamp is not None:
        lost.drop()
        return None
    return lost


def _read(folder: Path, held: int) -> Lost:
    fields = json.loads((folder / ABOUT).read_bytes())
    stamp = Stamp(*fields["stamp"]) if fields["stamp"] else None
    about = About(**fields | {"stamp": stamp})
    base_path, notes_path = files_of(folder, about.generation)
    table = base = parse_table(base_path.read_bytes(), about.name)
    *lines, _ = notes_path.read_bytes().split(b"\n")
    for line in lines:
        mark, _, note = line.partition(b" ")
        try:
            table = with_delta(table, note if mark == checksum(note) else b"")
        except BadFileError:
            return Lost(folder, about, base, table, whole=False, held=held)
    return Lost(folder, about, base, table, whole=True, held=held)


def set_aside(folder: Path) -> None:
    """Move a session's folder to those that are kept for a while and not offered any more."""
    with suppress(OSError):
        aside = private_folder(RECOVERY, _SET_ASIDE)
        moved = folder.replace(aside / folder.name)
        os.utime(moved)  # it is kept from now on, however old the work is
        kept = sorted(aside.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
        for number, each in enumerate(kept):
            if number >= _KEPT_ASIDE or time.time() - each.stat().st_mtime > _DAYS_ASIDE * _DAY:
                shutil.rmtree(each, ignore_errors=True)
