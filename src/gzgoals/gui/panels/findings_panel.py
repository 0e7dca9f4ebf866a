"""The list of all findings: what is wrong and where, each with its cure."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStackedLayout, QVBoxLayout, QWhatsThis, QWidget

from gzgoals.core.checks import Checked, Finding, renewed, rule_name
from gzgoals.gui.background import Background
from gzgoals.gui.models.finding_listing import Listed
from gzgoals.gui.models.finding_model import FindingsModel
from gzgoals.gui.models.finding_rows import Deed, Link, fix_labels
from gzgoals.gui.models.finding_words import nothing_to_fix, passing_words, told, told_of_rules, without_fix
from gzgoals.gui.models.tips import tip
from gzgoals.gui.panels.finding_commands import (
    apply_fix,
    give_reason,
    switch_hint_off,
    switch_hints_on,
)
from gzgoals.gui.panels.finding_menu import Deeds, row_menu
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.findings_bar import FindingsBar
from gzgoals.gui.widgets.findings_view import FindingsView

_MANY = 400
"""From how many projects on all is listed anew beside the window, which would stand still meanwhile."""
_TELLING = 400
"""Pixels that a text about a rule is wide."""


class FindingsPanel(QWidget):
    """Every problem of the table at once, the gravest first.

    Signals
    -------
    explain_wanted(Finding)
        The user wants to give, change or take back the reason for leaving a finding as it is.
    mending_wanted(findings, kind)
        The user wants to see what a kind of fix would change at these findings, and perhaps have it done.
    told(text)
        There is something to tell of what was done.
    """

    explain_wanted = Signal(object)
    mending_wanted = Signal(object, str)
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._last: Hashable = None
        self.bar = FindingsBar(self)
        self._deeds = Deeds(
            self._go, self._fix, self._mend_all, self.explain, self._withdraw, self._switch_off, self.bar.set_rule,
            self._tell_why,
        )  # fmt: skip
        self.model = FindingsModel(self)
        self._background = Background(self)
        self.view = FindingsView(self.model, self)
        self._nothing = QLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setObjectName("caption")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._pages, 1)
        self._connect()
        self._on_opened()

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.shown.connect(self._choose)
        self.bar.edited.connect(self._choose)
        self.bar.hints_wanted.connect(self._on_hints_wanted)
        self.bar.left_down.connect(self.enter)
        self._session.checking_changed.connect(self._on_counted)
        self._background.done.connect(self._on_listed)
        self.model.counted.connect(self._on_counted)
        self.view.chosen.connect(self._on_chosen)
        self.view.toggled.connect(self.model.toggle)
        self.view.linked.connect(self._on_linked)
        self.view.menu_wanted.connect(self._on_menu_wanted)
        self.view.why_wanted.connect(self._tell_why)

    def _on_opened(self) -> None:
        self._last = None
        self._background.drop()
        self.bar.show_everything()
        self.bar.set_hints_off(self._session.table.hints_off)
        self.model.open(self._session.checked, self.bar.choice(self._session.place))

    def _on_changed(self, change: Change) -> None:
        if change.old.hints_off != change.new.hints_off:
            self.bar.set_hints_off(change.new.hints_off)
        if self._background.busy:
            return  # what is listed then is brought up to what is found by then
        if change.renewed is None and change.checked.figures.projects > _MANY:
            self._background.ask(self._listing())
        else:
            self._keeping_current(partial(self.model.renew, change.checked, change.renewed))

    def _listing(self) -> Callable[[], tuple[Checked, Listed]]:
        checked = self._session.checked
        listing = self.model.listing(checked)
        return lambda: (checked, listing())

    def _on_listed(self, made: tuple[Checked, Listed]) -> None:
        """Show what has been listed beside the window, and what edits have changed since."""
        checked, now = made[0], self._session.checked
        since = renewed(checked, now)
        if since is None or not self._keeping_current(partial(self.model.take, made[1])):
            self._background.ask(self._listing())
        elif checked is not now:
            self._keeping_current(partial(self.model.renew, now, since))

    def _choose(self) -> None:
        choice = self.bar.choice(self._session.place)
        if choice != self.model.choice:
            self._keeping_current(partial(self.model.choose, choice))

    def _keeping_current(self, change: Callable[[], bool | None]) -> bool | None:
        """Change what is listed; where all is listed anew, the current finding is made current again."""
        here = self.view.currentIndex()
        key = self.model.rows[here.row()].key if here.isValid() else None
        outcome = change()
        if key is not None and not self.view.currentIndex().isValid() and (row := self.model.row_of(key)) >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
        return outcome

    def _on_counted(self) -> None:
        every, shown = self.model.every, self.model.shown
        self.bar.set_counts(every, shown, self.model.rules)
        if self._session.checking or self._background.busy:
            self._nothing.setText("正在检查…")
        else:
            self._nothing.setText("没有发现问题。" if not every.total else "没有符合条件的问题，可放宽上面的筛选。")
        self._pages.setCurrentWidget(self.view if shown.total else self._nothing)

    def current(self) -> Finding | None:
        """The finding whose row is current, or that the current cell was gone to for."""
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self.model.rows) or (finding := self.model.rows[row].finding) is None:
            return None
        return finding if self.view.hasFocus() or self.model.rows[row].key == self._last else None

    def enter(self) -> None:
        """Give the keyboard to the list; to the filter where nothing is listed."""
        if not self.model.rows:
            self.bar.text.setFocus()
            return
        if not self.view.currentIndex().isValid():
            self._show_row(0)
        self.view.setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or former (-1) open finding of the list, round its end; what is closed opens."""
        here = self.view.currentIndex()
        row = here.row() if here.isValid() else -1 if by > 0 else 0
        if here.isValid() and by > 0 and self._last is not None and self.model.row_of(self._last) < 0:
            row -= 1  # it is mended, and the next one has moved up
        left = self.model.shown.total + len(self.model.rows) + 1
        while left and self.model.shown.open:
            left -= 1
            row = self._next_row(row, by)
            finding = self.model.rows[row].finding
            if finding and not finding.is_answered:
                self._show_row(row)
                self._on_chosen(row)
                self._say_unseen(finding)
                return

    def _say_unseen(self, finding: Finding) -> None:
        """Say a finding's words where its row cannot be seen, as while another tab is open."""
        if self.view.visibleRegion().isEmpty():
            labels = fix_labels(self._session.checked, finding)
            self.told.emit(passing_words(finding, labels[0][0] if labels else ""))

    def _next_row(self, row: int, by: int) -> int:
        """Return the next row, having opened what is closed there."""
        row = (row + by) % len(self.model.rows)
        while self.model.is_open(row) is False:
            before = len(self.model.rows)
            self.model.toggle(row)
            row = row + 1 if by > 0 else row + len(self.model.rows) - before
        return row

    def _show_row(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.scrollTo(self.model.index(row, 0))

    def fix(self) -> None:
        """Apply the first fix of the current finding, or tell what can be done instead."""
        if first := self._first_fix():
            self._fix(first[0], first[1])

    def mend_all(self) -> None:
        """The same for all of its rule that are listed, once the user has seen what it would change."""
        if first := self._first_fix():
            self._mend_all(self.model.findings_of(first[0].rule), first[2])

    def _first_fix(self) -> tuple[Finding, str, str] | None:
        """Return the current finding with label and kind of its first fix; where there is none, tell what to do."""
        session = self._session
        if (finding := self.current()) is None:
            self.told.emit(nothing_to_fix(session.checked.counts.total(), checking=session.checking))
        elif labels := () if finding.is_answered else fix_labels(session.checked, finding):
            return (finding, *labels[0])
        else:
            self.told.emit(without_fix(finding))
        return None

    def can_explain(self) -> bool:
        """Tell whether there is a current finding; an error is told to be none that a reason helps."""
        return self.current() is not None

    def explain_current(self) -> None:
        """Ask for the reason for leaving the current finding as it is."""
        if finding := self.current():
            self.explain(finding)

    def explain(self, finding: Finding) -> None:
        """Ask for the reason for leaving a finding as it is."""
        self.explain_wanted.emit(finding)

    def tell_why(self) -> None:
        """Tell why the current row's rule is there."""
        if self.view.currentIndex().isValid():
            self._tell_why(self.view.currentIndex().row())

    def where(self, finding: Finding) -> str:
        """Return in words where a finding is."""
        return self.model.where(finding)

    def _on_chosen(self, row: int) -> None:
        if finding := self.model.rows[row].finding:
            self._last = self.model.rows[row].key
            self._session.go(finding.place)

    def _on_linked(self, row: int, link: Link) -> None:
        finding = self.model.rows[row].finding
        match link.deed:
            case Deed.MORE:
                rect = self.view.visualRect(self.model.index(row, self.model.columnCount() - 1))
                self._on_menu_wanted(row, self.view.viewport().mapToGlobal(rect.bottomLeft()))
            case Deed.MEND_ALL:
                self._mend_all(self.model.findings_at(row), link.subject)
            case Deed.FIX if finding:
                self._fix(finding, link.subject)
            case Deed.EXPLAIN if finding:
                self.explain(finding)
            case Deed.GO:
                self._on_chosen(row)

    def _go(self, finding: Finding) -> None:
        self._session.go(finding.place)

    def _fix(self, finding: Finding, label: str) -> None:
        self._session.show(finding.place)
        if apply_fix(self._session, finding, label):
            self.told.emit(f"已{label}，按 Ctrl+Z 可撤销。")
        else:
            self.told.emit(without_fix(finding))

    def _mend_all(self, findings: Sequence[Finding], kind: str) -> None:
        self.mending_wanted.emit(tuple(each for each in findings if not each.is_answered), kind)

    def _withdraw(self, finding: Finding) -> None:
        give_reason(self._session, finding, "")

    def _switch_off(self, rule: str) -> None:
        switch_hint_off(self._session, rule)
        self.told.emit(f"本表不再提示“{rule_name(rule)}”，按 Ctrl+Z 可撤销。")

    def _on_hints_wanted(self, rules: Sequence[str]) -> None:
        switch_hints_on(self._session, rules)

    def _tell_why(self, row: int) -> None:
        shown = self.model.rows[row]
        text = told(shown.finding) if shown.finding else told_of_rules(self.model.findings_at(row))
        below = self.view.visualRect(self.model.index(row, 1)).bottomLeft()
        wide = f'<table width="{_TELLING}"><tr><td>{tip(text)}</td></tr></table>'
        QWhatsThis.showText(self.view.viewport().mapToGlobal(below), wide, self.view)

    def _on_menu_wanted(self, row: int, at: QPoint) -> None:
        menu = self.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # else letting go of it would choose the entry
            menu.setActiveAction(menu.actions()[0])

    def menu(self, row: int) -> QMenu:
        """Return the menu of a row."""
        return row_menu(self, self.model, row, self._session.checked, self._deeds)
