"""Which keys there are, made from the table of actions and the keys that cells know by themselves."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence

from gzgoals.gui.dialogs.key_sheet import Key, KeyGroup
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


def key_groups(specs: Iterable[ActionSpec], menus: Iterable[tuple[str, Sequence[str]]]) -> tuple[KeyGroup, ...]:
    """Return the keys of all actions under the titles of their menus, those of the cells first."""
    keys = {spec.key: Key(shown(spec), spec.text.removesuffix("…"), spec.tip) for spec in specs if spec.shortcuts}
    groups = [KeyGroup("单元格", _CELLS)]
    for title, menu in menus:
        found = tuple(keys[key] for key in menu if key in keys)
        if found:
            groups.append(KeyGroup(title.partition("(")[0], found))
    return tuple(groups)


def shown(spec: ActionSpec) -> tuple[str, ...]:
    """Return the keys of an action as people call them."""
    native = QKeySequence.SequenceFormat.NativeText
    texts = (QKeySequence(keys).toString(native) for keys in spec.shortcuts)
    return tuple(dict.fromkeys(_NAMES.get(text, text) for text in texts))


_NAMES = {"Ctrl+Return": "Ctrl+Enter"}
