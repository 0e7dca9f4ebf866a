"""What was selected when a step was done, selected again when undo or redo comes back to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject

from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.session import Session

Keys = tuple[str, ...]


class TreeReturns(QObject):
    """Follows the steps of a session; of each it keeps which things were selected together before and after it."""

    def __init__(
        self,
        session: Session,
        chosen: Callable[[], tuple[Place, ...]],
        choose: Callable[[Iterable[str]], None],
        parent: QObject | None = None,
    ) -> None:
        """Ask `chosen` what is selected, and have `choose` select it again."""
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._choose = choose
        self._before: dict[int, Keys] = {}
        self._after: dict[int, Keys] = {}
        session.opened.connect(self._on_opened)
        session.leaving.connect(self._on_leaving)
        session.returned.connect(self._on_returned)

    def _on_opened(self) -> None:
        self._before, self._after = {}, {}

    def _on_leaving(self, by: int) -> None:
        history = self._session.history
        here, keys = len(history.past), self._several()
        if by == 0:  # a step of its own, and what was undone is gone
            self._before = _up_to(here - 1, self._before)
            self._after = _up_to(here, self._after)
            if keys:
                self._before[here] = keys
        elif history.now.place.project in keys or history.now.place.unit in keys:
            self._after[here] = keys  # else the user has turned to something else since the step

    def _on_returned(self, by: int) -> None:
        here = len(self._session.history.past)
        known = self._before.get(here) if by < 0 else self._after.get(here) or self._before.get(here - 1)
        if not known:
            return
        table, shown = self._session.table, self._session.place
        there = {place.project or place.unit: place for place in _places(table)}
        keys = [key for key in known if key in there]
        if keys:
            if (shown.project or shown.unit) not in keys:
                self._session.show(there[keys[0]])
            self._choose(keys)

    def _several(self) -> Keys:
        places = self._chosen()
        return tuple(place.project or place.unit for place in places) if len(places) > 1 else ()


def _up_to(last: int, kept: Mapping[int, Keys]) -> dict[int, Keys]:
    return {here: keys for here, keys in kept.items() if here <= last}


def _places(table: GoalTable) -> Iterator[Place]:
    for unit in table.units:
        yield Place(unit.id)
        yield from (Place(unit.id, project.id) for project in unit.projects)
