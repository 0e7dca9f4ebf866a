"""The catalogue of category codes (编码字典), read from `resources/catalogues`, one file a scheme."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from gzgoals.core.resources import resource

DEFAULT_SCHEME = "2015"


class Category(NamedTuple):
    """A code with its name; `role` says in English what it stands for in every scheme (`output`, `quality`)."""

    code: str
    name: str
    role: str
    parent: str = ""

    @property
    def label(self) -> str:
        """The printed form, `12-质量指标`."""
        return f"{self.code}-{self.name}"


@dataclass(frozen=True)
class Catalogue:
    """A coding scheme: first-level categories, each with its second-level ones."""

    scheme: str
    title: str
    categories: tuple[Category, ...]

    @cached_property
    def by_code(self) -> dict[str, Category]:
        """Every category of both levels by its code."""
        return {category.code: category for category in self.categories}

    @cached_property
    def by_label(self) -> dict[str, Category]:
        """Every category of both levels by its printed form."""
        return {category.label: category for category in self.categories}

    @cached_property
    def roles(self) -> dict[str, tuple[str, str]]:
        """What each code stands for: the roles of its first and its second level, the latter empty for a first one."""
        return {
            each.code: (self.by_code[each.parent].role, each.role) if each.parent else (each.role, "")
            for each in self.categories
        }

    @property
    def first_level(self) -> tuple[Category, ...]:
        """The categories of level 1 in their order."""
        return tuple(category for category in self.categories if not category.parent)

    def second_level(self, parent: str) -> tuple[Category, ...]:
        """Return the categories below the code `parent`, in their order."""
        return tuple(category for category in self.categories if category.parent and category.parent == parent)

    def knows(self, category: str) -> bool:
        """Tell whether an indicator's `category` is a second-level code of this scheme."""
        return category in self.by_code and bool(self.by_code[category].parent)

    def role(self, category: str) -> str:
        """Return the role of the first-level category that an indicator's `category` belongs to, or nothing."""
        first, _ = self.levels(category)
        return self.by_label[first].role if first in self.by_label else ""

    def levels(self, category: str) -> tuple[str, str]:
        """Return an indicator's category as its two printed parts, `("1-产出指标", "12-质量指标")`.

        A first-level code alone leaves the second part empty; what the scheme does not know is given as it was found.
        """
        if known := self.by_code.get(category):
            return (self.by_code[known.parent].label, known.label) if known.parent else (known.label, "")
        first, parted, second = category.partition("；")
        return (first, second) if parted else ("", category)

    def category(self, first: str, second: str) -> str:
        """Return the category with these two printed parts, a code where both agree, else the text; undoes `levels`."""
        known = self.by_label.get(second)
        if known and known.parent and self.by_code[known.parent].label == first:
            return known.code
        lone = self.by_label.get(first)
        if lone and not lone.parent and not second:
            return lone.code
        plain = not first and "；" not in second and second not in self.by_code
        return second if plain else f"{first}；{second}"

    def with_first(self, category: str, first: str) -> str:
        """Return the category once the first level is picked: an only child follows, all else stays as it is.

        A second level that does not lie under the picked first one is kept, for the checks to point at.
        """
        _, second = self.levels(category)
        picked = self.by_label.get(first)
        below = self.second_level(picked.code) if picked else ()
        fits = not second or any(each.label == second for each in below)
        return below[0].code if len(below) == 1 and not (fits and second) else self.category(first, second)

    def with_second(self, category: str, second: str) -> str:
        """Return the category once the second level is picked: the first follows."""
        picked = self.by_label.get(second)
        if picked and picked.parent:
            return picked.code
        first, _ = self.levels(category)
        return self.category(first, second)


@cache
def catalogue_of(scheme: str) -> Catalogue:
    """Return the catalogue of a scheme; a table of an unknown scheme is read with the one of 2015."""
    if scheme not in scheme_names():
        return catalogue_of(DEFAULT_SCHEME)
    data = json.loads(resource(f"catalogues/{scheme}.json").read_text(encoding="utf-8"))
    categories = []
    for first in data["levels"]:
        categories.append(Category(first["code"], first["name"], first["role"]))
        categories.extend(
            Category(second["code"], second["name"], second["role"], first["code"]) for second in first["children"]
        )
    return Catalogue(scheme, data["title"], tuple(categories))


@cache
def scheme_names() -> tuple[str, ...]:
    """Return the names of the schemes that `resources/catalogues` holds."""
    return tuple(sorted(path.stem for path in resource("catalogues").glob("*.json")))
