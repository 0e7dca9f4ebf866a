"""The main window: tree on the left, form and grid in the middle, findings below."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QTabWidget, QToolBar, QVBoxLayout, QWidget

import gzgoals
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.settings import Settings
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.dialogs.page_setup import PageSetupDialog
from gzgoals.gui.panels import grid_commands, tree_commands
from gzgoals.gui.panels.compare_panel import ComparePanel
from gzgoals.gui.panels.findings_panel import FindingsPanel
from gzgoals.gui.panels.form_panel import FormPanel
from gzgoals.gui.panels.preview_panel import PreviewPanel
from gzgoals.gui.panels.readiness_panel import ReadinessPanel
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.notice_bar import NoticeBar
from gzgoals.gui.window.actions import Actions
from gzgoals.gui.window.check_commands import CheckCommands
from gzgoals.gui.window.compare_commands import CompareCommands
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.file_drops import FileDrops
from gzgoals.gui.window.finding_commands import FindingCommands
from gzgoals.gui.window.form_prints import FormPrints
from gzgoals.gui.window.import_commands import ImportCommands
from gzgoals.gui.window.menus import GRID_MENU, MENUS, TOOLBAR, TREE_MENU, action_specs
from gzgoals.gui.window.office_commands import OfficeCommands
from gzgoals.gui.window.print_commands import PrintCommands
from gzgoals.gui.window.safekeeping import Safekeeping
from gzgoals.gui.window.status import Status
from gzgoals.gui.window.theme import dress

Write = Callable[[Settings], None]

_LOW_SCREEN = 800
"""Pixels of height up to which the grid gets more of the room than the lists below it."""

_TITLE_BAR = 40
"""Pixels that the desktop's frame may take above a window."""


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
        self.form = FormPanel(session)
        self.findings = FindingsPanel(session)
        self.compare = ComparePanel(session)
        self.readiness = ReadinessPanel(session)
        self.files = FileCommands(self, session, self.commit, self._remember)
        self.imports = ImportCommands(self, session, self.files)
        self.prints = PrintCommands(self, session, self.files, self.commit)
        self.form_prints = FormPrints(self, session, self.prints)
        self.preview = PreviewPanel(session, settings.page, self.prints.marks)
        self.prints.setup = settings.page
        FindingCommands(self, session, self.findings, self.commit)
        self.compares = CompareCommands(self, session, self.files, self.commit)
        self.office = OfficeCommands(self, session, self.files, settings, self._remember)
        self.checks = CheckCommands(self, session, self.files, self.office, self.commit)
        self._recent = QMenu("最近打开", self)
        self.bar = NoticeBar(self)
        self.safekeeping = Safekeeping(self, session, self.files, self.bar, self.compares.tell)
        self._lay_out()
        self.actions_by_key = Actions(self, action_specs(self), self.commit)
        self._fill_menus()
        self._connect()
        self._restore()
        self._refresh()
        self._show_office()
        self.office.refresh()
        self._refresh_tabs()

    def _lay_out(self) -> None:
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.findings, "检查结果")
        self._tabs.addTab(self.preview, "版面预览")
        self._tabs.addTab(self.compare, "与上年对比")
        self._tabs.addTab(self.readiness, "上报前检查")
        self._tabs.setCornerWidget(TallyLabel(self.session))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 10, 12, 8)
        column.addWidget(self.form)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(middle)
        self._right.addWidget(self._tabs)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.addWidget(self.tree)
        self._whole.addWidget(self._right)
        below = 250 if self.screen().availableSize().height() > _LOW_SCREEN else 180
        for splitter, sizes, grows in ((self._right, (810 - below, below), 0), (self._whole, (372, 1068), 1)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
            splitter.setSizes(list(sizes))
            splitter.setStretchFactor(grows, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._whole, 1)
        self.setCentralWidget(whole)
        self._status = Status(self.session)
        self.setStatusBar(self._status)
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.resize(QSize(1440, 900).boundedTo(room))

    def _fill_menus(self) -> None:
        for title, keys in MENUS:
            menu = self.menuBar().addMenu(title)
            for key in keys:
                if key == "recent":
                    menu.addMenu(self._recent)
                else:
                    self.actions_by_key.fill(menu, (key,))
            menu.aboutToShow.connect(self.actions_by_key.refresh)
        bar = QToolBar("常用")
        bar.setObjectName("common")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for key in TOOLBAR:
            bar.addAction(self.actions_by_key[key]) if key else bar.addSeparator()
        self.addToolBar(bar)

    def _connect(self) -> None:
        FileDrops(self, self.files.open_path)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.tree.menu_wanted.connect(lambda at: self._pop_up(TREE_MENU, at))
        self.form.grid.menu_wanted.connect(lambda at: self._pop_up(GRID_MENU, at))
        self.form.grid.view.selectionModel().selectionChanged.connect(self._refresh_actions)
        self.findings.view.selectionModel().currentChanged.connect(self._refresh_actions)
        self.compare.last_year_wanted.connect(self.compares.choose_last_year)
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

    def _refresh(self) -> None:
        history, session = self.session.history, self.session
        name = visible_line(self.files.name).replace(
            "[*]", "[*][*]"
        )  # Qt's mark for unsaved work, doubled to be itself
        title = f"{name}[*] — 绩效目标表"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        self.setWindowModified(session.modified)
        for key, word, label in (("undo", "撤销", history.undo_label), ("redo", "重做", history.redo_label)):
            action = self.actions_by_key[key]
            if action.text() != word + _in_menu(label):
                action.setText(word + _in_menu(label))
                action.setIconText(word)
        self._refresh_actions()

    def _refresh_tabs(self) -> None:
        session = self.session
        count = "…" if session.checking else session.checked.counts.total()
        comparison = session.known_comparison
        for panel, title in (
            (self.findings, f"检查结果 {count}"),
            (self.compare, f"与上年对比 {len(comparison.changes)}" if comparison else "与上年对比"),
        ):
            tab = self._tabs.indexOf(panel)
            if self._tabs.tabText(tab) != title:
                self._tabs.setTabText(tab, title)

    def _on_changed(self, change: Change) -> None:
        self._refresh_tabs()
        if change.old is change.new:
            self._refresh_actions()  # else `history_changed` follows

    def _refresh_actions(self) -> None:
        self.actions_by_key.refresh()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for name in self.settings.recent:
            action = self._recent.addAction(_in_menu(name))
            action.setData(name)
            action.triggered.connect(self._on_recent_triggered)
        if not self.settings.recent:
            self._recent.addAction("（还没有）").setEnabled(False)

    def _on_recent_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.files.open_path(Path(action.data()))

    def _pop_up(self, keys: tuple[str, ...], at: QPoint) -> None:
        self.actions_by_key.refresh()
        menu = self.actions_by_key.fill(QMenu(self), keys)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at if not at.isNull() else QCursor.pos())

    def commit(self) -> None:
        """Bring into the table what is half typed anywhere."""
        self.form.commit()
        self.compare.commit()

    def show_comparison(self) -> None:
        """Show the comparison with the year before and give it the keyboard."""
        self._show_tab(self.compare)
        self.compare.enter()

    def show_preview(self) -> None:
        """Show the pages as they will print, and give them the keyboard."""
        self.commit()
        self._show_tab(self.preview)
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
        self._show_tab(self.readiness)
        self.readiness.enter()

    def _show_tab(self, panel: QWidget) -> None:
        self._tabs.setCurrentWidget(panel)
        above, below = self._right.sizes()
        if below < (wanted := (above + below) * 2 // 5):
            self._right.setSizes([above + below - wanted, wanted])

    def _show_office(self) -> None:
        """Show by which rules is checked."""
        self._status.show_rules(self.office.state.text)
        self.readiness.rules.set_text(self.office.state.text)

    def show_findings(self) -> None:
        """Show the list of findings and give it the keyboard."""
        self._tabs.setCurrentWidget(self.findings)
        self.findings.enter()

    def undo(self) -> None:
        """Take back the last step; what is half typed is brought into the table first."""
        self.commit()
        self.session.undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        self.commit()
        self.session.redo()

    def remove_thing(self) -> None:
        """Remove the project or unit shown; no question is asked, since one key brings it back."""
        tree_commands.remove(self.session)
        self.statusBar().showMessage("已删除，按 Ctrl+Z 可恢复。", 6000)

    def move_indicators(self, by: int) -> None:
        """Move the selected indicators by one row and keep them selected."""
        grid_commands.move(self.session, self.form.grid.current(), by)

    def has_findings(self) -> bool:
        """Tell whether there is anything to go to with F8."""
        return bool(self.session.checked.counts.total() + self.session.checked.answered)

    def set_theme(self, theme: Literal["system", "light", "dark"]) -> None:
        """Change the look of the program and remember it."""
        self._remember(lambda settings: settings.replaced(theme=theme))
        self.follow_system()

    def follow_system(self) -> None:
        """Take on the look that the settings ask for, which may be that of the desktop."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, self.settings.theme)

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

    def _restore(self) -> None:
        self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        for splitter, sizes in zip((self._whole, self._right), self.settings.splitters, strict=False):
            splitter.setSizes(list(sizes))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_close():
            event.ignore()
            return
        shape = bytes(self.saveGeometry().toBase64().data()).decode()
        splitters = tuple(tuple(splitter.sizes()) for splitter in (self._whole, self._right))
        self._remember(lambda settings: settings.replaced(geometry=shape, splitters=splitters))
        self.safekeeping.end()
        event.accept()


def _in_menu(text: str) -> str:
    """Return a text as a menu shows it to the letter: one & would underline what follows it."""
    return visible_line(text).replace("&", "&&")
