"""Which projects are to stand side by side: a list of all of them to tick, found by any part of a name."""

from collections.abc import Collection

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.models.ticked_projects import COLUMNS, TickedProject, project_rows
from gzgoals.gui.widgets.choosing_view import ChoosingView

_WIDTHS = {"ticked": 40, "unit": 190, "amount": 110}


def ask_projects(parent: QWidget, table: GoalTable, ticked: Collection[Place]) -> tuple[Place, ...]:
    """Return the projects that are ticked, in the table's order; none where the user leaves it."""
    dialog = ProjectsDialog(table, ticked, parent)
    dialog.resize(QSize(760, 520).boundedTo(parent.size() * 0.95))
    return dialog.chosen() if accepted(dialog) else ()


class ProjectsDialog(QDialog):
    """A row a project; the button says how many are ticked, whether the filter shows them or not."""

    def __init__(self, table: GoalTable, ticked: Collection[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("选择并排编辑的项目")
        self._table = table
        self._ticked = set(ticked)
        self.wanted = QLineEdit(self)
        self.wanted.setPlaceholderText("筛选项目：名称、单位或拼音首字母")
        self.wanted.setAccessibleName("筛选项目")
        self.wanted.setClearButtonEnabled(True)
        self.model: RowsModel[TickedProject] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, _WIDTHS, self)
        self.view.setAccessibleName("项目")
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.addWidget(self.wanted)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.wanted.textChanged.connect(self._refresh)
        self.model.wished.connect(self._on_wished)
        self._refresh()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.wanted.setFocus()

    def chosen(self) -> tuple[Place, ...]:
        """Return the projects that are ticked."""
        return tuple(row.key for row in project_rows(self._table, self._ticked) if row.ticked)

    def _refresh(self) -> None:
        self.model.set_rows(project_rows(self._table, self._ticked, self.wanted.text()))
        self.go.setText(f"并排编辑 {len(self._ticked)} 个项目")
        self.go.setEnabled(bool(self._ticked))

    def _on_wished(self, place: Place, _column: str, text: str) -> None:
        (self._ticked.add if text else self._ticked.discard)(place)
        self._refresh()
