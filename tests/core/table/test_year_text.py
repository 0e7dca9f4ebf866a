"""Years are found in Chinese texts where they are meant, and move without touching anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.table.year_text import moved, year_expressions


def found(text: str) -> list[str]:
    return [text[each.begin : each.end] for each in year_expressions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年信息化运维项目", ["2025年"]),
        ("广州互联网法院2025-2026年信息化运维项目", ["2025-2026年"]),
        ("2025—2026年度工作", ["2025—2026年度"]),
        ("2025年至2026年完成", ["2025年至2026年"]),
        ("2025年-2026年完成", ["2025年-2026年"]),
        ("2025/2026学年", ["2025/2026学年"]),
        ("2025-26年运维", ["2025-26年"]),
        ("２０２５年度经费", ["２０２５年度"]),
        ("二〇二五年完成", ["二〇二五年"]),
        ("二零二五年至二零二六年", ["二零二五年至二零二六年"]),
        ("于2025年12月31日前完成", ["2025年"]),
        ("于2025.12.31前完成", ["2025"]),
        ("2025-12-31", ["2025"]),
        ("运维项目（2025）", ["2025"]),
        ("GZIT2022-QM-N-C-061088", ["2022"]),
        ("GZIT 2022", ["2022"]),
        ("2024年立项，2025年验收", ["2024年", "2025年"]),
        ("２０２５", ["２０２５"]),
    ],
)
def test_years_are_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "穗财〔2019〕12号",
        "穗财[2019]12号",
        "穗财（2019）12号",
        "（2021）粤0192民初1号",
        "11733.38",
        "2025个",
        "2025.5平方米",
        "2,025元",
        "共2025人次",
        "2025件",
        "编号2025",
        "编号：20250101",
        "第2025号",
        "120252",
        "3年",
        "25年",
        "1:2025万",
        "2050-2026年",
        "一九得九",
        "Office 2019正版软件",
        "采购Office2021",
        "Windows Server 2016运维",
        "按GB/T 22239-2019测评",
        "GB/T22239-2019",
    ],
)
def test_what_merely_looks_like_a_year_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("2025-2026年运维", 2027, "2026-2027年运维"),
        ("2025年至2026年", 2027, "2026年至2027年"),
        ("２０２５年", 2026, "２０２６年"),
        ("二〇二九年", 2030, "二〇三〇年"),
        ("二零二五年", 2026, "二零二六年"),
        ("2025-26年运维", 2027, "2026-27年运维"),
        ("2098-99年运维", 2100, "2099-00年运维"),
        ("2025 年 12 月", 2026, "2026 年 12 月"),
    ],
)
def test_a_year_moves_in_its_own_style(text: str, last: int, expected: str) -> None:
    assert moved(text, year_expressions(text), last) == expected


@given(st.text(st.sampled_from("2025年度-—至（）〔〕号 .，个A二〇六０２５"), max_size=30), st.integers(1990, 2098))
def test_moving_touches_nothing_but_figures(text: str, last: int) -> None:
    expressions = year_expressions(text)
    after = moved(text, expressions, last)
    figures = {spot for each in expressions for begin, end in each.digits for spot in range(begin, end)}
    assert len(after) == len(text)
    assert all(new == old for spot, (old, new) in enumerate(zip(text, after, strict=True)) if spot not in figures)


@given(st.text(st.sampled_from("2025年度-—至 ，A０２"), max_size=20))
def test_moving_to_where_they_are_changes_nothing(text: str) -> None:
    for each in year_expressions(text):
        assert moved(text, (each,), each.last) == text
