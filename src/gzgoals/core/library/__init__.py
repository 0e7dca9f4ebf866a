"""The library of indicators: names, categories and targets from this table, the year before, a folder, a starter set.

It is gathered as sightings, which come to entries, one a name; a shelf of them is searched while one types.
"""

from gzgoals.core.library.closeness import Wanted
from gzgoals.core.library.folder import Shelved, read_folder, state_of
from gzgoals.core.library.item import Entry, Origin, Seen, Sighting
from gzgoals.core.library.shelf import Hit, Shelf
from gzgoals.core.library.sightings import entries_of, sightings_in, sightings_of
from gzgoals.core.library.starter import STARTER, starter_sightings
from gzgoals.core.library.taking import taken

__all__ = [
    "STARTER",
    "Entry",
    "Hit",
    "Origin",
    "Seen",
    "Shelf",
    "Shelved",
    "Sighting",
    "Wanted",
    "entries_of",
    "read_folder",
    "sightings_in",
    "sightings_of",
    "starter_sightings",
    "state_of",
    "taken",
]
