"""Two long texts cut so that the part in which they differ is in sight, and that part itself."""

from difflib import SequenceMatcher

LEAD = 3
"""How many equal characters are left standing before the first that differs."""
_LONG = 14
_TOO_LONG = 4000


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Return both texts on one line, without the long part that they begin with alike."""
    texts = " ".join(before.split("\n")), " ".join(after.split("\n"))
    unequal = (place for place, (old, new) in enumerate(zip(*texts, strict=False)) if old != new)
    start = next(unequal, min(map(len, texts))) - LEAD
    if start <= 0 or max(map(len, texts)) <= _LONG or not all(texts):
        return texts
    return f"…{texts[0][start:]}", f"…{texts[1][start:]}"


def differing(before: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the ranges, as begin and end, in which either text differs from the other."""
    if max(len(before), len(after)) > _TOO_LONG:  # too many comparisons to wait for
        return [(0, len(before))], [(0, len(after))]
    left, right = [], []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            left.append((a, b))
            right.append((c, d))
    return [each for each in left if each[0] < each[1]], [each for each in right if each[0] < each[1]]
