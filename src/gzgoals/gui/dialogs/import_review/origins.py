"""Which project or unit stands at a place in the source."""

from collections.abc import Mapping, Sequence

from gzgoals.core.exchange.source import Spot

Origins = Mapping[str, Sequence[Spot]]


def thing_at(origins: Origins, point: Spot) -> str:
    """Return the id of what was read at a point of the source; the smallest where several hold it, else nothing."""
    found = [(_size(spot), thing) for thing, spots in origins.items() for spot in spots if _holds(spot, point)]
    return min(found)[1] if found else ""


def _holds(spot: Spot, point: Spot) -> bool:
    if (spot.page, spot.sheet) != (point.page, point.sheet):
        return False
    if spot.page:
        if spot.box is None or point.box is None:
            return False
        left, top, right, bottom = spot.box
        x, y = point.box[0], point.box[1]
        return left <= x <= right and top <= y <= bottom
    first, here = (spot.line, point.line) if spot.line else (spot.row, point.row)
    return bool(first) and first <= here <= max(spot.last, first)


def _size(spot: Spot) -> float:
    if spot.box is not None:
        return (spot.box[2] - spot.box[0]) * (spot.box[3] - spot.box[1])
    return max(spot.last - (spot.line or spot.row), 0)
