"""Pairing things of two sides in stages, never two to one: by ids that can be trusted, by equal keys."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from gzgoals.core.years.likeness import bare

_OWN_ID = re.compile(r"[0-9a-f]{12}")


class Named(Protocol):
    """What has an id and a name: a unit, a project, an indicator."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)
T = TypeVar("T")


def in_order(
    old: Sequence[N], new: Sequence[N], partner: Mapping[str, N], taken: Mapping[str, N]
) -> list[tuple[N | None, N | None]]:
    """Return pairs in the new order, each old thing without a partner after the one that stood before it.

    `partner` gives the old thing for a new one's id, `taken` the new thing for an old one's id.
    """
    gone: dict[str, list[N]] = defaultdict(list)
    before = ""
    for thing in old:
        if thing.id in taken:
            before = taken[thing.id].id
        else:
            gone[before].append(thing)
    ordered: list[tuple[N | None, N | None]] = [(thing, None) for thing in gone.pop("", [])]
    for thing in new:
        ordered.append((partner.get(thing.id), thing))
        ordered += [(lost, None) for lost in gone.pop(thing.id, [])]
    ordered += [(lost, None) for lost in chain.from_iterable(gone.values())]
    return ordered


def left_of(old: list[T], new: list[T], found: list[tuple[T, T]]) -> tuple[list[T], list[T]]:
    """Return what is left of both sides once the found pairs are taken out."""
    taken = {id(thing) for pair in found for thing in pair}
    return [each for each in old if id(each) not in taken], [each for each in new if id(each) not in taken]


def keyed(
    key: Callable[[T], Hashable], latest: Callable[[T], int] | None = None
) -> Callable[[list[T], list[T]], list[tuple[T, T]]]:
    """Return a stage that pairs what has the same key, the first with the first; an empty key pairs nothing.

    With `latest`, those with the latest year come first.
    """

    def stage(old: list[T], new: list[T]) -> list[tuple[T, T]]:
        if latest:
            old, new = (sorted(side, key=latest, reverse=True) for side in (old, new))
        waiting: dict[Hashable, deque[T]] = defaultdict(deque)
        for thing in old:
            waiting[key(thing)].append(thing)
        waiting.pop("", None)
        return [(waiting[its].popleft(), thing) for thing in new if waiting.get(its := key(thing))]

    return stage


def grouped(
    key: Callable[[T], Hashable], said: Callable[[T], Hashable], *, rest: bool = True
) -> Callable[[list[T], list[T]], list[tuple[T, T]]]:
    """Return a stage that pairs what has the same key, of several those first that have `said` the same.

    Without `rest` it pairs nothing else. An empty key pairs nothing.
    """

    def stage(old: list[T], new: list[T]) -> list[tuple[T, T]]:
        waiting: dict[Hashable, tuple[list[T], list[T]]] = defaultdict(lambda: ([], []))
        for side, things in enumerate((old, new)):
            for thing in things:
                waiting[key(thing)][side].append(thing)
        waiting.pop("", None)
        found: list[tuple[T, T]] = []
        for theirs, mine in waiting.values():
            if rest and len(theirs) == len(mine) == 1:
                found.append((theirs[0], mine[0]))
            elif theirs and mine:
                found += _same_first(theirs, mine, said, rest=rest)
        return found

    return stage


def _same_first(old: list[T], new: list[T], said: Callable[[T], Hashable], *, rest: bool) -> list[tuple[T, T]]:
    found = keyed(said)(old, new)
    if not rest:
        return found
    left_old, left_new = left_of(old, new, found)
    return [*found, *zip(left_old, left_new, strict=False)]


def by_ids(old: Sequence[N], new: Sequence[N]) -> tuple[list[tuple[N, N]], list[N], list[N]]:
    """Return what has the same id, and what is left on each side."""
    found = same_ids(old, new)
    return found, *left_of(list(old), list(new), found)


def same_ids(old: Sequence[N], new: Sequence[N]) -> list[tuple[N, N]]:
    """Return what has the same id on both sides, nothing where ids cannot be trusted."""
    known = {thing.id: thing for thing in old}
    found = [(known[thing.id], thing) for thing in new if thing.id in known]
    return found if trusted(found) else []


def is_own_id(identity: str) -> bool:
    """Tell whether an id was made by this program, such that nothing else can have it by chance."""
    return _OWN_ID.fullmatch(identity) is not None


def trusted(pairs: Sequence[tuple[Named, Named]]) -> bool:
    """Tell whether equal ids mean the same things: made by the program they do.

    Ids like `p1`, which another program may count anew in each file, do only if at least half of the names agree.
    """
    doubtful = [(old, new) for old, new in pairs if not is_own_id(new.id)]
    return 2 * sum(bare(old.name) == bare(new.name) for old, new in doubtful) >= len(doubtful)
