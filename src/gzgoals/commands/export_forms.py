"""The forms of a table's projects for `gzgoals export --forms`, all of them or those of one name."""

from gzgoals.commands.drawing import drawing
from gzgoals.core.edits import part_of
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.visible import visible_line


def forms_pdf(table: GoalTable, project: str = "") -> bytes:
    """Return the forms of all projects as a PDF, or of those of this name; last year's values are those it remembers.

    Raises `GzgoalsError` where there is none.
    """
    if project:
        table = part_of(table, _places(table, project))
    with drawing():
        from gzgoals.gui.paper import forms_pdf as drawn

        return drawn(table)


def _places(table: GoalTable, name: str) -> list[Place]:
    places = [Place(unit.id, each.id) for unit in table.units for each in unit.projects if each.name == name]
    if not places:
        raise GzgoalsError(f"表中没有名为“{visible_line(name)}”的项目，请核对项目名称。")
    return places
