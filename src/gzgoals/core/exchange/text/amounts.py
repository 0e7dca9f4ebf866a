"""Amounts in the lines of a printed table: the run of two to four that makes a line the head of a row."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.table import amount_of

MOST = 4
_WHOLE = r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})"
_AMOUNT = re.compile(rf"{_WHOLE}\.[0-9]{{2}}")
_OTHER_NOTATION = re.compile(rf"{_WHOLE}(?:\.[0-9]{{1,6}})?")
_NOTHING = frozenset("-－—–")
_LONGEST_AMOUNT = 26
_LONGEST = 120
_LONE_ZERO = re.compile(r"(?<!\S)(0\.00)\s*$")
_WORD = re.compile(r"\S+")


class AmountRun(NamedTuple):
    """One to four amounts side by side, from `begin` to `end` of their line; `adds_up` when the first is the sum."""

    begin: int
    end: int
    amounts: tuple[Decimal, ...]

    @property
    def adds_up(self) -> bool:
        """Tell whether the first amount, the 总计, is the sum of the others."""
        return _adds_up(self.amounts)


def amount_run(line: str) -> AmountRun | None:
    """Return the amounts that make a line the head of a row, or None.

    They end the line, or add up and are followed by the first words of the objective. Amounts in another notation
    than two decimals (`500`, `1,234.5`, a dash for nothing) must end the line and add up. A row without money may
    print a lone zero at the end of its line.
    """
    if "." not in line:
        return _other_notation(line)
    for run in _runs(line):
        best = _likeliest(run)
        if best and (best.adds_up or not line[best.end :].strip()):
            return best
    zero = _LONE_ZERO.search(line[-_LONGEST:])
    begin = max(len(line) - _LONGEST, 0)
    if zero:
        return AmountRun(begin + zero.start(1), begin + zero.end(1), (Decimal("0.00"),))
    return _other_notation(line)


def _other_notation(line: str) -> AmountRun | None:
    """Return the amounts at the end of a line that are not written with two decimals but add up to the first."""
    begin = max(len(line) - _LONGEST, 0)
    words = list(_WORD.finditer(line, begin))[-MOST:]
    for first in range(len(words) - 1):
        tail = words[first:]
        if _OTHER_NOTATION.fullmatch(tail[0][0]) and all(_is_noted(word[0]) for word in tail):
            amounts = tuple(Decimal("0.00") if word[0] in _NOTHING else _decimal(word[0]) for word in tail)
            if amounts[0] > 0 and _adds_up(amounts):
                return AmountRun(tail[0].start(), tail[-1].end(), amounts)
    return None


def _is_noted(word: str) -> bool:
    return word in _NOTHING or _OTHER_NOTATION.fullmatch(word) is not None


def amounts_together(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with amounts that were broken over lines put on one, where they add up only together."""
    together: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        taken = _lines_adding_up(lines, place)
        more = [other.text.strip() for other in lines[place + 1 : place + taken]]
        together.append(line._replace(text=" ".join([line.text.rstrip(), *more])) if more else line)
        place += taken
    return together


def _lines_adding_up(lines: Sequence[Line], place: int) -> int:
    """Return how many lines from `place` on hold the amounts of one row: one, unless only more of them add up."""
    amounts = _amounts_at_end(lines[place].text)
    if not amounts or _adds_up(amounts):
        return 1
    for taken in range(2, MOST + 1):
        words = lines[place + taken - 1].text[:_LONGEST].split() if place + taken <= len(lines) else []
        if not words or not all(_is_amount(word) for word in words):
            return 1
        amounts += [_decimal(word) for word in words]
        if len(amounts) <= MOST and _adds_up(amounts):
            return taken
    return 1


def _amounts_at_end(text: str) -> list[Decimal]:
    """Return the amounts, at most three, that end a line."""
    if not text.rstrip()[-1:].isdecimal():
        return []
    amounts: list[Decimal] = []
    for word in reversed(text[-_LONGEST:].split()[-MOST:]):
        if not _is_amount(word):
            break
        amounts.insert(0, _decimal(word))
    return amounts if len(amounts) < MOST else []


def _adds_up(amounts: Sequence[Decimal]) -> bool:
    return len(amounts) > 1 and amounts[0] == sum(amounts[1:])


def _is_amount(word: str) -> bool:
    return len(word) <= _LONGEST_AMOUNT and _AMOUNT.fullmatch(word) is not None


def _runs(line: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    going_on = False
    for word in _WORD.finditer(line):
        is_amount = word.end() - word.start() <= _LONGEST_AMOUNT and _is_amount(word[0])
        if is_amount and going_on:
            runs[-1].append(word)
        elif is_amount:
            runs.append([word])
        going_on = is_amount
    return [run for run in runs if len(run) > 1]


def _likeliest(words: Sequence[re.Match[str]]) -> AmountRun | None:
    """Choose among the words of one run: a name may end with an amount, an objective may begin with one."""
    words = words[-2 * MOST :]
    parts = [_run(words[begin:end]) for end in range(len(words), 1, -1) for begin in range(max(0, end - MOST), end - 1)]
    whole = parts[0]
    return next((part for part in parts if part.adds_up), whole)


def _run(words: Sequence[re.Match[str]]) -> AmountRun:
    return AmountRun(words[0].start(), words[-1].end(), tuple(_decimal(word[0]) for word in words))


def _decimal(word: str) -> Decimal:
    amount = amount_of(word)
    return amount if isinstance(amount, Decimal) else Decimal(word.replace(",", ""))
