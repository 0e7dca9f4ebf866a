"""How near an entry is to the row that it is to be chosen for."""

from collections.abc import Collection
from dataclasses import dataclass

from gzgoals.core.library.item import Entry
from gzgoals.core.years.likeness import bare


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the row's category, if it has one, its project's name, and the names used there already."""

    category: str = ""
    project: str = ""
    used: Collection[str] = frozenset()


def closeness(entry: Entry, wanted: Wanted) -> tuple[int, int, int, int]:
    """Return how near an entry is, the nearest with the smallest figures.

    Names used already come last; then the category counts, then the project, and how often the name was used.
    """
    used = int(entry.key in wanted.used)
    other_category = int(bool(wanted.category) and wanted.category not in entry.categories)
    return used, other_category, _distance(entry, wanted.project), -entry.count


def _distance(entry: Entry, project: str) -> int:
    """Return 0 for an indicator of this very project, 1 for one of its kind, 2 for any other."""
    if not project:
        return 2
    if bare(project) in entry.projects:
        return 0
    return 1 if any(topic in project for topic in entry.topics) else 2
