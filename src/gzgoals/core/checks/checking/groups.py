"""Which projects have something in common: a frozen index, of which a changed one shares all but what changed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Groups(Generic[K]):
    """The numbers of the projects that have a key, in order, by the keys.

    The keys lie in as many buckets as a bucket has keys, so that moving one project copies two short things.
    """

    __slots__ = ("_buckets",)

    def __init__(self, keys: Iterable[Sequence[K]] = ()) -> None:
        """Group projects, numbered from 0, by the keys that each has."""
        numbers: dict[K, list[int]] = defaultdict(list)
        for number, own in enumerate(keys):
            for key in own if len(own) < 2 else set(own):
                numbers[key].append(number)
        buckets: list[dict[K, tuple[int, ...]]] = [{} for _ in range(1 << (len(numbers).bit_length() + 1) // 2)]
        last = len(buckets) - 1
        for key, group in numbers.items():
            buckets[hash(key) & last][key] = tuple(group)
        self._buckets = tuple(buckets)

    def __getitem__(self, key: K) -> tuple[int, ...]:
        return self._buckets[hash(key) & (len(self._buckets) - 1)].get(key, ())

    def moved(self, number: int, old: Collection[K], new: Collection[K]) -> "Groups[K]":
        """Return the groups once a project has the keys `new` instead of `old`."""
        gone, come = set(old).difference(new), set(new).difference(old)
        if not gone and not come:
            return self
        buckets = list(self._buckets)
        for key in gone:
            _put(buckets, key, _without(self[key], number))
        for key in come:
            _put(buckets, key, _with(self[key], number))
        groups: Groups[K] = Groups.__new__(type(self))
        groups._buckets = tuple(buckets)
        return groups


def _put(buckets: list[dict[K, tuple[int, ...]]], key: K, group: tuple[int, ...]) -> None:
    place = hash(key) & (len(buckets) - 1)
    bucket = dict(buckets[place])
    if group:
        bucket[key] = group
    else:
        del bucket[key]
    buckets[place] = bucket


def _without(group: tuple[int, ...], number: int) -> tuple[int, ...]:
    place = bisect_left(group, number)
    return group[:place] + group[place + 1 :]


def _with(group: tuple[int, ...], number: int) -> tuple[int, ...]:
    place = bisect_left(group, number)
    return (*group[:place], number, *group[place:])
