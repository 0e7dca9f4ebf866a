"""The address of a thing in a table: the ids on the way down to it, and the field there."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the table itself, a unit, a project, an indicator, or a field of one of them.

    `field` is the attribute's name (`objective`, `category`, `annual`), with a dot into funding and targets
    (`funding.other`, `annual.measure`); it is empty when the whole thing is meant.
    """

    unit: str = ""
    project: str = ""
    indicator: str = ""
    field: str = ""

    def at(self, field: str) -> "Place":
        """Return the same thing's place with another field."""
        return replace(self, field=field)

    @property
    def thing(self) -> "Place":
        """The place of the whole thing that the field belongs to."""
        return replace(self, field="")

    def holds(self, other: "Place") -> bool:
        """Tell whether `other` is this place or lies below it."""
        if self.field:
            return self.thing == other.thing and f"{other.field}.".startswith(f"{self.field}.")
        mine, theirs = (self.unit, self.project, self.indicator), (other.unit, other.project, other.indicator)
        return all(not own or own == their for own, their in zip(mine, theirs, strict=True))


TABLE = Place()
"""The place of the table as a whole."""
