"""The menu of a row of the list of findings: everything that can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from gzgoals.core.checks import Checked, Finding, Severity, rule_name
from gzgoals.gui.models.finding_model import FindingsModel
from gzgoals.gui.models.finding_rows import explain_label, fix_labels
from gzgoals.gui.panels.finding_commands import can_explain

_SEVERAL = 40
"""Of how many findings the fixes are looked up to tell what kinds there are: in a group all have the same few."""


class FindingMenu(QMenu):
    """Each entry says what it does and calls back with it."""

    def add(self, text: str, do: Callable[[], object], keys: str = "") -> None:
        """Add an entry; `keys` are shown beside it."""
        action = self.addAction(text.replace("&", "&&") + (f"\t{keys}" if keys else ""))
        action.triggered.connect(lambda _checked=False: do())


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the entries of the menu call; the panel does it."""

    go: Callable[[Finding], object]
    fix: Callable[[Finding, str], object]
    mend_all: Callable[[Sequence[Finding], str], object]
    explain: Callable[[Finding], object]
    withdraw: Callable[[Finding], object]
    switch_off: Callable[[str], object]
    show_only: Callable[[str], object]
    tell_why: Callable[[int], object]


def row_menu(parent: QWidget, model: FindingsModel, row: int, checked: Checked, do: Deeds) -> FindingMenu:
    """Return the menu of a row of the list: of a finding, or of all that it stands for."""
    shown, findings = model.rows[row], model.findings_at(row)

    def if_there(act: Callable[[int], object]) -> None:
        if (now := model.row_of(shown.key)) >= 0:  # rows may have come or gone since the menu was opened
            act(now)

    if shown.finding:
        menu = finding_menu(parent, checked, shown.finding, model.findings_of(shown.finding.rule), do)
    else:
        menu = FindingMenu(parent)
        menu.add("折叠" if model.is_open(row) else "展开", partial(if_there, model.toggle))
        menu.addSeparator()
        add_kinds(menu, checked, findings, do)
    menu.addSeparator()
    for rule in hint_rules(findings)[:3]:
        menu.add(f"本表不再提示此类（{rule_name(rule)}）", partial(do.switch_off, rule))
    if shown.finding:
        menu.add("只看此类问题", partial(do.show_only, shown.finding.rule))
    menu.addSeparator()
    menu.add("为何检查", partial(if_there, do.tell_why), "F1")
    return menu


def finding_menu(
    parent: QWidget, checked: Checked, finding: Finding, same: Sequence[Finding], do: Deeds
) -> FindingMenu:
    """Return the menu of one finding; `same` are all of its rule that are in the list."""
    menu = FindingMenu(parent)
    menu.add("定位到单元格", partial(do.go, finding))
    menu.addSeparator()
    labels = fix_labels(checked, finding)
    for number, (label, _) in enumerate(labels):
        menu.add(label, partial(do.fix, finding, label), "" if number else "Ctrl+.")
    for kind in dict.fromkeys(kind for _, kind in labels):
        menu.add(f"全部同类：{kind}…", partial(do.mend_all, same, kind))
    menu.addSeparator()
    if can_explain(finding):
        menu.add(explain_label(finding), partial(do.explain, finding))
    if finding.reason:
        menu.add("撤回理由", partial(do.withdraw, finding))
    return menu


def add_kinds(menu: FindingMenu, checked: Checked, findings: Sequence[Finding], do: Deeds) -> None:
    """Add an entry for each kind of fix that some of these findings have."""
    kinds = {
        (finding.rule, kind): None
        for finding in findings[:_SEVERAL]
        if not finding.is_answered
        for _, kind in fix_labels(checked, finding)
    }
    for rule, kind in kinds:
        members = [finding for finding in findings if finding.rule == rule]
        menu.add(f"全部同类：{kind}…（{rule_name(rule)}）", partial(do.mend_all, members, kind))


def hint_rules(findings: Sequence[Finding]) -> list[str]:
    """Return the rules of these findings that are hints."""
    return list(dict.fromkeys(finding.rule for finding in findings if finding.severity is Severity.HINT))
