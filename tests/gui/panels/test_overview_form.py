"""The forms of the table and of a unit."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.table import TABLE, Funding, GoalTable, Place, Project, Unit
from gzgoals.gui.panels.form_panel import FormPanel
from gzgoals.gui.session import Session

START = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(id="A", name="本级", projects=(Project(funding=Funding(appropriation=Decimal("3.00"))),)),
        Unit(id="B", name="法庭", projects=(Project(funding=Funding(other=Decimal("1.00"))),)),
    ),
)


@pytest.fixture
def session() -> Session:
    return Session(START)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FormPanel:
    panel = FormPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_the_table_shows_its_fields_and_all_sums(panel: FormPanel, session: Session) -> None:
    session.show(TABLE)
    form = panel.table_form
    assert form.isVisible()
    assert [field.widget.value() for field in form.wiring.fields] == ["某法院", 2026, "2015"]
    assert {name: label.text() for name, label in form.sums.items()} == {
        "count": "2 个",
        "appropriation": "3.00 万元",
        "special_account": "0.00 万元",
        "other": "1.00 万元",
        "total": "4.00 万元",
    }


def test_a_unit_shows_its_own_sums(panel: FormPanel, session: Session) -> None:
    session.show(Place("B"))
    assert panel.unit_form.isVisible()
    assert panel.unit_form.sums["total"].text() == "1.00 万元"


def test_a_units_name_is_typed_and_taken_back(panel: FormPanel, session: Session, qtbot: QtBot) -> None:
    session.show(Place("B"))
    name = panel.unit_form.wiring.fields[0].widget
    name.selectAll()
    qtbot.keyClicks(name, "AB")
    assert session.table.units[1].name == "AB"
    session.undo()
    assert session.table is START
    assert name.value() == "法庭"


def test_the_year_is_changed_by_keys(panel: FormPanel, session: Session, qtbot: QtBot) -> None:
    session.show(TABLE)
    year = panel.table_form.wiring.fields[1].widget
    qtbot.keyClick(year, Qt.Key.Key_Up)
    assert session.table.year == 2027
