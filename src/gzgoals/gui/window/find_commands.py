"""What the window does about finding: begins with what is selected, goes to the hits, replaces, and goes back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit

from gzgoals.core.search import Hit, replace
from gzgoals.core.table import GoalTable
from gzgoals.gui.panels.find_panel import FindPanel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.spanned_text import in_qt
from gzgoals.gui.window.job import Job
from gzgoals.gui.window.status import say
from gzgoals.gui.window.waiting import awaited


class FindCommands(QObject):
    """Ties the panel to the window; `commit` takes in what is half typed."""

    def __init__(
        self, window: QMainWindow, session: Session, panel: FindPanel, tree: TreePanel, commit: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._panel = panel
        self._tree = tree
        self._commit = commit
        self._selected = ""
        panel.replace_wanted.connect(self.replace)
        panel.gone.connect(self._on_gone)

    def note_selection(self) -> None:
        """Remember what is selected in a field, before anything closes it."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            self._selected = field.selectedText()
        elif isinstance(field, QPlainTextEdit):
            self._selected = field.textCursor().selectedText().partition("\u2029")[0]
        else:
            self._selected = ""

    def begin(self) -> None:
        """Look for what is selected, in the projects that are selected where there are several."""
        bar = self._panel.bar
        mine = self._panel.isAncestorOf(QApplication.focusWidget() or self._window)
        if not mine:
            self._panel.set_chosen(self._tree.chosen() if self._tree.has_several else ())
        bar.begin("" if mine else self._selected)

    def begin_new(self) -> None:
        """The same, with the keyboard in the field of what is to come in its place, once it is known what is found."""
        self.begin()
        if self._panel.bar.text.text():
            self._panel.bar.new.setFocus()
            self._panel.bar.new.selectAll()

    def replace(self, every: bool) -> None:
        """Replace the ticked hits, or every one."""
        self._commit()
        word = "替换" if self._panel.bar.new.text() else "删去"
        count = self._panel.replaced(every=every, make=self._made)
        if count is None:
            say(self._window, "没有替换，内容保持原样。")
        else:
            say(self._window, f"已{word} {count} 处，按 Ctrl+Z 可一步撤销。" if count else "没有要替换的内容。")

    def _made(self, table: GoalTable, hits: Sequence[Hit], new: str) -> GoalTable | None:
        if len(hits) <= _MANY:
            return replace(table, hits, new)

        def begin(parent: QObject) -> Job:
            return Job(lambda note: replace(table, hits, new, note), "没有替换，程序出了错，已记录。请重试。", parent)

        made: GoalTable | None = awaited(self._window, f"正在替换 {len(hits)} 处…", begin)
        return made

    def _on_gone(self, hit: Hit) -> None:
        """Select what was found, where the cell is a field that shows it as it is."""
        field, (start, end) = QApplication.focusWidget(), hit.spans[0]
        start, end = in_qt(hit.text, start), in_qt(hit.text, end)
        if isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
        elif isinstance(field, QLineEdit) and field.text() == hit.text:
            field.setSelection(start, end - start)


_MANY = 2000
"""From how many replacements on they are made beside the window: they would hold it up for longer than one feels."""
