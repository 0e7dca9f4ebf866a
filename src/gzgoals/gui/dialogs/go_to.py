"""Going to a project by a few letters of its name or its pinyin."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from gzgoals.core.checks import Checked
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.going_rows import COLUMNS, Finder, GoingRow, going_rows
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.going_view import GoingView
from gzgoals.gui.widgets.line_above import walk_below
from gzgoals.gui.widgets.window_undo import free_undo_keys

SIZE = QSize(720, 460)
MOST = 100
"""How many projects are listed; nobody reads further, but types another letter."""
_WIDTHS = {"unit": 180, "amount": 110, "badge": 64}


def ask_project(parent: QWidget, table: GoalTable, checked: Checked, here: Place) -> Place | None:
    """Ask to which project to go; `here` is where one is."""
    dialog = GoToDialog(table, checked, here, parent)
    return dialog.chosen() if accepted(dialog) else None


class GoToDialog(QDialog):
    """A line to type into and the projects that fit; the arrows choose, Enter goes."""

    def __init__(self, table: GoalTable, checked: Checked, here: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("转到项目")
        self._table, self._checked = table, checked
        self._finder = Finder(table)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("项目名称的一部分，或拼音、拼音首字母")
        self.field.setAccessibleName("要找的项目")
        free_undo_keys(self.field, own_first=True)
        self.model: RowsModel[GoingRow] = RowsModel(COLUMNS, parent=self)
        self.view = GoingView(self.model, _WIDTHS, self)
        self.view.setAccessibleName("项目")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names often differ in their last words
        self.told = QLabel(self)
        self.told.setObjectName("caption")
        layout = QVBoxLayout(self)
        for part in (self.field, self.view, self.told):
            layout.addWidget(part)
        walk_below(self.field, self.view)
        self.field.returnPressed.connect(self._on_entered)
        self.field.textChanged.connect(self._refresh)
        self.view.chosen.connect(self._on_chosen)
        self._refresh()
        self._go_to(here)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    def chosen(self) -> Place | None:
        """Return the project that is current, None where none fits."""
        here = self.view.currentIndex()
        return self.model.rows[here.row()].place if here.isValid() else None

    def _refresh(self) -> None:
        found = self._finder.find(self.field.text().strip())
        self.model.set_rows(going_rows(self._table, self._checked, found[:MOST]))
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.scrollToTop()
        more = len(found) - MOST
        counted = (
            f"{len(found)} 个项目" if more <= 0 else f"{len(found)} 个项目，列出前 {MOST} 个；再键入几个字可缩小范围"
        )
        self.told.setText(f"{counted}　↑ ↓ 选择，Enter 转到，Esc 关闭" if found else "没有符合的项目，请换几个字。")

    def _go_to(self, place: Place) -> None:
        index = self.model.index_of(place.project, "name")
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, GoingView.ScrollHint.PositionAtCenter)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self.accept()

    def _on_entered(self) -> None:
        if self.chosen():
            self.accept()
