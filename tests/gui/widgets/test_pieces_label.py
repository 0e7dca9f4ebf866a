"""Lines that break only between their pieces."""

import pytest
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.pieces_label import PiecesLabel

WHOLE = ("合计 4,398.33 万元", "17 个项目", "68 项指标")


@pytest.fixture
def label(qtbot: QtBot) -> PiecesLabel:
    label = PiecesLabel()
    qtbot.addWidget(label)
    label.set_lines((" · ", WHOLE), ("　", ("甲", "乙")))
    label.show()
    return label


def width_of(label: PiecesLabel, text: str) -> int:
    return label.fontMetrics().horizontalAdvance(text)


def test_in_enough_room_each_line_is_one(label: PiecesLabel) -> None:
    label.resize(width_of(label, " · ".join(WHOLE)), 100)
    assert label.text() == "合计 4,398.33 万元 · 17 个项目 · 68 项指标\n甲　乙"


def test_a_line_that_is_too_long_goes_on_below_without_what_stands_between(label: PiecesLabel) -> None:
    label.resize(width_of(label, " · ".join(WHOLE)) - 1, 100)
    assert label.text() == "合计 4,398.33 万元 · 17 个项目\n68 项指标\n甲　乙"


def test_a_piece_is_never_broken(label: PiecesLabel) -> None:
    label.resize(10, 100)
    assert label.text() == "\n".join((*WHOLE, "甲", "乙"))


def test_more_lines_are_given_more_height(label: PiecesLabel) -> None:
    label.resize(1000, 100)
    before = label.sizeHint().height()
    label.resize(10, 100)
    assert label.sizeHint().height() > before


def test_larger_type_breaks_the_lines_anew(label: PiecesLabel) -> None:
    label.resize(width_of(label, " · ".join(WHOLE)), 100)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    label.setFont(font)
    assert label.text() == "合计 4,398.33 万元\n17 个项目 · 68 项指标\n甲　乙"
