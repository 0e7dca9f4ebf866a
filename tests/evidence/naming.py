"""How somebody who knows the program types a text: word by word by initials, with an eye on the list below.

The rule, as one would tell it:

1. Type the initials of the next word, or of a term that is said in one breath, and look at the list.
2. The whole text stands there: go to it, by the shorter way, and take it.
3. A line there begins with all that was meant so far: go on with the next word.
4. It does not: take the letters back, go to the line that is what was meant before them, which settles how it is read,
   and type them again. If that is no help, type the word in full; and if the list does not know it, with the input
   method.
"""

from collections.abc import Callable
from typing import Protocol

from evidence.struck import PINYIN, Word, words
from gzgoals.core.lookup import readings

Lines = tuple[tuple[str, ...], ...]
"""The lines of the list below the cell, each with its columns."""


class Fingers(Protocol):
    """What strikes keys."""

    def chord(self, chord: str) -> None:
        """Strike keys together."""

    def text(self, text: str) -> None:
        """Type a text."""


class TextTyped:
    """A name, or a target in words, on its way into the cell.

    `taken` is the line of the list that was taken for the whole of it, nothing where it was typed.
    """

    def __init__(self, fingers: Fingers, offered: Callable[[], Lines], text: str) -> None:
        self._fingers = fingers
        self._offered = offered
        self._text = text
        self._meant = ""
        self._loose: list[tuple[str, str]] = []  # terms that stand in the line as letters
        self.taken: tuple[str, ...] = ()

    def type(self) -> None:
        """Type it, up to the key that leaves the cell."""
        for term in terms(self._text):
            if initials_of(term) == term:
                self._settle()
                self._fingers.text(term)
            elif self._term(term):
                return
            self._meant += term
        self._settle()

    def _term(self, term: str) -> bool:
        """Type the next term, and tell whether the whole text could be taken with it."""
        initials, whole = initials_of(term), pinyin_of(term)
        for letters, settles in ((initials, False), (initials, True), (whole, False)):
            if settles and not (self._loose and self._settle()):
                continue
            self._fingers.text(letters)
            if self.goes_to(self._text):
                return True
            if any(line[0].startswith(self._meant + term) for line in self._offered()):
                self._loose.append((term, letters))
                return False
            self._erase(letters)
        self._settle()
        self._fingers.text(term)
        return False

    def _settle(self) -> bool:
        """See that what was meant so far stands in the line as it is meant; tell whether the list did it."""
        if not self._loose:
            return True
        loose, self._loose = self._loose, []
        if self.goes_to(self._meant):
            return True
        self._erase("".join(letters for _, letters in loose))
        self._fingers.text("".join(term for term, _ in loose))
        return False

    def goes_to(self, text: str) -> bool:
        """Go to the line of the list that says this, by the shorter way; tell whether there is one."""
        lines = self._offered()
        row = next((number for number, line in enumerate(lines) if line[0] == text), None)
        if row is None:
            return False
        down, up = row + 1, len(lines) - row
        for _ in range(min(down, up)):
            self._fingers.chord("Down" if down <= up else "Up")
        self.taken = lines[row]
        return True

    def _erase(self, letters: str) -> None:
        for _ in letters:
            self._fingers.chord("Backspace")


def terms(text: str) -> tuple[str, ...]:
    """Return a text as it is thought: word by word, with what is said in one breath together."""
    parts: list[str] = []
    for part in words(text):
        word = part.text if isinstance(part, Word) else part
        joined = parts[-1] + word if parts else word
        if parts and (word == "率" or any(term.startswith(joined) for term in _IN_ONE_BREATH)):
            parts[-1] = joined
        else:
            parts.append(word)
    return tuple(parts)


_IN_ONE_BREATH = ("广州互联网法院", "人民群众", "法律文书")


def initials_of(text: str) -> str:
    """Return the letters with which the characters of a text begin, as it is read; other signs as they are."""
    return "".join((readings(letter) or (letter,))[0][0] for letter in text)


def pinyin_of(text: str) -> str:
    """Return the letters of a term in full."""
    return "".join(PINYIN[part.text] for part in words(text) if isinstance(part, Word))
