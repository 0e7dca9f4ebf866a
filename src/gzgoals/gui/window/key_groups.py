"""Which keys there are, made from the table of actions and the keys that cells know by themselves."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gzgoals.gui.dialogs.key_sheet import Key, KeyGroup
from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.window.actions import ActionSpec

_CELLS = (
    Key(("直接键入",), "替换单元格的内容"),
    Key(("F2",), "修改单元格的内容，或展开选项"),
    Key(("Enter",), "完成，到下一行"),
    Key(("Shift+Enter",), "完成，到上一行"),
    Key(("Tab",), "完成，到下一格；到行尾时转到下一行"),
    Key(("Shift+Tab",), "完成，回到上一格"),
    Key(("Esc",), "放弃正在键入的内容"),
    Key(("Shift+↑ ↓ ← →",), "选取多个单元格"),
    Key(("Ctrl+A",), "选取全部单元格"),
)


def key_groups(specs: Sequence[ActionSpec], menus: Iterable[tuple[str, Sequence[str]]]) -> tuple[KeyGroup, ...]:
    """Return the keys of all actions under the titles of their menus, those of the cells first."""
    uses = Counter(keys for spec in specs for keys in shown(spec))
    lines = {spec.key: _line(spec, uses) for spec in specs if spec.shortcuts}
    groups = [KeyGroup("单元格", _CELLS)]
    for title, menu in menus:
        if found := tuple(lines[key] for key in menu if key in lines):
            groups.append(KeyGroup(title.partition("(")[0], found))
    return tuple(groups)


def _line(spec: ActionSpec, uses: Counter[str]) -> Key:
    """Return what an action's keys do, and where, if they do something else elsewhere."""
    keys = shown(spec)
    where = _where(spec.where) if any(uses[each] > 1 for each in keys) else ""
    return Key(keys, spec.text.removesuffix("…") + where, spec.tip)


def _where(widget: QWidget | None) -> str:
    while widget is not None:
        for kind, words in _PLACES:
            if isinstance(widget, kind):
                return words
        widget = widget.parentWidget()
    return ""


def shown(spec: ActionSpec) -> tuple[str, ...]:
    """Return the keys of an action as they stand on the keyboard."""
    texts = (QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText) for keys in spec.shortcuts)
    return tuple(dict.fromkeys("+".join(_NAMES.get(key, key) for key in text.split("+")) for text in texts))


_NAMES = {"Return": "Enter", "PgDown": "PgDn", "Up": "↑", "Down": "↓"}
_PLACES = ((TreePanel, "（项目树）"), (GridPanel, "（指标表）"))
