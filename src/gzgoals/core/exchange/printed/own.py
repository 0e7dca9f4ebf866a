"""What a PDF of gzgoals says of itself: in its title the department, the year and, where needed, the coding scheme.

Program and layout know each other here: such a print shows a blank by a character of its own, even at a line's end,
and paragraphs, where a text has several, by their indents alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals import __version__
from gzgoals.core.exchange.printed.wording import FULL_TITLE, compact

CREATOR = f"gzgoals {__version__}"
LINE_SPACING = 1.4
"""The distance of two lines in sizes of a character."""
LONGEST_HEAD = 20
"""How many lines name and amounts of a row may have to stay together at a page's end."""
_OWN_CREATOR = re.compile("gzgoals [0-9]")  # the first prints named no version, and did not show all of this
_SCHEME = " 编码字典："
_TITLE = re.compile(rf"(.*?)([1-9][0-9]{{3}})年{FULL_TITLE}(?:{_SCHEME}(\S+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """What the title of a print says; `scheme` is empty where the printed categories tell it."""

    department: str
    year: int
    scheme: str = ""

    def __str__(self) -> str:
        """Return the title."""
        return f"{self.department}{self.year}年{FULL_TITLE}" + (f"{_SCHEME}{self.scheme}" if self.scheme else "")

    def fits(self, above: Sequence[str]) -> bool:
        """Tell whether the lines above a table name the department that the title does."""
        return compact(f"部门名称：{self.department}") in compact("".join(above))


def is_own(creator: str) -> bool:
    """Tell by the program that a PDF names as its creator whether it is such a print."""
    return _OWN_CREATOR.match(creator) is not None


def own_title(title: str) -> OwnTitle | None:
    """Return what the title of a print says, None for one of another kind of table."""
    found = _TITLE.fullmatch(title)
    return OwnTitle(found[1], int(found[2]), found[3] or "") if found else None
