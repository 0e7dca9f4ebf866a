"""The table of actions: each stands here once, with its words, its keys, what it does and when it can be done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gzgoals.core.visible import visible_line


def _always() -> bool:
    return True


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `where` is the widget whose focus its keys need; None means the whole window.

    `first` is done before anything else, with the fields still as they are; `takes_in` tells whether what is half typed
    is brought into the table before, as it nearly always must be. `is_on` tells of what can be switched whether it is
    switched on; of those of one `choice` only one ever is.
    """

    key: str
    text: str
    do: Callable[[], object]
    shortcuts: Sequence[str | QKeySequence.StandardKey] = ()
    can: Callable[[], bool] = field(default=_always)
    where: QWidget | None = None
    tip: str = ""
    first: Callable[[], object] = field(default=_nothing)
    takes_in: bool = True
    is_on: Callable[[], bool] | None = None
    choice: str = ""


class Actions:
    """The actions of one window by their keys."""

    def __init__(self, window: QWidget, specs: Iterable[ActionSpec], before: Callable[[], None]) -> None:
        """Make the actions; `before` each is done, it takes in what is half typed somewhere."""
        self._before = before
        self._specs = {spec.key: spec for spec in specs}
        self._actions = {key: self._action(window, spec) for key, spec in self._specs.items()}
        self._changing = [(self._actions[key], spec) for key, spec in self._specs.items() if _may_change(spec)]
        self._group_choices(window)

    def _action(self, window: QWidget, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, window)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if spec.tip:
            action.setStatusTip(spec.tip)
        if spec.where is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(spec.is_on is not None)
        (spec.where or window).addAction(action)
        action.triggered.connect(lambda: self.trigger(spec.key))
        return action

    def _group_choices(self, window: QWidget) -> None:
        groups = {spec.choice: QActionGroup(window) for spec in self.specs if spec.choice}
        for key, spec in self._specs.items():
            if spec.choice:
                groups[spec.choice].addAction(self._actions[key])

    def trigger(self, key: str) -> None:
        """Do an action, if it can be done now."""
        spec = self._specs[key]
        spec.first()
        if spec.takes_in:
            self._before()
        if spec.can():
            spec.do()
            self.refresh()

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """All actions as the table tells of them."""
        return tuple(self._specs.values())

    def refresh(self) -> None:
        """Enable what can be done now and disable the rest."""
        for action, spec in self._changing:
            if action.isEnabled() is not (can := spec.can()):
                action.setEnabled(can)
            if spec.is_on is not None:
                action.setChecked(spec.is_on())

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def fill(self, menu: QMenu, keys: Iterable[str]) -> QMenu:
        """Put actions into a menu in the order of `keys`; an empty key draws a line."""
        for key in keys:
            if key:
                menu.addAction(self._actions[key])
            else:
                menu.addSeparator()
        return menu


def _may_change(spec: ActionSpec) -> bool:
    return spec.can is not _always or spec.is_on is not None


def in_menu(text: str) -> str:
    """Return a text as a menu shows it to the letter: one & would underline what follows it."""
    return visible_line(text).replace("&", "&&")
