"""The category of an indicator by what its level cells say: numbers or names, in one cell or two."""

import re
import unicodedata
from collections.abc import Sequence

from gzgoals.core.exchange.printed.brackets import without_brackets
from gzgoals.core.exchange.printed.indicator_text import category_of
from gzgoals.core.table import Catalogue, Category, catalogue_of, scheme_names

_CODE = re.compile(r"^([0-9]{1,4})(?:[-－—–.、_ ]*(?=\D)|$)")
_ORDER = re.compile(r"^(?:[（(][一二三四五六七八九十0-9]+[)）]|[一二三四五六七八九十]+[、.．]|[①-⑩])")
_PARTED = re.compile(r"[-－—–/／>＞→；;、|:：\n]+")
_ENDS = ("指标", "目标")


def understood(first: str, second: str, catalogue: Catalogue) -> str:
    """Return the category that two level cells mean: a code where the catalogue has it, else their text.

    A cell may hold both levels (产出指标-数量指标); a second level tells its first by itself where only one has it.
    """
    known_first, known_second = _first(first, catalogue), _second(second, first, catalogue)
    if not second.strip() and first.strip():
        known_second = None if known_first else (_second(first, "", catalogue) or _both(first, catalogue))
    if known_second is None and second.strip():
        known_second = _both(second, catalogue) or (None if first.strip() else _only_child(second, catalogue))
    tells_first = not second.strip() or not first.strip()
    if known_second and (known_second.parent == known_first.code if known_first else tells_first):
        return known_second.code
    if known_first and not second.strip():
        return known_first.code
    return category_of(_one_line(first), _one_line(second), catalogue)


def is_level(text: str) -> bool:
    """Tell whether a cell names a level of any scheme, with or without its number."""
    catalogues = [catalogue_of(scheme) for scheme in scheme_names()]
    return any(_named(text, each.categories) or _second(text, text, each) or _both(text, each) for each in catalogues)


def with_levels(name: str) -> tuple[str, str, str]:
    """Return the levels that stand before an indicator's name in its own cell, and the name: 产出指标-数量指标-人次.

    One level alone must be called an indicator's (数量指标：人次), as a name may have such a word before its dash.
    """
    parts = [part.strip() for part in _PARTED.split(name.strip(), maxsplit=2)]
    for catalogue in (catalogue_of(scheme) for scheme in scheme_names()):
        first = _first(parts[0], catalogue)
        if len(parts) > 2 and parts[2] and first and _named(parts[1], catalogue.second_level(first.code)):
            return parts[0], parts[1], parts[2]
        rest = name.strip()[len(parts[0]) :].lstrip("-－—–/／>＞→；;、|:： \n")
        if len(parts) > 1 and rest and parts[0].endswith("指标") and (first or _second(parts[0], "", catalogue)):
            return (parts[0], "", rest) if first else ("", parts[0], rest)
    return "", "", name


def _first(text: str, catalogue: Catalogue) -> Category | None:
    return _named(text, catalogue.first_level)


def _second(text: str, first: str, catalogue: Catalogue) -> Category | None:
    parent = _first(first, catalogue)
    if parent:
        children = catalogue.second_level(parent.code)
        only = children[0] if len(children) == 1 and _stem(parent.name) in _plain(text) else None
        return _named(text, children) or only
    found = [category for category in catalogue.categories if category.parent and _named(text, [category])]
    return found[0] if len(found) == 1 else None


def _only_child(text: str, catalogue: Catalogue) -> Category | None:
    """Return the one second level of a first level that a cell names, None where it has several."""
    parent = _first(text, catalogue)
    children = catalogue.second_level(parent.code) if parent else ()
    return children[0] if len(children) == 1 else None


def _both(text: str, catalogue: Catalogue) -> Category | None:
    """Return the second level named in a cell that holds both, each perhaps with its number."""
    parts = [part for part in _PARTED.split(_plain(text)) if part and not part.isdecimal()]
    if len(parts) < 2:
        return None
    first = _first(parts[0], catalogue)
    return _named(parts[-1], catalogue.second_level(first.code)) if first else None


def _named(text: str, categories: Sequence[Category]) -> Category | None:
    """Return the category with this number or name; a number and a name must agree."""
    plain = _plain(text)
    found = _CODE.match(plain)
    code, name = (found[1], plain[found.end() :]) if found else ("", plain)
    for category in categories:
        if (not code or code == category.code) and (not name or _stem(name) == _stem(category.name)) and plain:
            return category
    return None


def _stem(name: str) -> str:
    for end in _ENDS:
        name = name.removesuffix(end)
    return name


def _plain(text: str) -> str:
    """Return a level in half width without blanks, an order before it, and what stands in brackets (15分)."""
    folded = _ORDER.sub("", unicodedata.normalize("NFKC", "".join(text.split())))
    return without_brackets(folded) or folded


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
