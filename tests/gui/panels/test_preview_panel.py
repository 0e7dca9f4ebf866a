"""The pages follow the keys, mark what is edited, and take a click to its field."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from evidence.invented import large_table
from gzgoals.core.edits import put_value
from gzgoals.core.errors import GzgoalsError
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.gui.panels import preview_panel
from gzgoals.gui.panels.preview_panel import PreviewPanel
from gzgoals.gui.paper import picture
from gzgoals.gui.paper.fonts import MissingFontError
from gzgoals.gui.paper.layout import Form
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.pages_view import Outline
from invented_years import published


@pytest.fixture
def session() -> Session:
    return Session(published())


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Iterator[PreviewPanel]:
    panel = PreviewPanel(session, PageSetup())
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: bool(panel.view.pictured))
    yield panel
    panel.hide()


def place_of(session: Session, project: int, indicator: int = -1, field: str = "") -> Place:
    unit = session.table.units[0]
    row = unit.projects[project]
    return Place(unit.id, row.id, row.indicators[indicator].id if indicator >= 0 else "", field)


def outlined(panel: PreviewPanel) -> tuple[Outline, ...]:
    return panel.view.outlined


def test_all_pages_are_there_and_counted(panel: PreviewPanel) -> None:
    assert panel.view.page_count == 6
    assert panel.bar.number.text() == "第 1 页　共 6 页"


def test_what_is_typed_stands_on_the_page_that_is_drawn_next(
    panel: PreviewPanel, session: Session, qtbot: QtBot
) -> None:
    session.put("修改绩效目标", place_of(session, 0, field="objective"), "保障机构正常运行。", typed=True)
    qtbot.waitUntil(lambda: "保障机构正常运行。" in text_on(panel, 1))


def text_on(panel: PreviewPanel, page: int) -> str:
    drawn = panel.drawn_page(page)
    return "".join(line for band in drawn.bands for cell in band.row.cells for line in cell) if drawn else ""


def test_only_the_page_that_an_edit_has_changed_is_drawn_again(
    panel: PreviewPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.view.fit_page()
    panel.view.show_page(2)
    qtbot.waitUntil(lambda: {1, 2} <= panel.view.pictured)
    drawn: list[int] = []
    draw = picture.page_picture

    def noting(page: Page, form: Form, page_count: int, size: tuple[float, float], scale: float) -> QImage:
        drawn.append(page.number)
        return draw(page, form, page_count, size, scale)

    monkeypatch.setattr(preview_panel, "page_picture", noting)
    session.put("修改项目名称", place_of(session, 0, field="name"), "机构运行经费")
    qtbot.waitUntil(lambda: "机构运行经费" in text_on(panel, 1) or panel.view.page != 1)
    panel.view.show_page(1)
    qtbot.waitUntil(lambda: "机构运行经费" in text_on(panel, 1))
    assert set(drawn) == {1}


def test_the_row_and_the_indicator_that_are_edited_are_marked_and_in_view(
    panel: PreviewPanel, session: Session, qtbot: QtBot
) -> None:
    session.go(place_of(session, 10, 3, "annual.value"))
    qtbot.waitUntil(lambda: len({area.soft for area in outlined(panel)}) == 2)
    exact = next(area for area in outlined(panel) if not area.soft)
    assert panel.view.viewport().rect().contains(panel.view.rect_of(exact).toRect())


def test_a_click_goes_to_the_field_that_stands_there(panel: PreviewPanel, session: Session, qtbot: QtBot) -> None:
    there = place_of(session, 1, field="objective")
    session.show(there)
    session.go(there)
    qtbot.waitUntil(lambda: any(not area.soft for area in outlined(panel)))
    spot = next(area for area in outlined(panel) if not area.soft)
    middle = panel.view.rect_of(spot).center().toPoint()
    session.show(place_of(session, 0))
    with qtbot.waitSignal(session.located) as located:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert located.args == [there]


def test_a_number_typed_turns_to_that_page(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.bar.number.setFocus()
    panel.bar.number.selectAll()
    qtbot.keyClicks(panel.bar.number, "4")
    qtbot.keyClick(panel.bar.number, Qt.Key.Key_Return)
    assert panel.view.page == 4


def test_another_setup_makes_other_pages(panel: PreviewPanel, qtbot: QtBot) -> None:
    panel.set_setup(PageSetup(size="A3", type_size=8))
    qtbot.waitUntil(lambda: panel.view.page_count < 6)


def test_out_of_sight_nothing_is_laid_out_until_it_is_seen_again(
    panel: PreviewPanel, session: Session, qtbot: QtBot
) -> None:
    panel.hide()
    session.put("修改项目名称", place_of(session, 0, field="name"), "机构运行经费")
    qtbot.wait(1)
    assert "机构运行经费" not in text_on(panel, 1)
    panel.show()
    qtbot.waitUntil(lambda: "机构运行经费" in text_on(panel, 1))


def test_a_large_table_is_laid_out_beside_the_window_and_follows_edits_made_meanwhile(
    panel: PreviewPanel, session: Session, qtbot: QtBot
) -> None:
    table = large_table(120, indicators=3)
    session.open(table)
    first = table.units[0]
    place = Place(first.id, first.projects[0].id, field="funding.appropriation")
    session.apply("修改", lambda now: put_value(now, place, Decimal("77.70")), place)
    qtbot.waitUntil(lambda: "77.70" in text_on(panel, 1), timeout=20_000)


def test_without_a_chinese_font_it_says_what_to_do(
    panel: PreviewPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MissingFontError("系统中没有简体中文字体")

    assert issubclass(MissingFontError, GzgoalsError)
    monkeypatch.setattr(preview_panel, "live_pages", fail)
    session.put("修改部门", TABLE.at("department"), "某院")
    qtbot.waitUntil(panel.message.isVisible)
    assert "简体中文字体" in panel.message.text()


def test_a_column_is_made_wider_by_dragging_its_rule(panel: PreviewPanel, qtbot: QtBot) -> None:
    page = panel.view.visible_rects()[0]
    rule = next(x for x in range(round(page.width())) if panel.view.rule_near(page.topLeft() + QPointF(x, 200)) == 0)
    start = (page.topLeft() + QPointF(rule + 4, 200)).toPoint()
    port, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(panel.setup_chosen) as chosen:
        qtbot.mousePress(port, left, pos=start)
        qtbot.mouseMove(port, start + QPoint(60, 0))
        qtbot.mouseRelease(port, left, pos=start + QPoint(60, 0))
    before = panel.view.rules
    panel.set_setup(chosen.args[0])
    qtbot.waitUntil(lambda: panel.view.rules != before)
    moved = (panel.view.rules[0] - before[0]) * panel.view.scale
    assert 50 < moved < 70
    assert panel.view.page_count == panel.bar.number.maximum()


def test_a_table_with_errors_is_shown_as_a_draft_until_they_are_gone(session: Session, qtbot: QtBot) -> None:
    drafts: list[bool] = []

    def noting(setup: PageSetup, *, errors: bool) -> Marks:
        drafts.append(errors)
        return Marks(setup.numbered, draft=errors)

    noted = PreviewPanel(session, PageSetup(), noting)
    qtbot.addWidget(noted)
    noted.show()
    qtbot.waitUntil(lambda: bool(drafts))
    assert drafts[-1]
    session.open(GoalTable(year=2026, department="某院"))
    qtbot.waitUntil(lambda: not drafts[-1])
