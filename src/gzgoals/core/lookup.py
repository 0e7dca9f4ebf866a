"""Finding a text by what someone types of it: any part, the code, the pinyin, its initials, or a mixture of them."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple


class Rank(IntEnum):
    """How well a text fits, the best first."""

    SAME = auto()
    BEGINS = auto()
    HOLDS = auto()
    SOUNDS_FROM_THE_START = auto()
    SOUNDS = auto()


class Match(NamedTuple):
    """How well a text fits a query, and which part of it does, from and to; nothing for an empty query."""

    rank: Rank
    start: int
    end: int


def match(query: str, text: str) -> Match | None:
    """Return how `text` fits what was typed, None where it does not.

    Blanks, width and case do not count. Chinese may be typed as it is written or as any beginning of any of its
    readings, character by character: 质量指标 is found by `质量`, `zlzb`, `zhil` and `z量`.
    """
    wanted = _plain(query)
    if not wanted:
        return Match(Rank.BEGINS, 0, 0)
    letters = _letters(text)
    plain = "".join(letter for letter, _ in letters)
    if (at := plain.find(wanted)) >= 0:
        rank = Rank.SAME if plain == wanted else Rank.HOLDS if at else Rank.BEGINS
        return Match(rank, letters[at][1], letters[at + len(wanted) - 1][1] + 1)
    if not any("a" <= letter <= "z" for letter in wanted):
        return None
    for start in range(len(letters)):
        if wanted[0] not in _begins(plain[start]):
            continue
        if (end := _sounds(wanted, plain, start)) is not None:
            rank = Rank.SOUNDS if start else Rank.SOUNDS_FROM_THE_START
            return Match(rank, letters[start][1], letters[end - 1][1] + 1)
    return None


def ranked(query: str, texts: Sequence[str]) -> tuple[tuple[int, Match], ...]:
    """Return the indexes of those texts that fit with how they do, the best first, else in their order."""
    found = ((index, fit) for index, text in enumerate(texts) if (fit := match(query, text)))
    return tuple(sorted(found, key=lambda each: each[1].rank))


def _sounds(wanted: str, plain: str, start: int) -> int | None:
    """Return where the shortest part of `plain` from `start` on ends that can be typed as `wanted`.

    It goes through the text once, with all the places in `wanted` that may have been reached by then.
    """
    reached = {0}
    for at in range(start, min(len(plain), start + len(wanted))):
        reached = {there for here in reached for there in _steps(wanted, here, plain[at])}
        if len(wanted) in reached:
            return at + 1
        if not reached:
            return None
    return None


@lru_cache(maxsize=20_000)
def _begins(letter: str) -> str:
    """Return what a letter can be typed to begin with."""
    return letter + "".join(reading[0] for reading in readings(letter))


def _steps(wanted: str, here: int, letter: str) -> Iterator[int]:
    """Yield how far what was typed may have come when it has typed `letter`, from `here` on."""
    if wanted.startswith(letter, here):
        yield here + len(letter)
    for reading in readings(letter):
        for length in range(1, len(reading) + 1):
            if not wanted.startswith(reading[:length], here):
                break
            yield here + length


def _plain(text: str) -> str:
    return "".join(letter for letter, _ in _letters(text))


@lru_cache(maxsize=20_000)
def _letters(text: str) -> tuple[tuple[str, int], ...]:
    """Return the letters that count, folded to one width and case, with their places in `text`."""
    return tuple(
        (letter, place)
        for place, written in enumerate(text)
        for letter in unicodedata.normalize("NFKC", written).casefold()
        if not letter.isspace()
    )


@lru_cache(maxsize=20_000)
def readings(letter: str) -> tuple[str, ...]:
    """Return how a Chinese character may be read, without tones, ü as v; nothing for any other character."""
    if not "\u3400" <= letter <= "\U000323af":
        return ()
    # Single characters are all that is looked up; the phrases would take a quarter of a second and 30 MB.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    found = pinyin(letter, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(found[0])) if found else ()
