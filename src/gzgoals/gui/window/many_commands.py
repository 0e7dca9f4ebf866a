"""What is done to selected indicators, projects and units: set, scale and round, move, copy, remove."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMainWindow

from gzgoals.core.edits import find_project, find_unit, get_value, put_values, with_scaled
from gzgoals.core.table import GoalTable, Place, catalogue_of
from gzgoals.gui.dialogs.choose_unit import ask_unit
from gzgoals.gui.dialogs.rescale import ask_scaling
from gzgoals.gui.dialogs.set_many import Setting, ask_setting
from gzgoals.gui.panels import grid_commands, tree_commands
from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session
from gzgoals.gui.window.status import say


class ManyCommands:
    """Each is one step of the history; those that need to know more ask."""

    def __init__(self, window: QMainWindow, session: Session, tree: TreePanel, grid: GridPanel) -> None:
        self._window = window
        self._session = session
        self._tree = tree
        self._grid = grid

    def set_indicators(self) -> None:
        """Set category, sign or measure of the selected indicators, or of all in the selected projects."""
        table, places = self._session.table, self._indicators()
        count = len(places)
        projects = len({place.project for place in places})
        about = f"共 {count} 项指标" + (f"，在 {projects} 个项目中" if projects > 1 else "")
        if not places:
            self._say("选定的项目还没有指标。")
        elif setting := ask_setting(self._window, catalogue_of(table.scheme), about):
            values = list(_values(table, places, setting))
            self._session.apply(f"批量设置 {count} 项指标", lambda now: put_values(now, values), places[0])
            self._say(f"已设置 {count} 项指标，按 Ctrl+Z 可一步撤销。")

    def move_indicators(self, by: int) -> None:
        """Move the selected indicators by one row and keep them selected."""
        grid_commands.move(self._session, self._grid.current(), by)

    def remove(self) -> None:
        """Remove the selected projects and units; no question is asked, since one key brings them back."""
        places = self._tree.chosen()
        tree_commands.remove(self._session, places)
        count = f" {len(places)} 个{tree_commands.word_for(places)}" if len(places) > 1 else ""
        self._say(f"已删除{count}，按 Ctrl+Z 可恢复。")

    def duplicate(self) -> None:
        """Add copies of the selected projects and units, and select them."""
        self._tree.choose(tree_commands.duplicate(self._session, self._tree.chosen()))

    def may_set_indicators(self) -> bool:
        """Tell whether there are indicators to be set."""
        if not self._in_tree():
            return bool(self._session.place.project and self._grid.current())
        return self.may_scale()

    def scale(self) -> None:
        """Scale and round the amounts of the selected projects, once it has been seen what they become."""
        places = self._projects()
        if scaling := ask_scaling(self._window, self._session.table, places):
            label = f"调整 {len(places)} 个项目的金额"
            self._session.apply(label, lambda now: with_scaled(now, places, scaling), places[0])
            self._say(f"已{label}，按 Ctrl+Z 可一步撤销。")

    def may_scale(self) -> bool:
        """Tell whether there are projects whose amounts can change."""
        return any(
            place.project or not place.unit or find_unit(self._session.table, place).projects
            for place in self._tree.chosen()
        ) and bool(self._session.table.units)

    def move_to_unit(self) -> None:
        """Move the selected projects to the end of another unit."""
        places = self._projects()
        count = len(places)
        about = f"把 {count} 个项目移到哪个单位？" if count > 1 else f"把“{self._name(places[0])}”移到哪个单位？"
        here = {place.unit for place in places}
        units = [unit for unit in self._session.table.units if {unit.id} != here]
        if unit := ask_unit(self._window, units, about):
            self._tree.choose(tree_commands.move_to_unit(self._session, places, unit))
            self._say(f"已移动 {count} 个项目，按 Ctrl+Z 可撤销。")

    def may_move_to_unit(self) -> bool:
        """Tell whether there is another unit, and something to move there."""
        return len(self._session.table.units) > 1 and self.may_scale()

    def _name(self, place: Place) -> str:
        return find_project(self._session.table, place).name or "（未填项目名称）"

    def _projects(self) -> tuple[Place, ...]:
        return tree_commands.projects_at(self._session.table, self._tree.chosen())

    def _indicators(self) -> tuple[Place, ...]:
        """Return the indicators that are selected in the grid; with several projects in the tree, all of theirs."""
        here = self._session.place
        in_tree = self._in_tree()
        places = self._projects() if in_tree else (here,) if here.project else ()
        chosen = self._grid.current()
        return tuple(
            Place(place.unit, place.project, indicator.id)
            for place in places
            for indicator in find_project(self._session.table, place).indicators
            if in_tree or indicator.id in chosen
        )

    def _in_tree(self) -> bool:
        return QApplication.focusWidget() is self._tree.view

    def _say(self, text: str) -> None:
        say(self._window, text)


def _values(table: GoalTable, places: Sequence[Place], setting: Setting) -> list[tuple[Place, object]]:
    """Return what is to stand in which fields."""
    wanted: list[tuple[str, object]] = []
    if setting.category is not None:
        wanted.append(("category", setting.category))
    for part, value in (("operator", setting.operator), ("measure", setting.measure)):
        wanted += [(f"{side}.{part}", value) for side in setting.sides if value is not None]
    fields = [(place.at(field), value) for place in places for field, value in wanted]
    return [(place, value) for place, value in fields if get_value(table, place) != value]
