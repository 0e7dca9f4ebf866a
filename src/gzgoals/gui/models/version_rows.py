"""What the list of former saves shows: when each was saved, in the words of a calendar, and how large it was."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A former save by its key; `size` is in bytes, None where it cannot be read any more."""

    key: str
    when: str
    size: int | None


def when_text(when: datetime, now: datetime) -> str:
    """Return a moment in local time: `今天 10:42`, `昨天 10:42`, `11月3日 10:42`, with the year where it is another."""
    day, today = when.date(), now.date()
    if day == today:
        date = "今天"
    elif day == today - timedelta(days=1):
        date = "昨天"
    else:
        date = f"{when.month}月{when.day}日"
        date = date if when.year == now.year else f"{when.year}年{date}"
    return f"{date} {when:%H:%M}"


def size_text(size: int) -> str:
    """Return a number of bytes as a file manager shows it: `812 字节`, `35 KB`, `2.4 MB`."""
    if size < 1024:
        return f"{size} 字节"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _size(row: VersionRow) -> Cell:
    if row.size is None:
        return Cell("无法读取", tip="这个版本已损坏，请选择其他版本。", right=True, muted=True)
    return Cell(size_text(row.size), right=True)


COLUMNS = (
    Column[VersionRow]("when", "保存时间", lambda row: Cell(row.when, tip=row.when, muted=row.size is None)),
    Column[VersionRow]("size", "大小", _size, right=True),
)
