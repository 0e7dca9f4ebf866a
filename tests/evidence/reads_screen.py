"""Reads the window as a screen reader does, by AT-SPI, and works it by the same road; tells as JSON what it met.

Runs with the system's Python, which has the bindings, beside a gzgoals that has its window open on the same bus.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

_PATIENCE = 30.0
"""Seconds for the window to show what is waited for."""


def everything(top: Any) -> Iterator[Any]:
    """Yield an accessible thing and all that stand in it; some go while they are looked at."""
    yield top
    for number in range(top.get_child_count()):
        child = top.get_child_at_index(number)
        if child is not None:
            yield from everything(child)


def waited(look: Callable[[], Any]) -> Any:
    """Look until there is something to be seen. Raises `TimeoutError`."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            if seen := look():
                return seen
        except gi.repository.GLib.Error:
            pass  # it has gone meanwhile
        time.sleep(0.1)
    raise TimeoutError


def window() -> Any:
    """Return the window of gzgoals, once it is there."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_name() == "gzgoals" and program.get_child_count():
            return program.get_child_at_index(0)
    return None


def found(top: Any, role: str, name: str) -> Any:
    """Return the thing of this role with this name."""
    return next((each for each in everything(top) if each.get_role_name() == role and each.get_name() == name), None)


def text_of(field: Any) -> str:
    return str(Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field)))


def cells(table: Any) -> list[str]:
    return [each.get_name() for each in everything(table) if each.get_role_name() in {"table cell", "tree item"}]


def press(thing: Any) -> None:
    Atspi.Action.do_action(thing, 0)


def read(top: Any) -> dict[str, Any]:
    """Return what the window says."""
    fields = [each for each in everything(top) if each.get_role_name() == "text"]
    grid = found(top, "table", "绩效指标")
    return {
        "title": top.get_name(),
        "menus": [each.get_name() for each in everything(top) if each.get_role_name() == "menu item"],
        "tree": cells(found(top, "tree", "项目树")),
        "titles": [each.get_name() for each in everything(grid) if each.get_role_name() == "table column header"],
        "grid": cells(grid),
        "fields": {field.get_name(): text_of(field) for field in fields if field.get_name()},
        "findings": cells(found(top, "table", "检查结果")),
        "tabs": [each.get_name() for each in everything(top) if each.get_role_name() == "page tab"],
    }


def work(top: Any) -> dict[str, Any]:
    """Write, press buttons and turn to another list; return what the window says then."""
    Atspi.EditableText.set_text_contents(found(top, "text", "项目名称"), "保洁费")
    told = {"renamed": waited(lambda: [each for each in cells(found(top, "tree", "项目树")) if "保洁费" in each])}
    before = len(cells(found(top, "table", "绩效指标")))
    press(found(top, "push button", "新增指标"))
    told["rows"] = waited(lambda: len(cells(found(top, "table", "绩效指标"))) - before)
    for _ in range(2):
        press(found(top, "push button", "撤销"))
    told["undone"] = waited(lambda: [each for each in cells(found(top, "tree", "项目树")) if "物业费" in each])
    press(found(top, "page tab", "上报前检查"))
    steps = waited(lambda: cells(found(top, "table", "上报前检查")))
    return told | {"steps": steps}


def main() -> int:
    Atspi.init()
    top = waited(window)
    waited(lambda: cells(found(top, "table", "检查结果")))
    print(json.dumps({"read": read(top), "worked": work(top)}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
