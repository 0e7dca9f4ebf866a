"""Runs of text sorted into cells."""

from gzgoals.core.exchange.pdf.cells import Frame
from gzgoals.core.exchange.pdf.sorting import _home, _Letter


def test_blanks_alone_stand_in_the_cell_they_begin_in() -> None:
    frame = Frame((0.0, 10.0, 20.0), (0.0, 10.0), (((0, 0), (0, 1)),))
    assert _home([_Letter(" ", 2.0, 4.0, (0, 0)), _Letter(" ", 12.0, 14.0, (0, 1))], frame) == (0, 0)
