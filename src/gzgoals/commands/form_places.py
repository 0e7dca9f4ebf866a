"""The projects of a table whose forms `gzgoals export --forms` makes: all of them, or those of one name."""

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.core.visible import visible_line


def places_of(table: GoalTable, name: str = "") -> list[Place]:
    """Return where the projects of this name stand, or the table where no name is asked for.

    Raises `GzgoalsError` where there is none.
    """
    if not name:
        return [TABLE]
    places = [Place(unit.id, each.id) for unit in table.units for each in unit.projects if each.name == name]
    if not places:
        raise GzgoalsError(f"表中没有名为“{visible_line(name)}”的项目，请核对项目名称。")
    return places
