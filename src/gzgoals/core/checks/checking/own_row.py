"""What is found in a row of sums: that of a unit, or that of the table."""

from gzgoals.core.checks.answering import answered
from gzgoals.core.checks.checking.desk import Desk
from gzgoals.core.checks.checking.found import found_in, placed
from gzgoals.core.checks.rules.sums import Sums
from gzgoals.core.checks.terms.figures import Figures
from gzgoals.core.checks.terms.finding import Finding
from gzgoals.core.table import Place, Stated


def own_findings(stated: Stated | None, figures: Figures, place: Place, desk: Desk) -> tuple[Finding, ...]:
    """Return what is found in the row at `place`, which printed `stated`, over projects with these `figures`."""
    if stated is None:
        return ()
    rules = desk.rules
    found = placed(found_in(Sums(stated, figures.sums), rules.of_sums, rules.around), place)
    return answered(found, desk.reasons.get(place.unit, ()))
