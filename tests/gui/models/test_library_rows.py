"""What is suggested while a name is typed: whole names, names made of words, and last one that is used already."""

from gzgoals.core.library import Entry, Hit
from gzgoals.core.lookup import Match, Rank
from gzgoals.core.table import catalogue_of
from gzgoals.gui.models.library_rows import suggested_rows

FIT = Match(Rank.BEGINS, 0, 1)


def hits(names: str, *, fit: Match | None = FIT, used: bool = False) -> list[Hit]:
    return [Hit(Entry(name, name), fit, used) for name in names]


def shown(found: list[Hit], composed: str, most: int = 6) -> str:
    return "".join(row.entry.name for row in suggested_rows(found, composed, most, catalogue_of("2015")))


def test_four_whole_names_stand_first_then_those_of_words_then_the_rest() -> None:
    assert shown(hits("甲乙丙丁戊己"), "子丑", most=9) == "甲乙丙丁子丑戊己"
    assert shown(hits("甲乙丙丁戊己"), "子丑寅") == "甲乙丙丁子丑"


def test_names_that_are_only_alike_come_behind_those_made_of_words() -> None:
    assert shown([*hits("甲"), *hits("乙", fit=None)], "子") == "甲子乙"


def test_one_that_is_used_already_is_always_told_and_last() -> None:
    assert shown([*hits("甲乙丙丁"), *hits("戊己", used=True)], "子丑寅") == "甲乙丙丁子戊"
    assert shown(hits("甲", used=True), "") == "甲"


def test_a_name_that_is_known_is_not_made_of_words_again() -> None:
    rows = suggested_rows(hits("甲乙"), "乙子", 6, catalogue_of("2015"))
    assert [(row.entry.name, row.composed) for row in rows] == [("甲", False), ("乙", False), ("子", True)]
