"""The window on a screen of 1280x720 that the desktop enlarges to 150 %, which leaves 853x480."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QMenu, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from evidence.surfaces import go_to_project, two_years
from gzgoals.gui.panels.project_page import ProjectPage
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def small(window: MainWindow, qtbot: QtBot) -> None:
    window.session.open(two_years())
    go_to_project(window, 1)
    window.resize(853, 440)
    qtbot.waitUntil(lambda: window.width() == 853)
    window.views.restore_type()


def seen(widget: QWidget, window: MainWindow) -> QRect:
    """Return the part of a widget that is seen, in the window."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window, widget.rect().topLeft()))


def test_the_window_fits(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (853, 440)
    assert not window._bar.isVisible()


def test_no_menu_is_higher_than_the_screen(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert max(menu.sizeHint().height() for menu in menus if isinstance(menu, QMenu)) <= 480 - 44


def test_a_taller_window_has_its_bar_again(window: MainWindow) -> None:
    window.resize(853, 700)
    assert window._bar.isVisible()


def test_no_part_of_the_form_is_cut_off_at_its_side(window: MainWindow, qtbot: QtBot) -> None:
    (page,) = (each for each in window.form.findChildren(QScrollArea) if each.isVisible())
    form = page.widget()
    assert form
    qtbot.waitUntil(lambda: page.viewport().width() >= form.minimumSizeHint().width())


def test_names_are_seen_in_the_tree_before_amounts(window: MainWindow) -> None:
    view = window.tree.view
    assert view.columnWidth(0) >= 125
    assert view.isColumnHidden(1)


def test_the_sums_break_only_between_amounts(window: MainWindow) -> None:
    window.resize(853, 440)
    lines = window.tree.sums.text().splitlines()
    assert len(lines) > 2
    assert all(window.tree.sums.fontMetrics().horizontalAdvance(line) <= window.tree.width() for line in lines)


def test_all_digits_of_an_amount_are_seen_whatever_project_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    tree = window.tree.width()
    go_to_project(window, 2)
    field = window.form.project_form.amounts["appropriation"]
    assert field.text() == "1600.22"
    qtbot.waitUntil(lambda: field.width() >= field.fontMetrics().horizontalAdvance("1,600.22") + 16)
    assert window.tree.width() == tree


def test_in_little_room_the_bar_of_the_funds_gives_way(window: MainWindow) -> None:
    assert not window.form.project_form.bar.isVisible()
    window.resize(1400, 860)
    assert window.form.project_form.bar.isVisible()


def test_one_scroll_bar_alone_stands_beside_a_project(window: MainWindow) -> None:
    grid = window.form.grid.view
    window.show_findings()
    assert grid.verticalScrollBar().isVisible()
    bars = [bar for bar in window.form.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Vertical]
    assert [bar for bar in bars if bar.isVisible() and bar.window() is window] == [grid.verticalScrollBar()]


def test_the_name_of_the_project_stays_in_sight_at_its_indicators(window: MainWindow, qtbot: QtBot) -> None:
    window.show_findings()
    window.form.grid.view.setFocus()
    grid, name = window.form.grid, window.form.project_form.name
    qtbot.waitUntil(lambda: seen(grid, window).height() == grid.height() > 100)
    assert seen(name, window).height() == name.height()


def test_a_button_goes_from_the_funds_to_the_indicators_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_findings()
    page = window.form.findChild(ProjectPage)
    assert page
    grid, amount = window.form.grid.view, window.form.project_form.amounts["appropriation"]
    assert page.turn.text() == "↓ 指标"
    qtbot.mouseClick(page.turn, Qt.MouseButton.LeftButton)
    assert grid.hasFocus()
    assert grid.stops_at(grid.currentIndex())
    qtbot.waitUntil(lambda: page.turn.text() == "↑ 资金和目标")
    assert not seen(amount, window).height()
    qtbot.mouseClick(page.turn, Qt.MouseButton.LeftButton)
    assert amount.hasFocus()
    qtbot.waitUntil(lambda: seen(amount, window).height() == amount.height())


def test_a_field_comes_into_sight_with_what_it_is_called(window: MainWindow, qtbot: QtBot) -> None:
    form = window.form.project_form
    window.show_findings()
    window.form.grid.view.setFocus()
    qtbot.waitUntil(lambda: not seen(form.counter, window).height())
    form.objective.setFocus()
    qtbot.waitUntil(lambda: seen(form.counter, window).height() == form.counter.height())


def test_no_button_is_needed_where_all_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    page = window.form.findChild(ProjectPage)
    assert page
    window.resize(1280, 860)
    qtbot.waitUntil(lambda: not page.turn.isVisible())
    window.resize(853, 440)
    window.show_findings()
    qtbot.waitUntil(page.turn.isVisible)


def test_beside_last_year_all_columns_of_the_indicators_are_seen_at_1280(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 680)
    qtbot.waitUntil(lambda: window.width() == 1280)
    assert not window.form.grid.view.horizontalScrollBar().maximum()


def test_going_to_a_cell_scrolls_the_grid_into_sight(window: MainWindow, qtbot: QtBot) -> None:
    grid = window.form.grid.view
    grid.setCurrentIndex(window.form.grid.model.index(0, 3))
    grid.setFocus()
    qtbot.waitUntil(lambda: seen(grid, window).height() > 120)


def test_the_lists_can_be_closed_to_their_tabs_and_a_click_opens_them(window: MainWindow, qtbot: QtBot) -> None:
    window.tabs.room.setSizes([window.tabs.room.height(), 0])
    window.tabs.room.splitterMoved.emit(0, 1)
    tabs = window.tabs
    assert tabs.height() < 60
    bar = tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tabs.indexOf(window.readiness)).center())
    qtbot.waitUntil(lambda: tabs.height() > 100)
    assert tabs.currentWidget() is window.readiness


def test_going_to_the_findings_opens_them(window: MainWindow, qtbot: QtBot) -> None:
    window.tabs.room.setSizes([window.tabs.room.height(), 0])
    window.actions_by_key["list_findings"].trigger()
    qtbot.waitUntil(lambda: window.tabs.height() > 100)


def test_in_little_room_the_counts_go_without_words(window: MainWindow) -> None:
    bar = window.findings.bar
    assert not bar.counts.isVisibleTo(bar)
    window.resize(1400, 800)
    assert bar.counts.isVisibleTo(bar)


def test_all_tabs_can_be_read_and_the_counts_beside_them_give_way(window: MainWindow) -> None:
    beside = window.tabs.cornerWidget()
    assert isinstance(beside, TallyLabel)
    bar = window.tabs.tabBar()
    assert not beside.isVisible()
    assert bar.visibleRegion().boundingRect().right() >= bar.tabRect(bar.count() - 1).right() - 1
    window.resize(1400, 800)
    assert beside.isVisible()


def test_the_find_bar_calls_its_fields_by_short_names(window: MainWindow) -> None:
    bar = window.search.bar
    window.tabs.setCurrentWidget(window.search)
    assert [box.text() for box in bar.where.values()] == ["单位", "项目", "目标", "指标", "值", "计量"]
    assert [box.accessibleName() for box in bar.where.values()] == [where.value for where in bar.where]
    window.resize(1400, 800)
    assert [box.text() for box in bar.where.values()] == [where.value for where in bar.where]


def test_no_list_below_takes_room_from_the_tree(window: MainWindow) -> None:
    window.show_preview()
    lists = window.tabs
    panels = [lists.widget(each) for each in range(lists.count())]
    assert max(panel.minimumSizeHint().width() for panel in panels if panel) <= 853 - 240
    assert window.tree.width() >= 225


def test_in_little_height_the_list_of_hits_gives_way_and_not_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.tabs.setCurrentWidget(window.search)
    bar = window.search.bar
    qtbot.waitUntil(lambda: bar.height() >= bar.minimumSizeHint().height())
    assert bar.ticked.height() >= bar.ticked.sizeHint().height()


def test_finding_shows_some_hits_as_well(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key["find_text"].trigger()
    window.search.bar.text.setText("1")
    qtbot.waitUntil(lambda: seen(window.search.view.viewport(), window).height() >= 50)
