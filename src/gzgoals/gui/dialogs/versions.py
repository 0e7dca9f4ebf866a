"""The former saves of a file: which there are, what each differs in from the table now, and getting one back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gzgoals.core.edits import replaced
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files.versions import Version
from gzgoals.core.table import GoalTable
from gzgoals.core.years import Comparison, compare, last_year_of
from gzgoals.core.years.brief import brief
from gzgoals.gui.background import Background
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.frame import foot_of, frame, head_of
from gzgoals.gui.models.change_rows import Sides
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.models.version_rows import COLUMNS, VersionRow, when_text
from gzgoals.gui.widgets.choosing_view import ChoosingView
from gzgoals.gui.widgets.type_size import fitting, scaled

SIZE = QSize(860, 520)
SIDES: Sides = ("当时", "现在")
_WIDTHS = {"size": 92}
_LIST = 300
"""Pixels of the usual type that the list is wide."""

SaveElsewhere = Callable[[QWidget, Version], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """A former save that was looked at: what it holds, None where it cannot be read, and what is told of it."""

    version: Version
    table: GoalTable | None
    comparison: Comparison | None
    told: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The table to go back to, and when it was saved, in words."""

    table: GoalTable
    when: str


def ask_version(
    parent: QWidget, name: str, versions: Sequence[Version], table: GoalTable, save_elsewhere: SaveElsewhere
) -> Restored | None:
    """Show the former saves of the file called `name`, whose table is `table` now; return the one to go back to.

    `save_elsewhere` asks for a file, above a widget, and writes a version to it.
    """
    dialog = VersionsDialog(name, versions, table, save_elsewhere, parent)
    return dialog.restored() if accepted(dialog) else None


def look_at(version: Version, table: GoalTable) -> Seen:
    """Read a version and tell how it differs from the table as it is now."""
    try:
        former = version.table()
    except GzgoalsError as error:
        return Seen(version, None, None, str(error))
    # Reasons that the table keeps are for the year before, and would be wrong here.
    comparison = compare(last_year_of(former), replaced(table, last_year=None))
    if former == table:
        told = "与现在的内容相同。"
    else:
        told = brief(comparison)
        if not comparison.changes:
            told += "\n各项目相同，其他信息（如说明、上年的表）有改动"
    return Seen(version, former, comparison, told)


class VersionsDialog(QDialog):
    """A row a version, the latest first; the one selected is read and compared beside the window."""

    def __init__(
        self,
        name: str,
        versions: Sequence[Version],
        table: GoalTable,
        save_elsewhere: SaveElsewhere,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("旧版本")
        self._versions = {str(version.path): version for version in versions}
        self._sizes = {key: version.size for key, version in self._versions.items()}
        self._table = table
        self._save_elsewhere = save_elsewhere
        self._now = datetime.now(UTC).astimezone()
        self._seen: dict[str, Seen] = {}
        self._background = Background(self)
        self.model: RowsModel[VersionRow] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self)
        self.told = QPlainTextEdit(self)
        self.differ = QPushButton("查看差异(&D)…", self)
        self.save = QPushButton("另存为(&S)…", self)
        self.go = QPushButton("恢复此版本(&R)", self)
        self.cancel = QPushButton("关闭(&C)", self)
        self._lay_out(name)
        self._connect()
        self.model.set_rows([self._row(key) for key in self._versions])
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()
        self._refresh()
        self.resize(fitting(self, SIZE))

    def restored(self) -> Restored | None:
        """Return the version that is selected, once it has been read."""
        seen = self._current()
        return Restored(seen.table, self._when(seen.version)) if seen and seen.table else None

    def _lay_out(self, name: str) -> None:
        self.view.setAccessibleName("旧版本")
        self.view.setSelectionBehavior(ChoosingView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(ChoosingView.SelectionMode.SingleSelection)
        self.view.setShowGrid(False)
        self.view.setFixedWidth(scaled(self, _LIST))
        self.told.setObjectName("card")
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName("与现在的差异")
        hint = QLabel("每次保存后自动保留一份：最近 20 次，30 天内每天一份，一年内每月一份。恢复后可撤销。", self)
        hint.setObjectName("caption")
        hint.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.told, 1)
        right.addWidget(hint)
        body = QHBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(12)
        body.addWidget(self.view)
        body.addLayout(right, 1)
        frame(self, head_of(self, "旧版本", name), body, foot_of(self, self._choices(), self.cancel, self.go))

    def _choices(self) -> QWidget:
        choices = QWidget(self)
        line = QHBoxLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.differ, self.save):
            button.setAutoDefault(False)
            line.addWidget(button)
        return choices

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._refresh)
        self._background.done.connect(self._on_seen)
        self.differ.clicked.connect(self._on_differ_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    def done(self, result: int) -> None:
        self._background.drop()
        super().done(result)

    def _key(self) -> str:
        here = self.view.currentIndex()
        return self.model.rows[here.row()].key if here.isValid() else ""

    def _current(self) -> Seen | None:
        return self._seen.get(self._key())

    def _refresh(self) -> None:
        """Show what is known of the version that is selected, and have it looked at where that is nothing yet."""
        key, seen = self._key(), self._current()
        version = self._versions.get(key)
        if version is None:
            self.told.setPlainText("这个文件还没有旧版本。")
        elif seen:
            self._background.drop()
            self.told.setPlainText(f"{self._when(version)} 保存\n\n{seen.told}")
        else:
            self.told.setPlainText(f"{self._when(version)} 保存\n\n正在比较…")
            table = self._table
            self._background.ask(lambda: look_at(version, table))
        readable = seen is not None and seen.table is not None
        for button in (self.differ, self.save, self.go):
            button.setEnabled(readable)

    def _on_seen(self, seen: Seen) -> None:
        key = str(seen.version.path)
        self._seen[key] = seen
        if seen.table is None:
            self._sizes[key] = None
        self.model.set_rows([self._row(each) for each in self._versions])
        self._refresh()

    def _row(self, key: str) -> VersionRow:
        return VersionRow(key, self._when(self._versions[key]), self._sizes[key])

    def _when(self, version: Version) -> str:
        return when_text(version.when, self._now)

    def _on_differ_clicked(self) -> None:
        seen = self._current()
        if seen and seen.comparison:
            CompareDialog.tell(seen.comparison, self, None, SIDES)

    def _on_save_clicked(self) -> None:
        if seen := self._current():
            self._save_elsewhere(self, seen.version)
