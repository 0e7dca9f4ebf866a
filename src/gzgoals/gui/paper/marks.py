"""What is printed on each page beside the table: page numbers, the day, and 草稿 while it is one."""

from dataclasses import dataclass
from datetime import date

from gzgoals.core.page_setup import PageSetup


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page bears: its number, the `day` of printing in words or nothing, and whether it is a `draft`."""

    numbered: bool = True
    day: str = ""
    draft: bool = False

    @classmethod
    def of(cls, setup: PageSetup, today: date, *, errors: bool) -> "Marks":
        """Return what a setup asks for today, of a table that has errors or has none."""
        day = f"打印日期：{today.year}年{today.month}月{today.day}日" if setup.dated else ""
        return cls(setup.numbered, day, draft=setup.draft_mark and errors)


NUMBERED = Marks()
"""Nothing but page numbers."""
