"""Projects to go to: found as soon as anything of their names is typed."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from gzgoals.core.checks import check
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.models.going_rows import COLUMNS, Finder, GoingRow, going_rows
from gzgoals.gui.models.rows_model import RowsModel

TABLE = GoalTable(
    year=2026,
    units=(
        Unit(id="u", name="本院", projects=(Project(id="a", name="办公业务费"), Project(id="b", name="业务装备费"))),
        Unit(id="v", name="分院", projects=(Project(id="c", name="运维费"), Project(id="d"))),
    ),
)


def names(finder: Finder, query: str) -> list[str]:
    return [TABLE.units[each.unit].projects[each.project].name for each in finder.find(query)]


def test_all_projects_are_listed_before_anything_is_typed() -> None:
    assert names(Finder(TABLE), "") == ["办公业务费", "业务装备费", "运维费", ""]


def test_a_name_that_begins_so_comes_first() -> None:
    assert names(Finder(TABLE), "业务") == ["业务装备费", "办公业务费"]


def test_pinyin_finds_what_is_meant() -> None:
    assert names(Finder(TABLE), "yw") == ["业务装备费", "运维费", "办公业务费"]


def test_typing_on_and_taking_back_find_the_same_as_asking_at_once() -> None:
    finder = Finder(TABLE)
    for query in ("y", "yw", "ywf", "yw", "y", "", "ywf", "bg"):
        assert names(finder, query) == names(Finder(TABLE), query)


@pytest.mark.usefixtures("qapp")
def test_rows_tell_the_place_and_what_fits() -> None:
    model: RowsModel[GoingRow] = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    finder, checked = Finder(TABLE), check(TABLE)
    for query in ("", "yw", "没有", "费"):
        model.set_rows(going_rows(TABLE, checked, finder.find(query)))
    assert model.rows[0].place == Place("u", "a")
    assert model.rows[0].spans == ((4, 5),)
    assert model.index(0, 1).data() == "本院"
    tester.deleteLater()
