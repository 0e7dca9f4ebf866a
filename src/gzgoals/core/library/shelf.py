"""The library in the order in which it is looked through: found by any part of a name, pinyin, or a likeness to it."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from rapidfuzz import fuzz, process

from gzgoals.core.library.closeness import Wanted, closeness
from gzgoals.core.library.item import Entry, Origin
from gzgoals.core.library.wording import Wording
from gzgoals.core.lookup import Match, Rank, match, readings
from gzgoals.core.years.likeness import plain

_ALIKE = 72.0
"""How alike, of 100, a name must be to what is typed, where that is no part of it."""
_ENOUGH = 2000
"""Entries that fit, of which the best are picked."""
_MOST_TRIED = 20_000
"""Entries that may fit of which it is looked up whether they do: half a second of work."""
_HOW = {Rank.SAME: 0, Rank.BEGINS: 1, Rank.HOLDS: 1, Rank.SOUNDS_FROM_THE_START: 2, Rank.SOUNDS: 2}
"""Whether the whole name was typed, a part of it, or how that sounds: within each, the nearer project comes first."""
_SHORTEST_ALIKE = 3
"""Characters that must have been typed for that."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits, which part of its name does, and whether its name is used in the project already."""

    entry: Entry
    fit: Match | None
    used: bool


class Shelf:
    """The entries of the library, with what is needed to find some among very many while one types.

    `wording` are the words of their names, of which others can be made.
    """

    def __init__(self, entries: Sequence[Entry], wording: Wording | None = None) -> None:
        self.wording = wording or Wording()
        self.entries = tuple(sorted(entries, key=_order))
        self._plain = [plain(entry.name).casefold() for entry in self.entries]
        self._begins: dict[str, array[int]] = {}
        """The entries by one or two letters with which what is typed for a part of their names may begin."""
        for number, name in enumerate(self._plain):
            for letters in _beginnings(name):
                self._begins.setdefault(letters, array("I")).append(number)

    def find(self, query: str, wanted: Wanted, most: int, *, category: str = "") -> tuple[Hit, ...]:
        """Return at most so many entries that fit `query`, those that are nearest to what is `wanted` first.

        With a `category`, only entries that were seen with it. Of more than enough that fit, some are not looked at.
        """
        fitting = self._fitting(query, category or wanted.category, only=bool(category))
        found = []
        for entry, fit in islice(fitting, _ENOUGH + most):
            used, other_category, distance, often = closeness(entry, wanted)
            how = _HOW[fit.rank]
            inside = fit.start > 0 and fit.end < len(entry.name)  # what a name begins and ends with tells most of it
            order = (used, other_category, how, distance, inside, often, len(entry.name))
            found.append((order, Hit(entry, fit, entry.key in wanted.used)))
        found.sort(key=lambda each: each[0])
        hits = tuple(hit for _, hit in found[:most])
        if len(hits) < most:
            hits += tuple(self._alike(query, wanted, {hit.entry.key for hit in hits}, most - len(hits), category))
        return hits

    def _fitting(self, query: str, category: str, *, only: bool) -> Iterator[tuple[Entry, Match]]:
        """Yield what fits, entries of the category before all others."""
        candidates = self._candidates(query)[:_MOST_TRIED]
        for within in (True, False) if category and not only else (True,):
            for number in candidates:
                entry = self.entries[number]
                if (not category or (category in entry.categories) is within) and (fit := match(query, entry.name)):
                    yield entry, fit

    def _candidates(self, query: str) -> Sequence[int]:
        """Return the entries that may fit at all."""
        typed = plain(query).casefold()
        if not typed:
            return range(len(self.entries))
        letters = "".join(takewhile(_is_letter, typed[:2]))
        if letters:
            return self._begins.get(letters, ())
        part = typed[0] if any(map(_is_letter, typed)) else typed
        return [number for number, name in enumerate(self._plain) if part in name]

    def _alike(self, query: str, wanted: Wanted, known: set[str], most: int, category: str) -> Iterator[Hit]:
        typed = plain(query).casefold()
        if len(typed) < _SHORTEST_ALIKE or typed.isascii():
            return
        limit = most + len(known)
        found = process.extract(typed, self._plain, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=limit)
        fresh = (self.entries[number] for _, _, number in found if len(self._plain[number]) >= _SHORTEST_ALIKE)
        fitting = [e for e in fresh if e.key not in known and (not category or category in e.categories)]
        for entry in sorted(fitting, key=lambda each: closeness(each, wanted)[:2])[:most]:
            yield Hit(entry, None, entry.key in wanted.used)


def _order(entry: Entry) -> tuple[bool, int]:
    """Put what a folder full of other tables holds last, and what is used most first."""
    return entry.origin is Origin.FOLDER, -entry.count


def _is_letter(letter: str) -> bool:
    return "a" <= letter <= "z"


@lru_cache(maxsize=4096)
def _beginnings(name: str) -> frozenset[str]:
    """Return the letters, one or two, with which what is typed for a part of a name may begin."""
    begins: set[str] = set()
    before: tuple[str, ...] = ()
    for letter in name:
        firsts, syllables = _sounds(letter)
        begins.update(one + other for one in before for other in firsts)
        begins.update(firsts)
        begins.update(syllables)
        before = firsts
    return frozenset(begins)


@lru_cache(maxsize=20_000)
def _sounds(letter: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return with which letters a character may be begun, and with which two of its own it may be gone on."""
    if letter.isascii():
        return (letter,), ()
    spoken = readings(letter)
    return tuple({each[0] for each in spoken}), tuple({each[:2] for each in spoken if len(each) > 1})
