"""How the program looks: light or dark, how large its type is, how wide its columns are."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from gzgoals.core.settings import FONT_SIZES, Settings
from gzgoals.gui.widgets.column_widths import ColumnWidths
from gzgoals.gui.widgets.type_size import USUAL_SIZE
from gzgoals.gui.window.actions import ActionSpec
from gzgoals.gui.window.file_commands import Remember
from gzgoals.gui.window.theme import dress

_THEMES = (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色"))

VIEW_MENU = (
    *(f"theme_{theme}" for theme, _ in _THEMES), "", "type_larger", "type_smaller", "type_usual", "", "usual_widths",
)  # fmt: skip


class ViewCommands(QObject):
    """What the view menu does about the look; `settings` tells how it is wished, `remember` changes that."""

    def __init__(self, window: QWidget, settings: Callable[[], Settings], remember: Remember) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._remember = remember

    def actions(self) -> tuple[ActionSpec, ...]:
        """Return the actions of `VIEW_MENU`."""
        return (
            *(self._theme_action(theme, word) for theme, word in _THEMES),
            ActionSpec(
                "type_larger", "字号放大", lambda: self.resize_type(1), ["Ctrl+=", "Ctrl++"],
                lambda: self._settings().font_size < FONT_SIZES[-1], tip="把窗口中的文字放大一号",
            ),
            ActionSpec(
                "type_smaller", "字号缩小", lambda: self.resize_type(-1), ["Ctrl+-"],
                lambda: self._settings().font_size > FONT_SIZES[0], tip="把窗口中的文字缩小一号",
            ),
            ActionSpec(
                "type_usual", "恢复字号", self.restore_type, ["Ctrl+0"],
                lambda: self._settings().font_size != USUAL_SIZE, tip="恢复窗口中文字原来的大小",
            ),
            ActionSpec("usual_widths", "恢复列宽", self.restore_widths, tip="取消拖动过的列宽，恢复原来的宽度"),
        )  # fmt: skip

    def _theme_action(self, theme: str, word: str) -> ActionSpec:
        return ActionSpec(
            f"theme_{theme}", word, lambda: self.set_theme(theme),
            is_on=lambda: self._settings().theme == theme, choice="theme",
        )  # fmt: skip

    def set_theme(self, theme: str) -> None:
        """Change the look of the program and remember it."""
        self._remember(lambda settings: settings.replaced(theme=theme))
        self.dress()

    def resize_type(self, by: int) -> None:
        """Make the type larger, or smaller, by so many points."""
        self._set_type(min(max(self._settings().font_size + by, FONT_SIZES[0]), FONT_SIZES[-1]))

    def restore_type(self) -> None:
        """Give the type its usual size."""
        self._set_type(USUAL_SIZE)

    def _set_type(self, size: int) -> None:
        if size != self._settings().font_size:
            self._remember(lambda settings: settings.replaced(font_size=size))
            self.dress()

    def dress(self) -> None:
        """Take on the look that the settings ask for, which may be that of the desktop."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self._settings().theme, self._settings().font_size)

    def columns(self) -> tuple[ColumnWidths, ...]:
        """Return the widths of the tables whose columns are remembered."""
        return tuple(each for each in self._window.findChildren(ColumnWidths) if each.objectName())

    def restore_widths(self) -> None:
        """Give all columns their usual widths."""
        for widths in self.columns():
            widths.set_own({})
        self._remember(lambda settings: settings.replaced(widths={}))
