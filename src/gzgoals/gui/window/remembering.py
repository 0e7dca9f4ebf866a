"""What a window remembers from one day to the next: the files, where in each the work was, and its own shape."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QTabWidget, QWidget

from gzgoals.core.edits import nearest
from gzgoals.core.settings import Settings
from gzgoals.core.table import Place
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.column_widths import ColumnWidths
from gzgoals.gui.widgets.notice_bar import Notice, NoticeBar
from gzgoals.gui.window.actions import in_menu
from gzgoals.gui.window.file_commands import FileCommands, Remember

_RESUME = "resume"
_BEGIN = "可以从上年的表开始：打开上年的 PDF、Excel、Word 或公开文本，核对后即结转为新年度的表。"


class RecentFiles(QObject):
    """The menu of the files opened last, and the offer at an empty start to go on with the latest."""

    def __init__(
        self,
        menu: QMenu,
        session: Session,
        files: FileCommands,
        bar: NoticeBar,
        settings: Callable[[], Settings],
        remember: Remember,
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._files = files
        self._bar = bar
        self._settings = settings
        self._remember = remember
        menu.aboutToShow.connect(self._fill)
        bar.answered.connect(self._on_answered)
        for signal in (session.opened, session.history_changed):
            signal.connect(self._withdraw)

    def offer(self) -> None:
        """Offer to go on with the latest file, or to begin with last year's where there is none yet.

        Whether the file is still there is only looked at when it is wanted.
        """
        if recent := self._settings().recent:
            name = visible_line(Path(recent[0]).name)
            answers = (("open", "继续编辑"), ("drop", "不用"))
            self._bar.tell(Notice(_RESUME, f"上次编辑的是“{name}”。", answers, quiet=True))
        else:
            self._bar.tell(Notice(_RESUME, _BEGIN, (("ask", "打开上年的文件…"), ("drop", "不用")), quiet=True))

    def open(self, name: str) -> None:
        """Open the file called `name`; where it has gone say so, and no longer offer it."""
        path = Path(name)
        if path.exists():
            self._files.open_path(path)
            return
        self._remember(lambda settings: settings.without_recent(name))
        tell(
            self._menu.window(),
            f"“{path.name}”已不在原来的位置，可能被移走、改名或删除了。",
            f"原来的位置：{path.parent}\n已从“最近打开”中去掉，请用“打开”另行查找。",
        )

    def forget(self) -> None:
        """Forget all files, and where the work in them was."""
        self._remember(lambda settings: settings.replaced(recent=(), shown=()))

    def _fill(self) -> None:
        self._menu.clear()
        recent = self._settings().recent
        for name in recent:
            action = self._menu.addAction(in_menu(name))
            action.setData(name)
            action.triggered.connect(self._on_triggered)
        if not recent:
            self._menu.addAction("（还没有）").setEnabled(False)
            return
        self._menu.addSeparator()
        self._menu.addAction("清空此列表").triggered.connect(self.forget)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(action.data())

    def _on_answered(self, key: str, answer: str) -> None:
        if key != _RESUME:
            return
        self._withdraw()
        if answer == "ask":
            self._files.open()
        elif answer == "open" and (recent := self._settings().recent):
            self.open(recent[0])

    def _withdraw(self) -> None:
        self._bar.withdraw(_RESUME)


class ShownProjects(QObject):
    """Remembers which project of a file was shown last, and shows it when the file is opened again."""

    def __init__(self, session: Session, settings: Callable[[], Settings], remember: Remember) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._remember = remember
        self._last: tuple[Path, Place] | None = None
        session.opened.connect(self._on_opened)
        session.shown.connect(self._note)
        session.saved.connect(self._note)

    def keep(self) -> None:
        """Write down what is shown of the open file."""
        if self._last is not None:
            path, place = self._last
            self._remember(lambda settings: settings.with_shown(path, place.unit, place.project))

    def _on_opened(self) -> None:
        self.keep()
        self._last = None
        path = self._session.path
        if path is None or (known := self._settings().shown_of(path)) is None:
            return
        place = Place(*known)
        if nearest(self._session.table, place) == place:
            self._session.show(place)

    def _note(self) -> None:
        if self._session.path is not None:
            self._last = self._session.path, self._session.place


class Shape:
    """The window's size and place, how its parts share the room, which list stands below, and how wide columns are."""

    def __init__(
        self,
        window: QMainWindow,
        splitters: tuple[QSplitter, ...],
        tabs: QTabWidget,
        columns: Callable[[], tuple[ColumnWidths, ...]],
    ) -> None:
        self._window = window
        self._splitters = splitters
        self._tabs = tabs
        self._columns = columns

    def restore(self, settings: Settings) -> None:
        """Give the window the shape that the settings tell of."""
        self._window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        for splitter, sizes in zip(self._splitters, settings.splitters, strict=False):
            splitter.setSizes(list(sizes))
        for widths in self._columns():
            widths.set_own(settings.widths.get(widths.objectName(), {}))
        for number in range(self._tabs.count()):
            if _name_of(self._tabs.widget(number)) == settings.tab:
                self._tabs.setCurrentIndex(number)

    def kept(self, settings: Settings) -> Settings:
        """Return the settings with the shape that the window has now."""
        own = {widths.objectName(): widths.own for widths in self._columns()}
        return settings.replaced(
            geometry=bytes(self._window.saveGeometry().toBase64().data()).decode(),
            splitters=tuple(tuple(splitter.sizes()) for splitter in self._splitters),
            widths={name: widths for name, widths in own.items() if widths},
            tab=_name_of(self._tabs.currentWidget()),
        )


def _name_of(panel: QWidget | None) -> str:
    return type(panel).__name__
