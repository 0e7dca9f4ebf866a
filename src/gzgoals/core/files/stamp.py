"""What the content of a file is, in brief, so that it can be told whether it is still the same."""

import hashlib
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """The size in bytes and the SHA-256 of a content."""

    size: int
    digest: str


def stamp_of_bytes(data: bytes) -> Stamp:
    """Return the stamp of a content."""
    return Stamp(len(data), hashlib.sha256(data).hexdigest())


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at `path`, None where there is none. Raises `OSError` when it cannot be read."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Stamp(file.tell(), digest)
    except FileNotFoundError:
        return None
