"""The tab 同类项目: projects with the same indicators side by side, edited as one matrix."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.siblings import Siblings, matrix_of
from gzgoals.core.table import Place
from gzgoals.gui.models.matrix_model import MatrixModel
from gzgoals.gui.models.matrix_rows import UNUSUAL, matrix_rows, titles
from gzgoals.gui.panels.matrix_edits import MatrixEdits
from gzgoals.gui.panels.sibling_search import SiblingSearch
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.matrix_bar import MatrixBar
from gzgoals.gui.widgets.matrix_view import MatrixView

FOLLOWING, TICKED = "following", "ticked"
"""What is chosen in the list of groups beside the groups: that of the project shown, and projects that were ticked."""

_LOOKING = "正在查找同类项目…"
_NO_GROUP = "这张表里没有指标大多相同的项目。\n用“选择项目…”可以把任意几个项目并排编辑。"
_ALONE = "当前项目没有同类项目。\n请在上面选择一组，或用“选择项目…”把任意几个项目并排编辑。"


class MatrixPanel(QWidget):
    """The matrix of a group of the open table, kept up to date while it is in sight.

    A project stays in the matrix while it is being edited, whatever it still has in common with the others.

    Signals
    -------
    projects_wanted()
        The user wants to tick which projects stand side by side.
    menu_wanted(position)
        The user asks for the menu of the current cell; the position is a global one.
    """

    projects_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search = SiblingSearch(session, self)
        self._stale = True
        self._keeps = False
        self._choice: object = FOLLOWING
        self._ticked: tuple[Place, ...] = ()
        self._located = Place()
        self.stays = False
        """Whether the keyboard stays here though the user is taken to a place that is shown above too."""
        self.bar = MatrixBar(f"{UNUSUAL} 与多数不同", self)
        self.model = MatrixModel(self)
        self.view = MatrixView(self)
        self.view.setAccessibleName("同类项目")
        self.view.setModel(self.model)
        self.nothing = QLabel(self)
        self.edits = MatrixEdits(session, self.model, self.view, lambda: self.bar.side)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setObjectName("caption")
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(pages, 1)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.shown.connect(self._on_shown)
        session.located.connect(self._on_located)
        self._search.found.connect(self._on_found)
        self.bar.group_chosen.connect(self._on_group_chosen)
        self.bar.side_chosen.connect(self._refresh_rows)
        self.bar.projects_wanted.connect(self.projects_wanted)
        self.view.head_chosen.connect(self._on_head_chosen)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)

    @property
    def places(self) -> tuple[Place, ...]:
        """The projects that stand side by side."""
        return tuple(line.place for line in self.model.matrix.lines)

    def refresh(self) -> None:
        """Show the chosen projects as they are now."""
        self._stale = self._keeps = False
        if not self._search.look():
            self._fill_groups()
            self._show(self._wanted())

    def show_projects(self, places: Sequence[Place]) -> None:
        """Show these projects, whatever they have in common."""
        self._ticked = tuple(places)
        self._choice = TICKED
        self.refresh()

    def commit(self) -> None:
        """Bring into the table what is half typed in a cell or over a title."""
        self.view.commit()

    def enter(self) -> None:
        """Give the keyboard to the matrix, or to the list of groups where there is none."""
        if not self.places:
            self.bar.groups.setFocus()
            return
        if not self.view.currentIndex().isValid():
            here = _project(self._session.place)
            row = self.places.index(here) if here in self.places else 0
            self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.setFocus()

    def can_edit(self) -> bool:
        """Tell whether a cell is current."""
        return self.isVisible() and self.view.currentIndex().isValid()

    def rename(self) -> None:
        """Edit the name of the current column."""
        self.view.scrollTo(self.view.currentIndex())
        self.view.titles.edit_name(self.view.currentIndex().column())

    def go(self) -> None:
        """Go to the current cell in the grid of its project, or to the project where it has no such indicator."""
        if place := self.edits.place():
            self._session.go(place)

    def wanted_height(self, rows: int) -> int:
        """Return the room that the matrix needs to show so many projects, or all where they are fewer."""
        return self.bar.sizeHint().height() + self.view.height_of(rows)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Keep the keyboard here, if it is here, while undo goes to where a step happened: to its cell here."""
        self.stays = self.view.hasFocus()
        yield
        if self.stays and self.isVisible():
            index = self.model.index_of(_project(self._located), self.model.matrix.column_of(self._located))
            if index.isValid():
                self.view.setCurrentIndex(index)
            self.view.setFocus()
        self.stays = False

    def _group(self) -> Siblings | None:
        """Return the group that is chosen or followed."""
        known = self._search.known
        if known is None or self._choice == FOLLOWING:
            return known.of(self._session.place) if known else None
        return next((group for group in known.groups if group.projects[0] == self._choice), None)

    def _wanted(self) -> tuple[Place, ...]:
        if self._choice == TICKED:
            return self._ticked
        group = self._group()
        return group.projects if group else ()

    def _show(self, places: Sequence[Place]) -> None:
        session, known = self._session, self._search.known
        matrix = matrix_of(session.table, places, self.model.matrix)
        rows = matrix_rows(session.table, matrix, session.checked, session.place)
        self.model.set_matrix(matrix, titles(session.table, matrix, self.bar.side), rows)
        self.view.fit()
        self.nothing.setText(_LOOKING if known is None else _ALONE if known.groups else _NO_GROUP)
        self._pages.setCurrentWidget(self.view if self.model.matrix.lines else self.nothing)

    def _refresh_rows(self) -> None:
        self._show(self.places)

    def _fill_groups(self) -> None:
        known = self._search.known
        if known is None:
            return
        if self._choice not in {FOLLOWING, TICKED} and self._group() is None:
            self._choice = FOLLOWING
        own = known.of(self._session.place)
        choices: list[tuple[object, str]] = [(FOLLOWING, f"当前项目：{_told(own) if own else '没有同类项目'}")]
        choices += [(group.projects[0], _told(group)) for group in known.groups]
        if self._ticked:
            choices.append((TICKED, f"选定的 {len(self._ticked)} 个项目"))
        self.bar.set_groups(choices, self._choice)

    def _on_found(self) -> None:
        """Show the groups anew; what is shown may gain projects, and loses only those that are gone."""
        self._fill_groups()
        held, wanted = self.places, self._wanted()
        if self._keeps and not set(held) <= set(wanted) and (not wanted or set(held) & set(wanted)):
            wanted = tuple(dict.fromkeys((*held, *wanted)))
        self._keeps = True
        self._show(wanted)

    def _on_opened(self) -> None:
        self._choice, self._ticked = FOLLOWING, ()
        self._on_shown()

    def _on_shown(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._stale = False
            if not self._search.look():
                self._refresh_rows()

    def _on_group_chosen(self, choice: object) -> None:
        self._choice = choice
        self.refresh()

    def _on_located(self, place: Place) -> None:
        self._located = place

    def _on_head_chosen(self, row: int) -> None:
        self._session.go(self.model.rows[row].key)

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(position))

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)


def _told(group: Siblings) -> str:
    shared = f" · {group.shared} 项相同指标" if group.shared else ""
    return f"{group.title} · {len(group.projects)} 个项目{shared}"


def _project(place: Place) -> Place:
    return Place(place.unit, place.project)
