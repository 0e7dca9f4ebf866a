"""Of which kinds a project's indicators are: rules that look at nothing else find the same in many projects."""

from typing import NamedTuple

from gzgoals.core.table import Catalogue, Project


class Kinds(NamedTuple):
    """The categories that a project has indicators of, and how many indicators there are; never none."""

    categories: frozenset[str]
    indicators: int

    def roles(self, catalogue: Catalogue) -> frozenset[str]:
        """Return the roles of both levels that there are indicators of."""
        roles = set[str]()
        for category in self.categories:
            level, role = catalogue.roles.get(category) or (catalogue.role(category), "")
            roles.update((level, role) if role else (level,))
        return frozenset(roles)


def kinds_of(project: Project) -> Kinds:
    """Return of which kinds a project's indicators are."""
    return Kinds(frozenset([indicator.category for indicator in project.indicators]), len(project.indicators))
