"""The rows that were laid out lately: pages in sight ask for their rows at every key."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from gzgoals.gui.paper.layout import LaidRow

_KEPT = 256
"""A dozen pages with pictures hold no more rows than these, unless rows are of three lines or so."""


class LaidLately:
    """Laid rows by what their text follows from, as long as all are laid out alike; the oldest ones are forgotten."""

    def __init__(self) -> None:
        self._rows: OrderedDict[Hashable, tuple[object, LaidRow]] = OrderedDict()

    def row(self, basis: Hashable, source: object, lay_out: Callable[[], LaidRow]) -> LaidRow:
        """Return the row of a basis, laid out if it is not known; `source` is kept as long as it, for the basis may be
        an identity that would else be given to another thing.
        """
        known = self._rows.get(basis)
        if known is not None:
            return known[1]
        laid = lay_out()
        self._rows[basis] = source, laid
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        return laid
