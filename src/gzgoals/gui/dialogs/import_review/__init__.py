"""The review of an import before anything is applied."""

from PySide6.QtWidgets import QWidget

from gzgoals.core.exchange import Draft
from gzgoals.core.table import GoalTable
from gzgoals.gui.dialogs.import_review.dialog import Imported, ReviewDialog
from gzgoals.gui.dialogs.import_review.state import ReviewState

__all__ = ["Imported", "review_import"]


def review_import(
    parent: QWidget,
    draft: Draft,
    name: str,
    open_table: GoalTable | None,
    open_name: str = "",
    *,
    into_open: bool = False,
) -> Imported | None:
    """Have the user look over what was read from the source called `name`; None when it is given up.

    `open_table`, where there is one, can take the projects in; `open_name` is what to call it, and `into_open` proposes
    that. What comes back is the table as it should be then: to be applied to the open one as one step, or opened.
    """
    state = ReviewState(draft, open_table)
    if into_open and open_table:
        state.go_into_open(into_open=True)
    return ReviewDialog.ask(state, name, open_name, parent)
