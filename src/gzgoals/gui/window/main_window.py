"""The main window: tree on the left, form and grid in the middle, findings below."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

import gzgoals
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.settings import Settings
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.page_setup import PageSetupDialog
from gzgoals.gui.panels.compare_panel import ComparePanel
from gzgoals.gui.panels.find_panel import FindPanel
from gzgoals.gui.panels.findings_panel import FindingsPanel
from gzgoals.gui.panels.form_panel import FormPanel
from gzgoals.gui.panels.matrix_panel import MatrixPanel
from gzgoals.gui.panels.preview_panel import PreviewPanel
from gzgoals.gui.panels.readiness_panel import ReadinessPanel
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.notice_bar import NoticeBar
from gzgoals.gui.widgets.type_size import TITLE_BAR, scaled
from gzgoals.gui.window.actions import Actions
from gzgoals.gui.window.check_commands import CheckCommands
from gzgoals.gui.window.clip_actions import CLIPBOARD_MENU, MANY_INDICATORS_MENU
from gzgoals.gui.window.clipboard_commands import ClipboardCommands
from gzgoals.gui.window.compare_commands import CompareCommands
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.file_drops import FileDrops
from gzgoals.gui.window.find_commands import FindCommands
from gzgoals.gui.window.finding_commands import FindingCommands
from gzgoals.gui.window.form_prints import FormPrints
from gzgoals.gui.window.import_commands import ImportCommands
from gzgoals.gui.window.library_commands import LibraryCommands
from gzgoals.gui.window.lower_tabs import LowerTabs, divide, split
from gzgoals.gui.window.many_commands import ManyCommands
from gzgoals.gui.window.matrix_actions import MATRIX_CELL_MENU
from gzgoals.gui.window.matrix_room import MatrixRoom
from gzgoals.gui.window.menu_bar import add_button_bar, fill_menu_bar, name_steps, pop_up
from gzgoals.gui.window.menus import GRID_MENU, TREE_MENU, action_specs
from gzgoals.gui.window.office_commands import OfficeCommands
from gzgoals.gui.window.print_commands import PrintCommands
from gzgoals.gui.window.project_names import ProjectNames
from gzgoals.gui.window.remembering import RecentFiles, Shape, ShownProjects
from gzgoals.gui.window.safekeeping import Safekeeping
from gzgoals.gui.window.status import Status, say
from gzgoals.gui.window.view_commands import ViewCommands

Write = Callable[[Settings], None]

_BELOW = ((760, 250), (520, 160), (0, 0))
"""In how much room the lists below have at first how much of it, in pixels: on a low screen the grid needs it more."""

_AROUND_FORM = (12, 10, 12, 8)

_LOW_WINDOW = 540
"""Pixels of height below which there is no room for a bar of buttons: all of them stand in the menus too."""


class MainWindow(QMainWindow):
    """One table in one window; `write` keeps the settings whenever they have changed."""

    def __init__(self, session: Session, settings: Settings, write: Write) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._write = write
        self.tree = TreePanel(session)
        self.tree.setObjectName("side")
        self.tree.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        session.located.connect(self._on_located)  # before the form takes the keyboard
        self.form = FormPanel(session)
        self.findings = FindingsPanel(session)
        self.compare = ComparePanel(session)
        self.readiness = ReadinessPanel(session)
        self.matrix = MatrixPanel(session)
        self.search = FindPanel(session)
        self.files = FileCommands(self, session, self.commit, self._remember)
        self.imports = ImportCommands(self, session, self.files)
        self.prints = PrintCommands(self, session, self.files, self.commit)
        self.form_prints = FormPrints(self, session, self.prints)
        self.preview = PreviewPanel(session, settings.page, self.prints.marks)
        self.prints.setup = settings.page
        FindingCommands(self, session, self.findings, self.commit)
        self.finds = FindCommands(self, session, self.search, self.tree, self.commit)
        self.compares = CompareCommands(self, session, self.files, self.prints, self.commit)
        self.office = OfficeCommands(self, session, self.files, settings, self._remember)
        self.form.project_form.name.offer(ProjectNames(session).suggested)
        self.library = LibraryCommands(self, session, self.form.grid, self.files, lambda: self.settings, self._remember)
        self.checks = CheckCommands(self, session, self.files, self.office, self.prints, self.commit)
        self.clips = ClipboardCommands(self, session, self.tree, self.form.grid, self.matrix)
        self.many = ManyCommands(self, session, self.tree, self.form.grid)
        self.views = ViewCommands(self, lambda: self.settings, self._remember)
        self.bar = NoticeBar(self)
        self.safekeeping = Safekeeping(self, session, self.files, self.bar, self.compares.tell)
        self._recent = QMenu("最近打开", self)
        self.recent = RecentFiles(self._recent, session, self.files, self.bar, lambda: self.settings, self._remember)
        self._lay_out()
        self.actions_by_key = Actions(self, action_specs(self), self.commit)
        fill_menu_bar(self, self.actions_by_key, self._recent)
        self._bar = add_button_bar(self, self.actions_by_key)
        self._connect()
        self._shape = Shape(self, (self._whole, self._right), self.tabs, self.views.columns)
        self._shape.restore(settings)
        self._shown = ShownProjects(session, lambda: self.settings, self._remember)
        self._refresh()
        self._show_office()
        self.office.refresh()
        self._refresh_tabs()
        self.tree.view.setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(*_AROUND_FORM)
        column.addWidget(self.form)
        self._right = split(Qt.Orientation.Vertical, (middle,))
        self.tabs = LowerTabs(
            self._right,
            (
                (self.findings, "检查结果"),
                (self.preview, "版面预览"),
                (self.compare, "与上年对比"),
                (self.readiness, "上报前检查"),
                (self.matrix, "同类项目"),
                (self.search, "查找替换"),
            ),
            self._least_form,
        )
        self.tabs.set_beside(TallyLabel(self.session))
        self._room = MatrixRoom(self._right, middle, self.tabs, self.matrix, self._least_form)
        self._whole = split(Qt.Orientation.Horizontal, (self.tree, self._right))
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        below = next(height for least, height in _BELOW if room.height() > least)
        side = min(scaled(self, 372), room.width() * 2 // 7)
        divide(self._right, (room.height() - below, below), 0)
        divide(self._whole, (side, room.width() - side), 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._whole, 1)
        self.setCentralWidget(whole)
        self._status = Status(self.session)
        self.setStatusBar(self._status)
        self.resize(QSize(1440, 900).boundedTo(room))

    def _connect(self) -> None:
        FileDrops(self, self.files.open_path)
        in_tree = (*CLIPBOARD_MENU, "", *TREE_MENU, *MANY_INDICATORS_MENU)
        self.tree.menu_wanted.connect(lambda at: self._pop_up(in_tree, at))
        self.form.grid.menu_wanted.connect(lambda at: self._pop_up((*CLIPBOARD_MENU, "", *GRID_MENU), at))
        for panel in (self.tree, self.form.grid):
            panel.told.connect(self._on_told)
            panel.view.selectionModel().selectionChanged.connect(self._refresh_actions)
        self.tree.filtering.edited.connect(self._refresh_actions)
        self.findings.view.selectionModel().currentChanged.connect(self._refresh_actions)
        self.matrix.view.selectionModel().currentChanged.connect(self._refresh_actions)
        self.matrix.projects_wanted.connect(lambda: self.actions_by_key.trigger("matrix_choose"))
        self.matrix.menu_wanted.connect(lambda at: self._pop_up(MATRIX_CELL_MENU, at))
        self.tabs.currentChanged.connect(self._refresh_actions)
        self.compare.last_year_wanted.connect(self.compares.choose_last_year)
        self.search.left.connect(self.form.enter)
        self.readiness.report_wanted.connect(self.checks.export_report)
        self.readiness.print_wanted.connect(self.prints.print)
        self.preview.print_wanted.connect(self.prints.print)
        self.preview.setup_wanted.connect(self.set_up_pages)
        self.preview.setup_chosen.connect(self.set_page)
        self.office.changed.connect(self._show_office)
        session = self.session
        for signal in (session.opened, session.shown, session.history_changed):
            signal.connect(self._refresh)
        for signal in (session.opened, session.checking_changed, session.compared):
            signal.connect(self._refresh_tabs)
        session.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setVisible(self.height() >= _LOW_WINDOW)

    def _refresh(self) -> None:
        session = self.session
        name = visible_line(self.files.name).replace(
            "[*]", "[*][*]"
        )  # Qt's mark for unsaved work, doubled to be itself
        title = f"{name}[*] — 绩效目标表"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        if self.isWindowModified() is not session.modified:
            self.setWindowModified(session.modified)
        name_steps(self.actions_by_key, session.history)
        self._refresh_actions()

    def _refresh_tabs(self) -> None:
        session = self.session
        count = "…" if session.checking else session.checked.counts.total()
        comparison = session.known_comparison
        self.tabs.set_title(self.findings, f"检查结果 {count}")
        self.tabs.set_title(self.compare, f"与上年对比 {len(comparison.changes)}" if comparison else "与上年对比")

    def _on_changed(self, change: Change) -> None:
        self._refresh_tabs()
        if change.old is change.new:
            self._refresh_actions()  # else `history_changed` follows

    def _on_told(self, text: str) -> None:
        say(self, text)

    def _on_located(self) -> None:
        self._room.give_back()

    def _refresh_actions(self) -> None:
        self.actions_by_key.refresh()

    def _pop_up(self, keys: tuple[str, ...], at: QPoint) -> None:
        pop_up(self, self.actions_by_key, keys, at)

    def commit(self) -> None:
        """Bring into the table what is half typed anywhere."""
        self.form.commit()
        self.compare.commit()
        self.matrix.commit()

    def show_comparison(self) -> None:
        """Show the comparison with the year before and give it the keyboard."""
        self.tabs.bring(self.compare)
        self.compare.enter()

    def show_preview(self) -> None:
        """Show the pages as they will print, and give them the keyboard."""
        self.commit()
        self.tabs.bring(self.preview)
        self.preview.enter()

    def set_up_pages(self) -> None:
        """Ask how pages are set up and remember it."""
        setup = PageSetupDialog.ask(self.settings.page, self)
        if setup is not None:
            self.set_page(setup)

    def set_page(self, setup: PageSetup) -> None:
        """Print and show pages as `setup` makes them, and remember it."""
        self._remember(lambda settings: settings.replaced(page=setup))
        self.prints.setup = setup
        self.preview.set_setup(setup)

    def show_readiness(self) -> None:
        """Show what stands between the table and its final print, and give it the keyboard."""
        self.commit()
        self.tabs.bring(self.readiness)
        self.readiness.enter()

    def show_matrix(self) -> None:
        """Show projects side by side and give them the keyboard."""
        self.tabs.bring(self.matrix, self._room.take())
        self.matrix.enter()

    def show_find(self) -> None:
        """Show the tab of finding and give it the keyboard."""
        self.tabs.bring(self.search, self.tabs.minimumHeight() + self.search.needs)
        self.finds.begin()

    def show_replace(self) -> None:
        """The same, to replace what is found."""
        self.tabs.bring(self.search, self.tabs.minimumHeight() + self.search.needs)
        self.finds.begin_new()

    def step_hit(self, by: int) -> None:
        """Go to the next hit, or the former one; without anything to look for, ask what."""
        if not self.search.bar.text.text():
            self.tabs.bring(self.search, self.tabs.minimumHeight() + self.search.needs)
        self.search.step(by)

    def _least_form(self) -> int:
        """Return how high the form above the tabs must be not to scroll, in pixels."""
        top, bottom = _AROUND_FORM[1], _AROUND_FORM[3]
        return self.form.least_height() + top + bottom

    def _show_office(self) -> None:
        """Show by which rules is checked."""
        self._status.show_rules(self.office.state.text)
        self.readiness.rules.set_text(self.office.state.text)

    def show_findings(self) -> None:
        """Show the list of findings and give it the keyboard."""
        self.tabs.open(self.findings)
        self.findings.enter()

    def undo(self) -> None:
        """Take back the last step; what is half typed is brought into the table first."""
        self.commit()
        label = self.session.history.undo_label
        with self.matrix.staying():
            self.session.undo()
        if label:
            say(self, f"已撤销：{label}")

    def redo(self) -> None:
        """Do the last undone step again."""
        self.commit()
        label = self.session.history.redo_label
        with self.matrix.staying():
            self.session.redo()
        if label:
            say(self, f"已重做：{label}")

    def has_findings(self) -> bool:
        """Tell whether there is anything to go to with F8."""
        return bool(self.session.checked.counts.total() + self.session.checked.answered)

    def tell_about(self) -> None:
        """Tell what this program is."""
        tell(
            self,
            f"gzgoals {gzgoals.__version__}",
            "项目支出绩效目标表编辑器。离线使用，不连接网络；数据只保存在您选定的文件中。",
        )

    def _remember(self, change: Callable[[Settings], Settings]) -> None:
        self.settings = change(self.settings)
        self._write(self.settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        self._shown.keep()
        self._room.give_back()
        self._remember(self._shape.kept)
        self.safekeeping.end()
        event.accept()
