"""Where the thing with an id stands among its like, found at once in long tables too."""

from collections.abc import Sequence
from itertools import count
from operator import attrgetter
from typing import Protocol

from gzgoals.core.errors import PlaceGoneError


class WithId(Protocol):
    """A unit, a project or an indicator."""

    @property
    def id(self) -> str:
        """What the thing is known by."""


_GONE = "要修改的{}已不在表中，可能刚被删除。请撤销后重试。"
_SHORT = 32
"""Up to how many things are looked through one by one."""
_MOST = 1 << 18
"""How many rows are remembered at most."""

_last_seen: dict[str, int] = {}
"""At which row a thing stood last: no more than a hint, for it may have moved since."""


def index_of(things: Sequence[WithId], wanted: str, word: str) -> int:
    """Return where the thing with the id `wanted` stands; `word` names its kind in the error."""
    if len(things) > _SHORT:
        return _index_among_many(things, wanted, word)
    for index, thing in enumerate(things):
        if thing.id == wanted:
            return index
    raise gone(word)


def gone(word: str) -> PlaceGoneError:
    """Return the error that says that something is no longer there; `word` names its kind."""
    return PlaceGoneError(_GONE.format(word))


def _index_among_many(things: Sequence[WithId], wanted: str, word: str) -> int:
    row = _last_seen.get(wanted, -1)
    if 0 <= row < len(things) and things[row].id == wanted:
        return row
    if len(_last_seen) > _MOST:
        _last_seen.clear()
    ids: map[str] = map(attrgetter("id"), things)
    rows = dict(zip(ids, count(), strict=False))
    _last_seen.update(rows)
    if wanted not in rows:
        raise gone(word)
    return rows[wanted]
