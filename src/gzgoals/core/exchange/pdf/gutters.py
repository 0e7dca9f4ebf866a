"""Columns that no rule parts: told by the header's captions and the white gutters that all lines leave free."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.grids.header import AMOUNTS, Role, role_of
from gzgoals.core.exchange.pdf.runs import Run

_SAME_LEVEL = 0.3
_CAPTION_PITCH = 1.6
_NARROWEST = 0.02
_LEFT_BLANK, _RIGHT_BLANK, _BLANK_HALF = "（《【〔", "）》】〕，。、；：", 0.4

Span = tuple[float, float]


class Level(NamedTuple):
    """Runs side by side on one baseline."""

    base: float
    runs: tuple[Run, ...]

    @property
    def em(self) -> float:
        """The size of its characters."""
        return max(run.em for run in self.runs)


class Caption(NamedTuple):
    """A caption of the header, its lines joined: what its column holds, and how wide it is."""

    role: Role | None
    left: float
    right: float


def levels_of(runs: Iterable[Run]) -> list[Level]:
    """Return runs by their baselines, from top to bottom."""
    levels: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if levels and run.base - levels[-1][0].base <= _SAME_LEVEL * run.em:
            levels[-1].append(run)
        else:
            levels.append([run])
    return [Level(level[0].base, tuple(sorted(level, key=lambda run: run.left))) for level in levels]


def header_at(levels: Sequence[Level], begin: int) -> tuple[int, tuple[Caption, ...]] | None:
    """Return where the header that begins at a level ends, and its captions; None where none begins."""
    best = None
    for end in range(begin + 1, len(levels) + 1):
        last = levels[end - 1]
        if end - begin > 1 and last.base - levels[end - 2].base > _CAPTION_PITCH * last.em:
            break
        captions = _captions([run for level in levels[begin:end] for run in level.runs])
        if _is_header(captions):
            best = end, captions
    return best


def crosses(level: Level, captions: Sequence[Caption]) -> bool:
    """Tell whether a level has text that runs across the columns of several captions, as no cell's does."""
    return any(sum(_overlap(run, caption) for caption in captions) > 1 for run in level.runs)


def columns_between(levels: Iterable[Level], captions: Sequence[Caption]) -> list[tuple[float, ...]]:
    """Return where the columns may be parted by gutters that all levels leave free; nowhere if texts run together.

    Each column has just one caption. What stands apart from all captions belongs to the one on its left, or to the one
    on its right: then there are two answers, of which the amounts tell the right one.
    """
    body = list(levels)
    spans = [_inked(run) for level in body for run in level.runs]
    spans += [(caption.left, caption.right) for caption in captions]
    em = max((level.em for level in body), default=10.0)
    owned: list[tuple[Span, bool]] = []
    for span in _merged(spans, _NARROWEST * em):
        inside = sum(caption.left < span[1] and span[0] < caption.right for caption in captions)
        if inside > 1:
            return []
        owned.append((span, inside == 1))
    answers = [_grown(owned), [(-right, -left) for left, right in _grown(_mirrored(owned))][::-1]]
    return list(dict.fromkeys(_edges(answer) for answer in answers if len(answer) == len(captions)))


def _mirrored(owned: Sequence[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    return [((-right, -left), captioned) for (left, right), captioned in reversed(owned)]


def _grown(owned: Sequence[tuple[Span, bool]]) -> list[Span]:
    """Return the spans that have captions, grown by those without one that follow; none if the first has none."""
    columns: list[Span] = []
    for span, captioned in owned:
        if captioned:
            columns.append(span)
        elif columns:
            columns[-1] = (columns[-1][0], span[1])
        else:
            return []
    return columns


def _edges(columns: Sequence[Span]) -> tuple[float, ...]:
    middles = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    return columns[0][0], *middles, columns[-1][1]


def _inked(run: Run) -> Span:
    """Return where a run's ink stands: brackets and stops leave half of their width blank."""
    left = run.left + (_BLANK_HALF * run.em if run.text[0] in _LEFT_BLANK else 0)
    return left, max(left, run.right - (_BLANK_HALF * run.em if run.text[-1] in _RIGHT_BLANK else 0))


def _captions(runs: Sequence[Run]) -> tuple[Caption, ...]:
    """Return the captions that runs make up: those one above the other belong together."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.left):
        if groups and run.left < max(other.right for other in groups[-1]):
            groups[-1].append(run)
        else:
            groups.append([run])
    return tuple(
        Caption(
            role_of("".join(run.text for run in sorted(group, key=lambda run: (run.base, run.left)))),
            min(run.left for run in group),
            max(run.right for run in group),
        )
        for group in groups
    )


def _is_header(captions: Sequence[Caption]) -> bool:
    roles = [caption.role for caption in captions]
    known = {role for role in roles if role}
    needed = Role.NAME in known and Role.INDICATORS in known and bool(known & set(AMOUNTS))
    return needed and len(known) == len(roles)


def _overlap(run: Run, caption: Caption) -> bool:
    return run.left < caption.right and caption.left < run.right


def _merged(spans: Iterable[Span], narrowest: float) -> list[Span]:
    merged: list[Span] = []
    for left, right in sorted(spans):
        if merged and left - merged[-1][1] <= narrowest:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged
