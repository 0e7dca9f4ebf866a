"""A project among the others of its table: what rules that compare projects need to know of them."""

from typing import NamedTuple

from gzgoals.core.table import Project


class Measured(NamedTuple):
    """That a number which an indicator has without a measure stands in another project with one (V03).

    `indicator` is the id of the one without; `project` the other project's name, `text` the other target as printed.
    """

    indicator: str
    project: str
    text: str


class Among(NamedTuple):
    """A project with what its peers make of it; when project and peers are unchanged, so are the findings.

    `year` is the table's budget year. `twin` is the number, from 1 in the unit, of the nearest earlier project with the
    same name, 0 where there is none (P01). `far_above_median` tells of a total that may have been typed in 元 that it
    is as many times the median of all totals as M04 doubts; the median itself, which moves with every amount, nobody is
    told. `same_objective` is the name of the nearest project with the same objective, before it or else after it (G06).
    `same_indicators` is how many projects have just these indicators, itself included, counted up to `MOST_ALIKE`
    (S11); 0 where it is alone. Nearest ones are named, and no exact count is kept of many, so that an edit of one
    project changes the findings of few others however many are alike.
    """

    project: Project
    year: int
    twin: int = 0
    far_above_median: bool = False
    same_objective: str | None = None
    same_indicators: int = 0
    measured: tuple[Measured, ...] = ()


MOST_ALIKE = 20
