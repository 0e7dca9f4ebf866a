"""Years before and after: which digits stand out, in how much of the text."""

import pytest

from gzgoals.gui.models.mention_rows import changed_parts, excerpt


def parts(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("before", "after", "ones", "others"),
    [
        ("2025年运维", "2026年运维", ["2025"], ["2026"]),
        ("2025-2026年运维", "2026-2027年运维", ["2025", "2026"], ["2026", "2027"]),
        ("2025年12月31日前", "2026年12月31日前", ["2025"], ["2026"]),
        ("２０２５年3次", "２０２６年3次", ["２０２５"], ["２０２６"]),
        ("无", "有1个", ["无"], ["有1个"]),
    ],
)
def test_only_numbers_that_differ_stand_out(before: str, after: str, ones: list[str], others: list[str]) -> None:
    one, other = changed_parts(before, after)
    assert parts(before, one) == ones
    assert parts(after, other) == others


def test_a_long_text_is_shown_around_what_changes() -> None:
    text = "前" * 50 + "2025" + "后" * 50
    shown, spans = excerpt(text, ((50, 54),))
    assert shown == "…" + "前" * 16 + "2025" + "后" * 16 + "…"
    assert parts(shown, spans) == ["2025"]


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    shown, spans = excerpt("一\n2025年", ((2, 6),))
    assert shown == "一 2025年"
    assert parts(shown, spans) == ["2025"]
