"""Thousands of random edits through session, panels and models: what is shown is always what the table holds."""

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from gzgoals.core.files import read_table, write_table
from gzgoals.core.table import TABLE, GoalTable, LastYear, Place, Project, Unit, catalogue_of, money_text
from gzgoals.core.years import compare
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.models.project_rows import ROOT
from gzgoals.gui.panels import grid_commands, tree_commands
from gzgoals.gui.panels.compare_panel import ComparePanel
from gzgoals.gui.panels.findings_panel import FindingsPanel
from gzgoals.gui.panels.form_panel import FormPanel
from gzgoals.gui.panels.matrix_panel import MatrixPanel
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session

pick = st.integers(0, 1_000)
words = st.sampled_from(["", "租赁", "物业管理费", "待单位补充...", "1、2、", "≥95%", "审判执行"])
values = st.sampled_from(["", "95", "0", "达标", "95%-98%", "2026年12月31日前"])
COLUMNS = ("name", "cycle.value", "annual.value", "cycle.measure", "annual.measure")


class Editing(RuleBasedStateMachine):
    """A user who does everything in any order."""

    def __init__(self) -> None:
        super().__init__()
        old = Unit(name="某法院", projects=(Project(name="租赁"), Project(name="物业管理费")))
        last_year = LastYear(year=2025, department="某法院", units=(old,))
        self.start = GoalTable(year=2026, department="某法院", units=(old,), last_year=last_year)
        self.session = Session(self.start)
        self.tree = TreePanel(self.session)
        self.form = FormPanel(self.session)
        self.findings = FindingsPanel(self.session)
        self.compare = ComparePanel(self.session)
        self.matrix = MatrixPanel(self.session)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        models = (
            self.tree.model,
            self.form.grid.model,
            self.findings.model,
            self.compare.view.model,
            self.matrix.model,
        )
        self.testers = [QAbstractItemModelTester(model, mode) for model in models]

    def places(self) -> list[Place]:
        units = self.session.table.units
        below = [Place(unit.id, project.id) for unit in units for project in unit.projects]
        return [TABLE, *(Place(unit.id) for unit in units), *below]

    def rows(self) -> list[str]:
        return [row.key for row in self.form.grid.model.rows]

    @rule(which=pick)
    def show(self, which: int) -> None:
        places = self.places()
        self.session.show(places[which % len(places)])

    @rule(which=pick)
    def click_in_the_tree(self, which: int) -> None:
        place = self.places()[which % len(self.places())]
        self.tree.view.setCurrentIndex(self.tree.model.index_of(place.project or place.unit or ROOT))
        assert self.session.place == place

    @rule(text=words)
    def type_a_name(self, text: str) -> None:
        if self.session.place.unit:
            self.session.put("修改名称", self.session.place.at("name"), text, typed=True)

    @precondition(lambda self: self.session.place.project)
    @rule(source=st.sampled_from(["appropriation", "special_account", "other"]), amount=pick | st.just("五百"))
    def fund(self, source: str, amount: int | str) -> None:
        value = amount if isinstance(amount, str) else Decimal(amount) / 100
        self.session.put("修改金额", self.session.place.at(f"funding.{source}"), value)

    @precondition(lambda self: self.session.table.units)
    @rule()
    def add_project(self) -> None:
        tree_commands.add_project_here(self.session)

    @rule()
    def add_unit(self) -> None:
        tree_commands.add_unit_here(self.session)

    @precondition(lambda self: self.session.place.unit)
    @rule()
    def duplicate(self) -> None:
        if len(self.places()) < 40:
            tree_commands.duplicate(self.session)

    @precondition(lambda self: self.session.place.unit)
    @rule()
    def remove(self) -> None:
        tree_commands.remove(self.session)

    @rule(by=st.sampled_from([-1, 1]))
    def move(self, by: int) -> None:
        if tree_commands.can_move(self.session, by):
            tree_commands.move(self.session, by)

    @rule(which=pick, onto=pick, row=st.integers(-1, 4), copied=st.booleans())
    def drag(self, which: int, onto: int, row: int, copied: bool) -> None:
        places = self.places()
        moved, target = places[which % len(places)], places[onto % len(places)]
        if moved.unit and not (copied and len(places) > 40):
            key = moved.project or moved.unit
            self.tree.model.dragged.emit([key], target.project or target.unit or ROOT, row, copied)

    @precondition(lambda self: self.session.place.project)
    @rule(name=words)
    def type_a_new_indicator(self, name: str) -> None:
        model = self.form.grid.model
        model.setData(model.index_of(NEW, "name"), name)

    @precondition(lambda self: self.session.place.project)
    @rule(which=pick, column=st.sampled_from(COLUMNS), text=values)
    def type_into_the_grid(self, which: int, column: str, text: str) -> None:
        model = self.form.grid.model
        model.setData(model.index_of(self.rows()[which % len(self.rows())], column), text)

    @precondition(lambda self: self.session.place.project)
    @rule(which=pick, column=st.sampled_from(["first", "second", "cycle.operator", "annual.operator"]), choice=pick)
    def pick_from_a_list(self, which: int, column: str, choice: int) -> None:
        model = self.form.grid.model
        index = model.index_of(self.rows()[which % len(self.rows())], column)
        choices = model.columns[index.column()].cell(model.rows[index.row()]).choices
        model.setData(index, choices[choice % len(choices)])

    @precondition(lambda self: self.session.place.project and len(self.rows()) > 1)
    @rule(which=pick, row=pick)
    def drag_an_indicator(self, which: int, row: int) -> None:
        keys = self.rows()
        self.form.grid.model.dragged.emit([keys[which % (len(keys) - 1)]], row % len(keys))

    @precondition(lambda self: self.session.place.project and len(self.rows()) > 1)
    @rule(which=pick, what=st.sampled_from([grid_commands.duplicate, grid_commands.remove]))
    def copy_or_remove_an_indicator(self, which: int, what: object) -> None:
        keys = self.rows()
        if len(keys) < 20:
            what(self.session, [keys[which % (len(keys) - 1)]])  # type: ignore[operator]

    @precondition(lambda self: len(self.places()) > 1)
    @rule(which=st.lists(pick, max_size=4))
    def put_side_by_side(self, which: list[int]) -> None:
        projects = [place for place in self.places() if place.project]
        chosen = {projects[each % len(projects)] for each in which if projects}
        self.matrix.show_projects([place for place in projects if place in chosen])

    @precondition(lambda self: self.matrix.model.columnCount())
    @rule(row=pick, column=pick, text=values)
    def type_into_the_matrix(self, row: int, column: int, text: str) -> None:
        model = self.matrix.model
        model.setData(model.index(row % model.rowCount(), column % model.columnCount()), text)

    @precondition(lambda self: self.matrix.model.columnCount())
    @rule(column=pick, name=words)
    def rename_a_column(self, column: int, name: str) -> None:
        self.matrix.view.titles.name_wished.emit(column % self.matrix.model.columnCount(), name)

    @rule(count=st.integers(1, 6))
    def undo(self, count: int) -> None:
        for _ in range(count):
            self.session.undo()

    @rule(count=st.integers(1, 6))
    def redo(self, count: int) -> None:
        for _ in range(count):
            self.session.redo()

    @precondition(lambda self: len(self.session.history.past) > 15)
    @rule(anew=st.booleans())
    def open(self, anew: bool) -> None:
        empty = GoalTable(year=2027, units=(Unit(name="新开的"),))
        self.start = empty if anew else self.session.table
        self.session.open(self.start)

    @rule(text=st.sampled_from(["", "租", "某"]))
    def filter(self, text: str) -> None:
        self.tree.filter.setText(text)
        self.tree.filter.setText("")

    @invariant()
    def the_tree_shows_the_table(self) -> None:
        table = self.session.table
        expected = [
            (
                unit.name or "（未填单位名称）",
                [(p.name or "（未填项目名称）", money_text(p.funding.total)) for p in unit.projects],
            )
            for unit in table.units
        ]
        assert _drawn(self.tree) == expected

    @invariant()
    def the_tree_and_the_form_point_at_what_is_shown(self) -> None:
        place = self.session.place
        assert self.tree.model.key(self.tree.view.currentIndex()) == (place.project or place.unit or ROOT)
        form, _ = self.form._form_of(place)
        assert form.wiring.place == place

    @invariant()
    def the_grid_shows_the_project(self) -> None:
        place = self.session.place
        if not place.project:
            return
        project = next(p for u in self.session.table.units for p in u.projects if p.id == place.project)
        catalogue = catalogue_of("2015")
        model = self.form.grid.model
        drawn = [
            tuple(model.index(row, column).data(Qt.ItemDataRole.EditRole) for column in range(1, 10))
            for row in range(model.rowCount() - 1)
        ]
        assert drawn == [
            (*catalogue.levels(i.category), i.name, *(getattr(t, part) for t in (i.cycle, i.annual)
             for part in ("operator", "value", "measure")))
            for i in project.indicators
        ]  # fmt: skip
        assert self.form.project_form.name.value() == project.name
        assert self.form.project_form.total.text() == money_text(project.funding.total)

    @invariant()
    def what_differs_from_last_year_is_what_a_fresh_look_finds(self) -> None:
        self.compare.refresh()
        table = self.session.table
        fresh = compare(table.last_year, table).changes if table.last_year else ()
        assert tuple(row.change for row in self.compare.view.model.rows) == fresh

    @invariant()
    def the_matrix_holds_each_indicator_of_its_projects_once(self) -> None:
        self.matrix.refresh()
        model = self.matrix.model
        projects = {p.id: p for u in self.session.table.units for p in u.projects}
        for number, row in enumerate(model.rows):
            cells = (model.indicator_at(model.index(number, column)) for column in range(model.columnCount()))
            assert sorted(each.id for each in cells if each) == sorted(
                each.id for each in projects[row.key.project].indicators
            )

    @invariant()
    def the_list_shows_the_findings(self) -> None:
        shown = {finding for row in self.findings.model.rows for finding in row.findings}
        assert shown == set(self.session.checked.findings)

    def teardown(self) -> None:
        session = self.session
        while session.history.future:
            session.redo()
        last = session.table
        while session.history.past:
            session.undo()
        assert session.table is self.start
        while session.history.future:
            session.redo()
        assert session.table is last
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "某法院.gzgoals"
            write_table(path, last)
            assert read_table(path) == last
        for widget in (self.tree, self.form, self.findings, self.matrix):
            widget.deleteLater()
        QApplication.processEvents()


def _drawn(tree: TreePanel) -> list[tuple[str, list[tuple[str, str]]]]:
    model = tree.model
    top = model.index(0, 0)

    def text(row: int, column: int, parent: QModelIndex) -> str:
        return str(model.index(row, column, parent).data())

    drawn = []
    for number in range(model.rowCount(top)):
        unit = model.index(number, 0, top)
        projects = [(text(row, 0, unit), text(row, 1, unit)) for row in range(model.rowCount(unit))]
        drawn.append((text(number, 0, top), projects))
    return drawn


@pytest.mark.usefixtures("qapp")
def test_any_sequence_of_edits_is_shown_undone_redone_and_saved() -> None:
    run_state_machine_as_test(Editing, settings=settings(max_examples=50, stateful_step_count=50, deadline=None))
