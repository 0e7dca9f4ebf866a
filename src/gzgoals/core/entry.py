"""What an indicator becomes when a text is typed, picked or pasted into one of its cells.

A cell takes what officers write: categories by number or name, signs in any form, and a whole target where its value is
asked. What cannot be understood is kept as it was written, for the checks to point at.
"""

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.exchange.grids.notation import sign_of
from gzgoals.core.table import Catalogue, Indicator, Operator, Target, is_number, split_target

_PERCENT = {"％": "%"}


def entered(indicator: Indicator, column: str, text: str, catalogue: Catalogue) -> Indicator:
    """Return the indicator with `text` in one of its columns.

    Columns are named as in `Place.field`; `first` and `second` are the two levels of the category.
    """
    text = text.strip()
    if column in ("first", "second"):
        return replaced(indicator, category=_category(indicator.category, column, text, catalogue))
    side, _, part = column.partition(".")
    if side not in ("cycle", "annual"):
        return replaced(indicator, **{side: text})
    return replaced(indicator, **{side: _target(getattr(indicator, side), part, text)})


def sign_in(text: str) -> tuple[Operator, bool]:
    """Return the operator that the text of an operator's cell means, and whether that is all that it says."""
    return ("", False) if _is_whole(text) else sign_of(text)


def _is_whole(text: str) -> bool:
    """Tell a whole target (≥95%) from a sign, however it is written."""
    typed = split_target(text)
    return bool(typed.operator) and any(letter.isdigit() for letter in typed.value)


def _category(category: str, column: str, text: str, catalogue: Catalogue) -> str:
    first, _ = catalogue.levels(category)
    if column == "first":
        known = catalogue.by_code.get(understood(text, "", catalogue))
        picked = known.label if known and not known.parent else text
        return known.code if known and known.parent else catalogue.with_first(category, picked)
    for beside in ("", first):
        known = catalogue.by_code.get(understood(beside, text, catalogue))
        if text and known and known.parent:
            return known.code
    return catalogue.with_second(category, text)


def _target(target: Target, part: str, text: str) -> Target:
    if part == "measure":
        return replaced(target, measure=_PERCENT.get(text, text))
    if part == "operator":
        sign, known = sign_in(text)
        if known:
            return replaced(target, operator=sign)
        if not _is_whole(text):
            return replaced(target, value=text + target.value)
    typed = split_target(text)
    if not part:
        return replaced(typed, measure=_PERCENT.get(typed.measure, typed.measure))
    if not (typed.operator or typed.measure) and not is_number(typed.value):
        return replaced(target, value=text)
    return replaced(
        target,
        operator=typed.operator or target.operator,
        value=typed.value,
        measure=_PERCENT.get(typed.measure, typed.measure) or target.measure,
    )
