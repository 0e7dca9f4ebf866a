"""Pages drawn apart: they come when they are drawn, and one that hangs or falls is white and takes nothing along."""

import multiprocessing
import time
from collections.abc import Callable, Iterator

import pytest

from gzgoals.core import drawing
from gzgoals.core.drawing import PageDrawer
from gzgoals.core.exchange.pdf.pictures import Picture, page_picture
from hostile_files import LARGE, page, stream

WHITE = Picture(0, 0, 0, b"")
PDF = page(stream(b"0 0 100 100 re f"), "[0 0 200 100]")


@pytest.fixture
def drawer_of() -> Iterator[Callable[[bytes], PageDrawer]]:
    made: list[PageDrawer] = []

    def make(data: bytes) -> PageDrawer:
        made.append(PageDrawer(data))
        return made[-1]

    yield make
    for drawer in made:
        drawer.end()
    assert multiprocessing.active_children() == []


def drawn(drawer: PageDrawer, number: int = 1, scale: float = 1.0) -> Picture:
    while (picture := drawer.picture(number, scale)) is None:
        time.sleep(0)
    return picture


def test_a_page_comes_as_it_would_be_drawn_here(drawer_of: Callable[[bytes], PageDrawer]) -> None:
    drawer = drawer_of(PDF)
    assert drawer.picture(1, 0.5) is None
    assert drawn(drawer, 1, 0.5) == page_picture(PDF, 1, 0.5)
    assert drawn(drawer, 1, 2.0) == page_picture(PDF, 1, 2.0)


def test_a_page_that_is_not_there_is_white(drawer_of: Callable[[bytes], PageDrawer]) -> None:
    drawer = drawer_of(PDF)
    assert drawn(drawer, 7) == WHITE
    assert drawn(drawer, 1) != WHITE


def test_a_page_that_takes_too_long_is_white_and_others_are_tried(
    drawer_of: Callable[[bytes], PageDrawer], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer = drawer_of(PDF)
    monkeypatch.setattr(drawing, "PATIENCE", 0.0)
    assert drawn(drawer, 1) == WHITE
    monkeypatch.undo()
    assert drawn(drawer, 2) == WHITE
    assert drawn(drawer, 1, 3.0) == WHITE


def test_a_file_that_keeps_falling_is_not_tried_for_ever(
    drawer_of: Callable[[bytes], PageDrawer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "PATIENCE", 0.0)
    drawer = drawer_of(PDF)
    assert [drawn(drawer, number) for number in (1, 2, 3)] == [WHITE] * 3
    assert drawer.picture(4, 1.0) == WHITE


def test_a_page_that_eats_all_memory_is_white(drawer_of: Callable[[bytes], PageDrawer]) -> None:
    assert drawn(drawer_of(LARGE["倍增.pdf"]())) == WHITE


def test_a_drawing_can_be_ended_at_any_time_and_does_not_begin_again(
    drawer_of: Callable[[bytes], PageDrawer],
) -> None:
    never_begun, at_work = drawer_of(PDF), drawer_of(PDF)
    assert at_work.picture(1, 1.0) is None
    for drawer in (never_begun, at_work):
        drawer.end()
        drawer.end()
        assert drawer.picture(1, 1.0) == WHITE
    assert multiprocessing.active_children() == []
