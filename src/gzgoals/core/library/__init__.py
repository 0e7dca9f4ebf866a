"""The library of indicators: names, categories and targets from this table, the year before, a folder, a starter set.

It is gathered as sightings, which come to entries, one a name; a shelf of them is searched while one types.
"""

from gzgoals.core.library.closeness import Wanted
from gzgoals.core.library.folder import Shelved, read_folder, state_of
from gzgoals.core.library.item import Entry, Origin, Seen, Sighting
from gzgoals.core.library.shelf import Hit, Shelf
from gzgoals.core.library.sightings import entries_of, sightings_in, sightings_of
from gzgoals.core.library.starter import (
    OFTEN,
    STARTER,
    starter_projects,
    starter_sightings,
    starter_usual,
    starter_values,
    starter_wording,
    with_starter,
)
from gzgoals.core.library.taking import taken
from gzgoals.core.library.usual import Usual
from gzgoals.core.library.wording import Wording

__all__ = [
    "OFTEN",
    "STARTER",
    "Entry",
    "Hit",
    "Origin",
    "Seen",
    "Shelf",
    "Shelved",
    "Sighting",
    "Usual",
    "Wanted",
    "Wording",
    "entries_of",
    "read_folder",
    "sightings_in",
    "sightings_of",
    "starter_projects",
    "starter_sightings",
    "starter_usual",
    "starter_values",
    "starter_wording",
    "state_of",
    "taken",
    "with_starter",
]
