"""The list of former saves: moments in the words of a calendar, sizes as a file manager shows them."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from gzgoals.gui.models.version_rows import COLUMNS, VersionRow, size_text, when_text

NOW = datetime.fromisoformat("2026-11-24T00:30:00+08:00")


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-24T00:05:00+08:00", "今天 00:05"),
        ("2026-11-23T23:59:00+08:00", "昨天 23:59"),
        ("2026-11-22T10:42:00+08:00", "11月22日 10:42"),
        ("2026-01-03T10:42:00+08:00", "1月3日 10:42"),
        ("2025-11-24T10:42:00+08:00", "2025年11月24日 10:42"),
        ("2026-11-25T10:42:00+08:00", "11月25日 10:42"),
    ],
)
def test_a_moment_is_told_as_one_would(when: str, text: str) -> None:
    assert when_text(datetime.fromisoformat(when), NOW) == text


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 字节"), (1023, "1023 字节"), (35_000, "34 KB"), (2_500_000, "2.4 MB")]
)
def test_a_size_is_rounded(size: int, text: str) -> None:
    assert size_text(size) == text


def test_one_that_cannot_be_read_says_so() -> None:
    cells = [column.cell(VersionRow("k", "今天 10:42", None)) for column in COLUMNS]
    assert [cell.text for cell in cells] == ["今天 10:42", "无法读取"]
    assert all(cell.answer(Qt.ItemDataRole.ToolTipRole) for cell in cells)
