"""A large table is checked in the background: it is shown at once, edits go on meanwhile, and the findings follow."""

import threading
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Checked, Office, Renewed, Severity, check
from gzgoals.core.edits import add_project, replaced
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Unit
from gzgoals.gui import session as session_module
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.session import Change, Session
from gzgoals.gui.window.status import Status

pytestmark = pytest.mark.usefixtures("qapp")


def project(key: str) -> Project:
    funding = Funding(appropriation=Decimal("1.00"))
    return Project(id=key, name=key, funding=funding, indicators=(Indicator(id=f"{key}1"), Indicator(id=f"{key}2")))


A, B = Place("u", "a"), Place("u", "b")
LARGE = GoalTable(year=2026, units=(Unit(id="u", name="某法院", projects=(project("a"), project("b"))),))
SMALL = GoalTable(year=2026, units=(Unit(id="u", name="某法院", projects=(Project(id="p"),)),))


class Gate:
    """A check that waits, in its own thread, until it is let through."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.looked_at: list[GoalTable] = []

    def check(self, table: GoalTable, before: Checked | None = None, office: Office | None = None) -> Checked:
        if threading.current_thread() is not threading.main_thread():
            self.looked_at.append(table)
            assert self.open.wait(60)
        return check(table, before, office)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Let three indicators be many, and their check wait."""
    gate = Gate()
    monkeypatch.setattr(session_module, "LARGE", 3)
    monkeypatch.setattr(session_module, "check", gate.check)
    yield gate
    gate.open.set()


def let_through(session: Session, gate: Gate, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.checking_changed):
        gate.open.set()


def changes(spy: QSignalSpy) -> list[Change]:
    return [spy.at(number)[0] for number in range(spy.count())]


def test_a_large_table_is_there_before_its_findings(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    assert session.checking
    assert session.checked.findings == ()
    assert session.checked.figures.total == Decimal("2.00")
    let_through(session, gate, qtbot)
    assert session.checked.findings == check(LARGE).findings


def test_a_small_table_is_checked_at_once(gate: Gate) -> None:
    session = Session(SMALL)
    assert not session.checking
    assert session.checked.findings == check(SMALL).findings
    assert gate.looked_at == []


def test_the_findings_come_as_a_change_of_nothing_else(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    heard = QSignalSpy(session.changed)
    let_through(session, gate, qtbot)
    (change,) = changes(heard)
    assert (change.old, change.new, change.renewed) == (LARGE, LARGE, None)
    assert change.checked is session.checked


def test_an_edit_meanwhile_is_told_and_checked_once_the_findings_come(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    heard = QSignalSpy(session.changed)
    session.put("修改金额", B.at("funding.appropriation"), Decimal("5.00"))
    assert [change.renewed for change in changes(heard)] == [Renewed(((0, 1),), (0,))]
    assert session.checked.figures.total == Decimal("6.00")
    let_through(session, gate, qtbot)
    assert session.checked.findings == check(session.table).findings
    assert gate.looked_at == [LARGE]


def test_another_table_supersedes_the_one_being_checked(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    other = replaced(LARGE, department="某法院")
    session.open(other)
    let_through(session, gate, qtbot)
    assert session.checked.table is other
    assert session.checked.findings == check(other).findings


def test_of_a_small_table_opened_meanwhile_nothing_old_is_heard(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    session.open(SMALL)
    assert not session.checking
    heard = QSignalSpy(session.changed)
    gate.open.set()
    qtbot.waitUntil(lambda: session._background._running is None)
    assert heard.count() == 0
    assert session.checked.findings == check(SMALL).findings


def test_other_rules_are_told_as_a_change_of_the_findings_alone() -> None:
    session = Session(SMALL)
    rule = session.checked.findings[0].rule
    office = Office(off=frozenset({rule}))
    heard = QSignalSpy(session.changed)
    session.set_office(office)
    (change,) = changes(heard)
    assert change.old is change.new
    assert session.office is office
    assert session.checked.findings == check(SMALL, None, office).findings
    assert rule not in {finding.rule for finding in session.checked.findings}


def test_other_rules_for_a_large_table_supersede_the_check_by_the_former_ones(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    office = Office(severities={"X": Severity.HINT})
    session.set_office(office)
    let_through(session, gate, qtbot)
    assert session.checked.around.office is office
    assert session.checked.findings == check(LARGE, None, office).findings


def test_undoing_what_would_take_long_to_check_needs_no_check(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    let_through(session, gate, qtbot)
    gate.open.clear()
    before = session.checked
    session.put("修改指标编码", TABLE.at("scheme"), "2021")
    assert session.checking
    session.undo()
    assert not session.checking
    assert session.checked == before


def test_many_new_projects_are_checked_apart_as_well(gate: Gate, qtbot: QtBot) -> None:
    session = Session(SMALL)
    many = replaced(project("m"), indicators=tuple(Indicator() for _ in range(9)))
    session.apply("新增项目", lambda table: add_project(table, Place("u"), many), Place("u"))
    assert session.checking
    let_through(session, gate, qtbot)
    assert session.checked.findings == check(session.table).findings


def test_nowhere_is_a_table_called_good_before_it_is_checked(gate: Gate, qtbot: QtBot) -> None:
    session = Session(LARGE)
    status, tally = Status(session), TallyLabel(session)
    qtbot.addWidget(status)
    qtbot.addWidget(tally)
    assert status.counts.text() == "正在检查…"
    let_through(session, gate, qtbot)
    counts = session.checked.counts
    assert (
        status.counts.text()
        == f"错误 {counts[Severity.ERROR]} · 警告 {counts[Severity.WARNING]} · 提示 {counts[Severity.HINT]}"
    )
