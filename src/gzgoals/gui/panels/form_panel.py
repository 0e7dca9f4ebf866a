"""The form of whatever is shown: the table, a unit, or a project with its indicator grid below."""

from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from gzgoals.core.table import Place
from gzgoals.gui.panels.grid_panel import GridPanel
from gzgoals.gui.panels.overview_form import OverviewForm, table_form, unit_form
from gzgoals.gui.panels.project_form import ProjectForm
from gzgoals.gui.panels.project_page import ProjectPage
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.scrolling_page import ScrollingPage


class FormPanel(QWidget):
    """Shows one of three forms and takes the user to the field that a place names."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table_form = table_form(session, self)
        self.unit_form = unit_form(session, self)
        self.project_form = ProjectForm(session)
        self.grid = GridPanel(session)
        self._project_page = ProjectPage(self.project_form, self.grid, self)
        self._pages = QStackedLayout(self)
        self._order = (self.table_form, self.unit_form, self._project_page)
        for page in (ScrollingPage(self.table_form, self), ScrollingPage(self.unit_form, self), self._project_page):
            self._pages.addWidget(page)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.shown.connect(self._on_shown)
        session.located.connect(self._on_located)
        session.compared.connect(self._on_compared)
        self._on_shown(session.place)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what has the keyboard, where the window is so low that its page scrolls."""
        page = self._pages.currentWidget()
        if new is not None and isinstance(page, ScrollingPage | ProjectPage) and page.isAncestorOf(new):
            page.bring(new)

    def least_height(self) -> int:
        """Return how high a project's page must be to show all of it, with some rows, and need not scroll."""
        return self._project_page.least_height()

    def commit(self) -> None:
        """Bring into the table what is half typed in a cell or in the year."""
        self.grid.view.commit()
        self.table_form.commit()

    def enter(self) -> None:
        """Give the keyboard to the indicators of a project, or to the form of anything else."""
        _, page = self._form_of(self._session.place)
        (self.grid.view if self._session.place.project else page).setFocus()

    def _on_opened(self) -> None:
        self._on_shown(self._session.place)

    def _on_shown(self, place: Place) -> None:
        form, page = self._form_of(place)
        form.show_place(place)
        if place.project:
            self.grid.show_place(place)
        self._pages.setCurrentIndex(self._order.index(page))

    def _on_changed(self, change: Change) -> None:
        place = self._session.place
        form, _ = self._form_of(place)
        if form.wiring.place != place:
            return  # `shown` follows
        form.refresh(change)
        if place.project:
            self.grid.refresh()

    def _on_compared(self) -> None:
        if self._session.place.project:
            self.project_form.refresh_last_year()
            self.grid.refresh()

    def _on_located(self, place: Place) -> None:
        if place.indicator or place.field == "indicators":
            self.grid.locate(place)
        else:
            form, _ = self._form_of(place)
            form.wiring.focus(place.field)

    def _form_of(self, place: Place) -> tuple[OverviewForm | ProjectForm, QWidget]:
        if place.project:
            return self.project_form, self._project_page
        form = self.unit_form if place.unit else self.table_form
        return form, form
