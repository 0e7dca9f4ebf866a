"""Siblings: projects that share most of their indicators, and such projects as one matrix to edit.

The matrix has a row a project and a column an indicator; what is typed into it are edits of the table as any others.
"""

from gzgoals.core.siblings.filling import Side, Slot, renamed, shown, slot_of, with_targets_of, with_texts
from gzgoals.core.siblings.finding import Siblings, find_siblings
from gzgoals.core.siblings.matrix import Column, Line, Matrix, matrix_of

__all__ = [
    "Column",
    "Line",
    "Matrix",
    "Siblings",
    "Side",
    "Slot",
    "find_siblings",
    "matrix_of",
    "renamed",
    "shown",
    "slot_of",
    "with_targets_of",
    "with_texts",
]
