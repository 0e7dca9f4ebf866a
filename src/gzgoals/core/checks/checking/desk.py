"""The desk at which the projects of one table are checked, one after the other, with all that this takes at hand."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gzgoals.core.checks.checking.checked import CheckedProject
from gzgoals.core.checks.checking.one_project import checked_project, looked_at
from gzgoals.core.checks.checking.peers import Peer, Standing
from gzgoals.core.checks.rules.rulebook import Rulebook
from gzgoals.core.table import Explanation, Place, Project

Reasons = Mapping[str, tuple[Explanation, ...]]


class Desk(NamedTuple):
    """The rules, where each project stands among the others, and the explanations by project."""

    rules: Rulebook
    standing: Standing
    reasons: Reasons

    def project(self, unit: str, peer: Peer, project: Project, before: CheckedProject | None) -> CheckedProject:
        """Check a project in the unit with this id; what is the same as `before` is kept, be it all of it."""
        among = self.standing.among(peer, project)
        explanations = self.reasons.get(project.id, ())
        if before is None or before.project is not project or before.place.unit != unit:
            place = Place(unit, project.id)
            local = looked_at(project, place, self.rules, before)
            return checked_project(place, peer.facts, among, explanations, local, self.rules)
        if before.among == among and before.explanations == explanations:
            return before
        return checked_project(before.place, before.facts, among, explanations, before.local, self.rules)


def reasons_of(explanations: Sequence[Explanation]) -> Reasons:
    """Return explanations by the project that they are about, in their order."""
    found: dict[str, list[Explanation]] = {}
    for each in explanations:
        found.setdefault(each.project, []).append(each)
    return {project: tuple(of_project) for project, of_project in found.items()}
