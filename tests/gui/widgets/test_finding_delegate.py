"""Where links stand in a cell, and badges that say what they count."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.gui.models.finding_rows import MORE, Deed, Link
from gzgoals.gui.widgets.badge_toggle import BadgeToggle
from gzgoals.gui.widgets.finding_delegate import link_at, placed

LINKS = (Link(Deed.FIX, "补“平方米”", "补“平方米”"), Link(Deed.EXPLAIN, "说明理由…"), MORE)
ROOM = QRect(700, 30, 240, 28)


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return qapp.font()


def test_links_stand_beside_one_another_inside_their_cell(font: QFont) -> None:
    rects = [rect for rect, _ in sorted(placed(ROOM, font, LINKS), key=lambda each: each[0].left())]
    assert all(ROOM.contains(rect) for rect in rects)
    assert all(left.right() < right.left() for left, right in pairwise(rects))
    assert all(link_at(rect.center(), ROOM, font, LINKS) == link for rect, link in placed(ROOM, font, LINKS))


def test_a_long_link_gives_way_to_the_others(font: QFont) -> None:
    long = (Link(Deed.FIX, "改为“31-服务对象满意度”并移到最后一条", ""), *LINKS[1:])
    where = {link: rect for rect, link in placed(ROOM, font, long)}
    assert where[LINKS[1]].width() >= QFontMetrics(font).horizontalAdvance(LINKS[1].label)
    assert where[LINKS[1]].right() < where[MORE].left()


def test_beside_the_links_there_is_none(font: QFont) -> None:
    assert link_at(QPoint(ROOM.left() + 1, ROOM.center().y()), ROOM, font, ()) is None


@pytest.mark.parametrize(("severity", "word"), [(Severity.ERROR, "错误"), (None, "已说明")])
def test_a_toggle_says_what_it_counts_and_whether_it_is_shown(
    qtbot: QtBot, severity: Severity | None, word: str
) -> None:
    toggle = BadgeToggle(severity)
    qtbot.addWidget(toggle)
    toggle.set_count(12)
    assert toggle.accessibleName() == f"{word} 12"
    assert toggle.accessibleDescription() == "在列表中显示"
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert toggle.accessibleDescription() == "在列表中不显示"
    on = toggle.grab().toImage()
    toggle.setChecked(True)
    assert toggle.grab().toImage() != on
