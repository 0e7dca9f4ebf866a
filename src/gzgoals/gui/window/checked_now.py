"""What is found in the open table, waited for where the check is still under way."""

from gzgoals.core.checks import Checked, check
from gzgoals.gui.session import Session


def checked_now(session: Session) -> Checked:
    """Return the outcome of the check of the table as it is now."""
    return check(session.table, office=session.office) if session.checking else session.checked
