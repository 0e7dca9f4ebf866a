"""How a table spells its Latin words amid its lines, for those breaks at which a blank may have been left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_WORDS = re.compile("[!-~]+(?: [!-~]+)*")
_LAST_WORD = re.compile("[!-~]+$")
_FIRST_WORD = re.compile("[!-~]+")


class Spelling(NamedTuple):
    """Pairs of words with a blank between them, and words without one, as lines that are not broken there have them."""

    apart: frozenset[tuple[str, str]] = frozenset()
    whole: frozenset[str] = frozenset()

    def parts(self, above: str, below: str) -> bool | None:
        """Tell whether a blank stands between the end of one line and the next, None where no other line shows it."""
        last, first = last_word(above), first_word(below)
        is_apart, is_whole = (last, first) in self.apart, last + first in self.whole
        return None if is_apart is is_whole else is_apart


def last_word(text: str) -> str:
    """Return the half-width characters that a text ends with, as far as no blank parts them."""
    found = _LAST_WORD.search(text)
    return found[0] if found else ""


def first_word(text: str) -> str:
    """Return the half-width characters that a text begins with, as far as no blank parts them."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def is_latin(character: str) -> bool:
    """Tell whether a character is a Latin letter or a digit."""
    return character.isascii() and character.isalnum()


def spelling_of(cells: Iterable[Sequence[str]]) -> Spelling:
    """Learn it from the lines of all cells; only what is broken somewhere is looked for."""
    every = list(cells)
    broken = {
        (last_word(above), first_word(below))
        for cell in every
        for above, below in pairwise(cell)
        if is_latin(above[-1:]) and is_latin(below[:1])
    }
    if not broken:
        return Spelling()
    glued = {last + first for last, first in broken}
    runs = list(_runs(every))
    return Spelling(
        frozenset(broken.intersection(pair for run in runs for pair in pairwise(run))),
        frozenset(glued.intersection(word for run in runs for word in run)),
    )


def _runs(cells: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    return (found[0].split(" ") for cell in cells for line in cell for found in _WORDS.finditer(line))
