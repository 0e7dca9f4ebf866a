"""Rules snapped together: parts of one rule joined, and rules that meet gathered into lattices of columns and rows."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.rules import Rule, Rules

_SNAP = 2.0
_GAP = 3.0
_REACH = 3.0
_SHORTEST = 6.0
_OPEN = 5.0
_FEWEST = 2
_MOST_RULES = 3000


class Lattice(NamedTuple):
    """Rules that hang together: where columns and rows are parted, and which rule covers what.

    `xs` and `ys` are distinct and in order; `vertical` and `horizontal` are the rules at these places.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    vertical: tuple[Rule, ...]
    horizontal: tuple[Rule, ...]


def lattices_of(rules: Rules) -> list[Lattice]:
    """Return the lattices on a page from top to bottom.

    Where vertical rules end together in the open, as at the foot of a page amid a row, a rule is added to close them;
    so it is at the sides of a table without outer rules.
    """
    horizontal, vertical = joined(rules.horizontal), joined(rules.vertical)
    if len(horizontal) > _MOST_RULES or len(vertical) > _MOST_RULES:
        return []  # a drawing, no table
    horizontal = joined([*horizontal, *_closing(vertical, horizontal)])
    lattices = [_lattice(*_with_sides(part)) for part in _connected(horizontal, vertical)]
    found = [lattice for lattice in lattices if len(lattice.xs) > 1 and len(lattice.ys) > 1]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules at nearly one place brought to it, those in one line joined; scraps are dropped."""
    whole: list[Rule] = []
    for group in _clustered(rules, lambda rule: rule.place, _SNAP):
        place = sum(rule.place for rule in group) / len(group)
        begin, end = group[0].begin, group[0].end
        parts = sorted((rule.begin, rule.end) for rule in group)
        begin, end = parts[0]
        for start, stop in parts[1:]:
            if start > end + _GAP:
                whole.append(Rule(place, begin, end))
                begin, end = start, stop
            end = max(end, stop)
        whole.append(Rule(place, begin, end))
    return [rule for rule in whole if rule.end - rule.begin >= _SHORTEST]


def _clustered(rules: Iterable[Rule], key: Callable[[Rule], float], width: float) -> list[list[Rule]]:
    clusters: list[list[Rule]] = []
    begin = 0.0
    for rule in sorted(rules, key=key):
        if clusters and key(rule) - begin <= width:
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
            begin = key(rule)
    return clusters


def _closing(along: Sequence[Rule], across: Sequence[Rule]) -> list[Rule]:
    """Return rules that close others where several of them end together and nothing crosses them near there."""
    added = []
    for at_end in (False, True):
        for group in _clustered(along, _end if at_end else _begin, _REACH):
            if len(group) < _FEWEST:
                continue
            begin, end = min(rule.place for rule in group), max(rule.place for rule in group)
            ends = sorted(rule.end if at_end else rule.begin for rule in group)
            place = ends[-1] if at_end else ends[0]
            near = (rule for rule in across if abs(rule.place - place) < _OPEN)
            if not any(rule.begin <= begin + _REACH and rule.end >= end - _REACH for rule in near):
                added.append(Rule(place, begin, end))
    return added


def _begin(rule: Rule) -> float:
    return rule.begin


def _end(rule: Rule) -> float:
    return rule.end


class _Part(NamedTuple):
    horizontal: list[Rule]
    vertical: list[Rule]


def _connected(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[_Part]:
    """Return the rules that meet each other, directly or by others."""
    parts: list[_Part] = []
    left = set(range(len(vertical)))
    unseen = set(range(len(horizontal)))
    while unseen:
        rows, columns = [unseen.pop()], []
        for row in rows:
            met = [place for place in left if _meet(horizontal[row], vertical[place])]
            left.difference_update(met)
            columns += met
            for column in met:
                more = [place for place in unseen if _meet(horizontal[place], vertical[column])]
                unseen.difference_update(more)
                rows += more
        if columns:
            parts.append(_Part([horizontal[row] for row in rows], [vertical[column] for column in columns]))
    return parts


def _meet(horizontal: Rule, vertical: Rule) -> bool:
    return (
        horizontal.begin - _REACH <= vertical.place <= horizontal.end + _REACH
        and vertical.begin - _REACH <= horizontal.place <= vertical.end + _REACH
    )


def _with_sides(part: _Part) -> _Part:
    """Return the rules with the outer ones added that a table left out at its sides."""
    added = []
    leftmost, rightmost = (extreme(rule.place for rule in part.vertical) for extreme in (min, max))
    beyond_left = [rule for rule in part.horizontal if rule.begin < leftmost - _OPEN]
    beyond_right = [rule for rule in part.horizontal if rule.end > rightmost + _OPEN]
    for beyond, place in (
        (beyond_left, min((rule.begin for rule in beyond_left), default=0.0)),
        (beyond_right, max((rule.end for rule in beyond_right), default=0.0)),
    ):
        if len(beyond) >= _FEWEST:
            heights = [rule.place for rule in beyond]
            added.append(Rule(place, min(heights), max(heights)))
    return _Part(part.horizontal, [*part.vertical, *added])


def _lattice(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> Lattice:
    xs, ys = _places(vertical), _places(horizontal)
    return Lattice(xs, ys, tuple(vertical), tuple(horizontal))


def _places(rules: Sequence[Rule]) -> tuple[float, ...]:
    places = sorted({rule.place for rule in rules})
    return tuple(places[:1]) + tuple(later for place, later in pairwise(places) if later - place > _SNAP)
