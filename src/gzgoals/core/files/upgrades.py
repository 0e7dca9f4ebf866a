"""Old versions of the format brought up to date in memory, one pure step a version."""

from collections.abc import Callable, Mapping
from typing import Any

Fields = dict[str, Any]

STEPS: Mapping[int, Callable[[Fields], Fields]] = {}
"""From each old version the step to the next one; there is one version so far."""


def upgraded(document: Fields, steps: Mapping[int, Callable[[Fields], Fields]], to: int) -> Fields:
    """Return `document` as version `to` writes it; the same object when it is of that version.

    `steps` has a step for every version from the document's own up to the one before `to`. A step gets all of the
    document's keys and returns them anew; the key `version` is counted up here. The file itself stays as it is until
    the user saves.
    """
    for version in range(document["version"], to):
        document = {**steps[version](document), "version": version + 1}
    return document
