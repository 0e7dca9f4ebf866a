"""Where the user is after an edit: at the same place, or at what is nearest to a place that is gone."""

from dataclasses import replace

from gzgoals.core.edits.fields import get_value
from gzgoals.core.edits.replace import place_of
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import TABLE, GoalTable, Place


def nearest(table: GoalTable, place: Place, before: GoalTable | None = None) -> Place:
    """Return `place` if the table holds it, else the neighbour it had `before`, else what it lay in."""
    if _holds(table, place):
        return place
    if place.project and (moved := _moved(table, place)):
        return nearest(table, moved, before)
    if place.indicator:
        return nearest(table, replace(place, indicator="", field="indicators"), before)
    if before and (neighbour := _neighbour(table, place, before)):
        return neighbour
    if place.project:
        return nearest(table, Place(place.unit), before)
    return TABLE


def _holds(table: GoalTable, place: Place) -> bool:
    try:
        get_value(table, place.at("id" if place.unit else "units"))
    except PlaceGoneError:
        return False
    return True


def _moved(table: GoalTable, place: Place) -> Place | None:
    """Return the place of the same project in another unit, None when it is in none or where it was."""
    try:
        now = place_of(table, place.project)
    except PlaceGoneError:
        return None
    return replace(place, unit=now.unit) if now.unit != place.unit else None


def _neighbour(table: GoalTable, place: Place, before: GoalTable) -> Place | None:
    """Return the thing next to the one at `place` in the table `before`, if it is still there."""
    for unit in before.units:
        if unit.id == place.unit and place.project:
            places = [Place(unit.id, project.id) for project in unit.projects]
            break
    else:
        places = [Place(unit.id) for unit in before.units]
    if place not in places:
        return None
    index = places.index(place)
    return next((near for near in (*places[index + 1 :], *places[:index][::-1]) if _holds(table, near)), None)
