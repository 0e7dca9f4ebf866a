"""What stands above a printed table: its department, its budget year, the unit of its money, its coding scheme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.printed.wording import TITLE, is_title

_UNIT_OF_MONEY = r"(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*"
MONEY = re.compile(
    rf"(?:^|(?<=\s)|(?<=[（(])|(?={_UNIT_OF_MONEY}万?元[）)]?\s*$)){_UNIT_OF_MONEY}(万元|元)", re.MULTILINE
)
_DEPARTMENTS = tuple(
    re.compile(
        rf"^\s*(?:填报|预算|主管)?{word}(?:名称)?\s*(?:[（(].{{1,6}}[）)])?\s*[:：]\s*(?!\s*(?:人民币)?\s*万?元)"
    )
    for word in ("部门", "单位")
)
_YEAR_CAPTION = re.compile(r"年\s*度\s*[:：]\s*(19[0-9]{2}|[2-9][0-9]{3})(?![0-9])")
_YEAR_OF_TITLE = re.compile(rf"((?:19|20)[0-9]{{2}})\s*年度?\s*(?:部门预算)?\s*{TITLE}")
_ANY_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年")
_BARE_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_CAPTION_BESIDE = re.compile(r"(?:^|(?<=\s))(?:预算年度|编码字典)\s*[:：]")
_SCHEME = re.compile(r"编码字典\s*[:：]\s*(\S{1,60})")


@dataclass(frozen=True, slots=True)
class Captions:
    """What the lines above a table say; `money_line` is the index of the line with the unit of money, -1 for none.

    `year_of_department` is a year on the department's line: it may belong to the name.
    """

    department: str = ""
    year: int | None = None
    year_of_department: int | None = None
    scheme: str = ""
    in_yuan: bool = False
    money_line: int = -1


NO_CAPTIONS = Captions()


def captions_of(lines: Sequence[str]) -> Captions:
    """Read the lines above a table; blank ones among them tell nothing."""
    departments = [line for line in lines if _names_department(line)]
    others = [line for line in lines if not _names_department(line)]
    scheme = _SCHEME.search("\n".join(lines))
    money = next(((place, found) for place, line in enumerate(lines) if (found := MONEY.search(line))), None)
    return Captions(
        department=_department(lines),
        year=_year(others) or _captioned_year(departments),
        year_of_department=_year(departments),
        scheme=scheme[1] if scheme else "",
        in_yuan=money is not None and money[1][1] == "元",
        money_line=money[0] if money else -1,
    )


def is_caption(compacted: str) -> bool:
    """Tell whether a line without its blanks is a title or one of the captions below it."""
    return is_title(compacted) or _names_department(compacted) or compacted.startswith("单位")


def year_in(text: str) -> int | None:
    """Return the year that a title or a file's name tells: the one before the table's name, else the first."""
    for pattern in (_YEAR_OF_TITLE, _ANY_YEAR, _BARE_YEAR):
        if found := pattern.search(text):
            return int(found[1])
    return None


def scheme_in(text: str) -> str:
    """Return the coding scheme that a text names, nothing for none."""
    found = _SCHEME.search(text)
    return found[1] if found else ""


def _captioned_year(lines: Sequence[str]) -> int | None:
    """Return the year that has a caption of its own, None for one that may belong to a name."""
    found = _YEAR_CAPTION.search("\n".join(lines))
    return int(found[1]) if found else None


def _year(lines: Sequence[str]) -> int | None:
    """Return the year of a caption, else the one before the title, else the first."""
    text = "\n".join(lines)
    for pattern in (_YEAR_CAPTION, _YEAR_OF_TITLE, _ANY_YEAR):
        if found := pattern.search(text):
            return int(found[1])
    return None


def _names_department(line: str) -> bool:
    return any(pattern.match(line) for pattern in _DEPARTMENTS)


def _department(lines: Sequence[str]) -> str:
    for pattern in _DEPARTMENTS:
        for index, line in enumerate(lines):
            if label := pattern.match(line):
                return _with_followers(line[label.end() :], lines[index + 1 : index + 3])
    return ""


def _with_followers(name: str, followers: Sequence[str]) -> str:
    """Return a department's name with what ran over to the next lines, without the unit of money."""
    for follower in followers:
        if MONEY.search(name) or not _goes_on(follower):
            break
        name += follower.strip()
    ends = [found.start() for pattern in (MONEY, _CAPTION_BESIDE) if (found := pattern.search(name))]
    return name[: min(ends, default=len(name))].strip()


def _goes_on(text: str) -> bool:
    """Tell whether a line is the rest of a department's name that ran over, with the unit of money after it."""
    money = MONEY.search(text)
    before = text[: money.start()] if money else ""
    return bool(before.strip()) and ":" not in before and "：" not in before
