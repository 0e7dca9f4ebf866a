"""Where pages are, whatever their sizes, their scale and how far they are scrolled."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize

from gzgoals.gui.widgets.page_stack import GAP, PageStack

SIDES = st.floats(20, 900)
STACKS = st.builds(PageStack, st.lists(st.tuples(SIDES, SIDES), max_size=12), st.floats(0.2, 6.0))
VIEWS = st.builds(QSize, st.integers(1, 1500), st.integers(1, 1500))
SCROLLED = st.builds(QPoint, st.integers(0, 3000), st.integers(0, 9000))


WIDE, NARROW = (21.0, 20.0), (20.0, 20.0)


@given(STACKS, VIEWS, SCROLLED)
@example(PageStack((WIDE, NARROW, WIDE), 2.0), QSize(1, 150), QPoint(52, 0))  # the one between lies beside the view
def test_those_pages_are_visible_that_reach_into_the_view(stack: PageStack, seen: QSize, at: QPoint) -> None:
    view = QRectF(0, 0, seen.width(), seen.height())
    reaching = [page for page in range(1, len(stack.sizes) + 1) if stack.rect(page, seen, at).intersects(view)]
    assert stack.visible(seen, at) == reaching


@given(STACKS.filter(lambda stack: bool(stack.sizes)), VIEWS)
def test_a_point_seen_on_a_page_is_told_in_its_points(stack: PageStack, seen: QSize) -> None:
    at = QPoint(0, round(stack.top(len(stack.sizes))))
    corner = stack.rect(len(stack.sizes), seen, at).topLeft()
    found = stack.point(corner + QPointF(10 * stack.scale, 5 * stack.scale), seen, at)
    assert found is None or found == pytest.approx((len(stack.sizes), 10, 5), abs=0.01)
    assert found is not None or corner.x() + 10 * stack.scale >= seen.width() or 5 * stack.scale >= seen.height()


def test_between_pages_there_is_no_point() -> None:
    stack, seen = PageStack(((100, 100), (100, 100))), QSize(300, 400)
    assert stack.point(QPointF(150, GAP + 100 + GAP / 2), seen, QPoint()) is None


def test_no_pages_take_the_room_around_them() -> None:
    assert PageStack().whole == QSize(2 * GAP, GAP)
