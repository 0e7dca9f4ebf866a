"""Of the rows laid out lately so many are remembered as pages in sight may have."""

from gzgoals.gui.paper.laid_lately import LaidLately
from gzgoals.gui.paper.layout import LaidRow


def row_of(lately: LaidLately, number: int, laid: list[int]) -> LaidRow:
    """Return a row, noting where it was laid out for that."""

    def lay_out() -> LaidRow:
        laid.append(number)
        return LaidRow(((str(number),),))

    return lately.row(number, None, lay_out)


def test_a_row_is_laid_out_once() -> None:
    lately, laid = LaidLately(), list[int]()
    assert row_of(lately, 1, laid) is row_of(lately, 1, laid)
    assert laid == [1]


def test_the_oldest_row_is_forgotten_when_there_are_too_many() -> None:
    lately, laid = LaidLately(), list[int]()
    for number in range(257):
        row_of(lately, number, laid)
    laid.clear()
    assert row_of(lately, 1, laid).cells == (("1",),)
    assert laid == []
    assert row_of(lately, 0, laid).cells == (("0",),)
    assert laid == [0]


def test_what_a_row_is_made_of_lives_as_long_as_it_is_remembered() -> None:
    class Source:
        gone = 0

        def __del__(self) -> None:
            Source.gone += 1

    lately = LaidLately()
    lately.row("first", Source(), lambda: LaidRow(()))
    assert Source.gone == 0
    for number in range(256):
        lately.row(number, None, lambda: LaidRow(()))
    assert Source.gone == 1
