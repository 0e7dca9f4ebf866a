"""What the library knows of an indicator: its name, where it was seen, and which targets it had there."""

from dataclasses import dataclass
from enum import IntEnum, auto

from gzgoals.core.table import Target


class Origin(IntEnum):
    """Where an indicator was seen, the nearest first."""

    LAST_YEAR = auto()
    TABLE = auto()
    FOLDER = auto()
    STARTER = auto()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One indicator of one project of one table; `source` says in the user's words which table that is.

    `topics` are words by which projects are known that such an indicator goes with.
    """

    name: str
    category: str
    cycle: Target
    annual: Target
    origin: Origin
    source: str
    year: int = 0
    project: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """The targets of an indicator, where they were seen first, and how often they were seen together."""

    cycle: Target
    annual: Target
    origin: Origin
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the library: all that was seen under one name, the nearest and most frequent first.

    `origin` is the nearest one; `projects` are the names, as they are compared, of the projects it stood in.
    """

    key: str
    name: str
    categories: tuple[str, ...] = ()
    targets: tuple[Seen, ...] = ()
    count: int = 0
    origin: Origin = Origin.STARTER
    sources: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    projects: frozenset[str] = frozenset()
    topics: tuple[str, ...] = ()

    @property
    def category(self) -> str:
        """The category it mostly has."""
        return self.categories[0] if self.categories else ""

    @property
    def target(self) -> Target:
        """The yearly target that is nearest, or was seen most."""
        return self.targets[0].annual if self.targets else Target()

    @property
    def told(self) -> str:
        """Where it is from, in a few words."""
        first = self.sources[0] if self.sources else ""
        return f"{first} 等 {self.count} 处" if self.count > 1 else first
