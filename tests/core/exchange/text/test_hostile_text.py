"""Texts made to hang or break the reader: it ends soon, with a table or with a sentence."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import read_text

HEAD = (
    "项目支出绩效目标表\n部门名称：甲 单位：万元\n"
    "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标\n"
    "合计 9000.00 8000.00 1000.00\n甲 9000.00 8000.00 1000.00\n    乙 1.00 1.00\n"
)
LONG = 200_000
SECONDS = 15
HOSTILE = {
    "one line": "字" * LONG,
    "one number": "1" * LONG,
    "amounts on one line": "1.00 " * 20_000,
    "amounts on lines": "1.00\n" * 10_000,
    "rows without a name": "1.00 1.00\n" * 5_000,
    "rows that add up to nothing": "".join(f"    丙 {n}.37 {n}.37\n" for n in range(1, 2_000)),
    "open brackets": "（。\n" * 20_000,
    "numbers of indicators": "1、" * LONG,
    "beginnings of indicators": "1、1-产；" * 20_000,
    "empty indicators": "".join(f"{n}、；；" for n in range(1, 5_000)),
    "values": "实施周期指标值:" * 20_000,
    "blanks": "； " * LONG,
    "beginnings of headers": "项目名称\n" * 20_000,
    "form feeds": "\f" * LONG,
}

pieces = st.sampled_from(
    [
        "\n",
        "    ",
        "甲",
        "合计",
        "1.00 1.00",
        "2.00",
        "0.00",
        "1、",
        "1-产出指标；",
        "；",
        "。",
        "（",
        "实施周期指标值:",
        "\f",
        "-1.00",
    ]
)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_soon_done_with(text: str) -> None:
    began = time.monotonic()
    with contextlib.suppress(BadFileError):
        read_text((HEAD + text).encode(), "表.txt", 2026)
    assert time.monotonic() - began < SECONDS


@settings(deadline=None)
@given(st.lists(pieces, max_size=60).map("".join), st.booleans())
def test_any_text_gives_a_table_or_a_sentence(text: str, with_head: bool) -> None:
    with contextlib.suppress(BadFileError):
        read_text(((HEAD if with_head else "") + text).encode(), "表.txt", 2026)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_sentence(data: bytes) -> None:
    with contextlib.suppress(BadFileError):
        read_text(data, "表.txt", 2026)
