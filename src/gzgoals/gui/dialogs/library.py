"""指标库: all the indicators known, to choose some of them for the project shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.library import Entry
from gzgoals.core.table import Catalogue
from gzgoals.gui.dialogs.frame import foot_of, frame, head_of
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.models.library_rows import LISTED, LibraryRow
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.choice_field import ChoiceField
from gzgoals.gui.widgets.going_view import GoingView
from gzgoals.gui.widgets.line_above import walk_below

Find = Callable[[str, str], Sequence[LibraryRow]]
"""Says what is listed for what was typed, in one category or in all."""

_WIDTHS = {"category": 150, "target": 110, "source": 190, "used": 64}
_SIZE = QSize(920, 600)
_TOLD = 12
"""Sentences about what was left out that are told at once."""
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class LibraryState:
    """The folder whose tables are looked through, how many those are, what was left out, and how far it is read."""

    folder: str = ""
    tables: int = 0
    skipped: tuple[str, ...] = ()
    progress: tuple[int, int] | None = None

    @property
    def words(self) -> str:
        """The state in a few words."""
        if not self.folder:
            return "来自本表、上年和常用指标"
        if self.progress:
            return f"正在读取“{self.folder}”…"
        return f"另有“{self.folder}”中的 {self.tables} 个表"


class LibraryDialog(QDialog):
    """A line to type in, a category, and the list of what fits; the keyboard stays in the line.

    Signals
    -------
    folder_wanted(), no_folder_wanted(), stop_wanted()
        The user wants to choose a folder of tables, to have none, to have it read no further.
    """

    folder_wanted = Signal()
    no_folder_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, find: Find, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("指标库")
        self._find = find
        categories = [(each.code, each.label) for each in catalogue.categories if each.parent]
        self.line = QLineEdit(self)
        self.category = ChoiceField([("", "全部类别"), *categories], self)
        self.model: RowsModel[LibraryRow] = RowsModel(LISTED, parent=self)
        self.view = GoingView(self.model, _WIDTHS, self)
        self.count = QLabel(self)
        self.told = QLabel(self)
        self.progress = QProgressBar(self)
        self.stop = QPushButton("停止读取", self)
        self.folder = QPushButton("选择文件夹…", self)
        self.no_folder = QPushButton("不用文件夹", self)
        self.left_out = QPushButton(self)
        self.go = QPushButton(self)
        self._skipped: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))

    def _lay_out(self) -> None:
        self.line.setPlaceholderText("输入名称的一部分、拼音或首字母，如 hgl")
        self.line.setAccessibleName("查找指标")
        self.line.setClearButtonEnabled(True)
        self.category.setAccessibleName("二级指标")
        self.view.setAccessibleName("指标库")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for label in (self.count, self.told):
            label.setObjectName("caption")
            label.setTextFormat(Qt.TextFormat.PlainText)
        for button in (self.stop, self.folder, self.no_folder, self.left_out):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
        self.progress.setFixedWidth(120)
        self.progress.setTextVisible(False)
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 10)
        top.setSpacing(10)
        self.category.setFixedHeight(self.line.sizeHint().height())
        top.addWidget(self.line, 1)
        top.addWidget(self.category)
        top.addWidget(self.count)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addLayout(top)
        body.addWidget(self.view, 1)
        head = head_of(self, "指标库", "按住 Ctrl 或 Shift 可选多项；选用后名称、类别、指标值一并填入")
        frame(self, head, body, self._foot())

    def _foot(self) -> QFrame:
        left = QWidget(self)
        line = QHBoxLayout(left)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.folder, self.no_folder, self.told, self.left_out, self.progress, self.stop):
            line.addWidget(widget)
        cancel = QPushButton("取消", self)
        cancel.clicked.connect(self.reject)
        return foot_of(self, left, cancel, self.go)

    def _connect(self) -> None:
        for taker in (self.line, self.view):
            taker.installEventFilter(self)
        walk_below(self.line, self.view)
        self.line.textChanged.connect(self._refresh)
        self.category.edited.connect(self._refresh)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.doubleClicked.connect(self.accept)
        self.go.clicked.connect(self.accept)
        self.folder.clicked.connect(self.folder_wanted)
        self.no_folder.clicked.connect(self.no_folder_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.left_out.clicked.connect(self._on_left_out_clicked)

    def ask(self) -> tuple[Entry, ...]:
        """Let the user choose, and return the entries chosen, none when she thinks better of it."""
        self.line.setFocus()
        return self.chosen() if self.exec() == QDialog.DialogCode.Accepted else ()

    def chosen(self) -> tuple[Entry, ...]:
        """Return the entries that are selected, in their order."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return tuple(self.model.rows[row].entry for row in rows)

    def show_state(self, state: LibraryState) -> None:
        """Show of which folder's tables the library is made, and what it holds now."""
        self.told.setText(state.words)
        self._skipped = state.skipped
        self.left_out.setText(f"{len(state.skipped)} 处未读…")
        self.left_out.setVisible(bool(state.skipped))
        reading = state.progress is not None
        self.progress.setVisible(reading)
        self.stop.setVisible(reading)
        self.no_folder.setVisible(bool(state.folder) and not reading)
        if state.progress:
            done, of = state.progress
            self.progress.setRange(0, of)
            self.progress.setValue(done)
        self._refresh()

    def _refresh(self) -> None:
        rows = self._find(self.line.text().strip(), str(self.category.value()))
        if rows != self.model.rows:
            self.model.set_rows(rows)
            self.view.selectRow(0)
            self.view.scrollToTop()
        self.count.setText(f"{len(rows)} 项" if rows else "没有符合的指标")
        self._on_selection_changed()

    def _on_left_out_clicked(self) -> None:
        more = len(self._skipped) - _TOLD
        told = (*self._skipped[:_TOLD], *((f"……另有 {more} 处。",) if more > 0 else ()))
        tell(self, "未读取的内容", "\n".join(told))

    def _on_selection_changed(self) -> None:
        chosen = len(self.chosen())
        self.go.setText(f"加入 {chosen} 项指标" if chosen > 1 else "加入本项目")
        self.go.setEnabled(bool(chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTERS:
            self.go.click()
            return True
        return super().eventFilter(watched, event)
