"""What many indicators are to get, and where projects are to go."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.table import Unit, catalogue_of
from gzgoals.gui.dialogs.choose_unit import UnitDialog
from gzgoals.gui.dialogs.set_many import SetManyDialog, Setting
from gzgoals.gui.widgets.choice_field import ChoiceField
from hands import compose


@pytest.fixture
def dialog(qtbot: QtBot) -> SetManyDialog:
    dialog = SetManyDialog(catalogue_of("2015"), "共 2 项指标")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick(field: ChoiceField, label: str) -> None:
    field.setCurrentIndex(field.findText(label, Qt.MatchFlag.MatchContains))
    field.activated.emit(field.currentIndex())


def test_nothing_is_set_until_something_is_chosen(dialog: SetManyDialog) -> None:
    assert dialog.setting() == Setting()
    assert not dialog.go.isEnabled()


def test_what_is_chosen_is_set_and_the_rest_is_left(dialog: SetManyDialog) -> None:
    pick(dialog.category, "12-质量指标")
    pick(dialog.sides, "仅年度")
    assert dialog.setting() == Setting(category="12", sides=("annual",))
    assert dialog.go.isEnabled()


def test_no_sign_is_a_choice_and_not_the_same_as_leaving_it(dialog: SetManyDialog) -> None:
    pick(dialog.operator, "无")
    assert dialog.setting() == Setting(operator="")


def test_the_measure_is_typed_once_it_is_to_be_changed(dialog: SetManyDialog) -> None:
    assert not dialog.measure.isEnabled()
    pick(dialog.sets_measure, "改为")
    compose(dialog.measure, " 人次 ")
    assert dialog.setting() == Setting(measure="人次")


def test_a_unit_is_found_by_its_initials(qtbot: QtBot) -> None:
    units = (Unit(id="u", name="广州互联网法院"), Unit(id="v", name="派出法庭"), Unit(id="w"))
    dialog = UnitDialog(units, "把 2 个项目移到哪个单位？")
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 3
    qtbot.keyClicks(dialog.wanted, "pcft")
    assert (dialog.list.count(), dialog.chosen()) == (1, "v")
    dialog.wanted.setText("没有这个")
    assert dialog.chosen() is None
    assert not dialog.go.isEnabled()
