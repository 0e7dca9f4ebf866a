"""What stands above the rows of a printed table: title, department, year, unit of money, and the column header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.printed.wording import COLUMNS, compact, is_title
from gzgoals.core.exchange.text.amounts import amount_run
from gzgoals.core.exchange.text.decoding import Line

UNWRAPPED = "每段一行"

_FIRST_COLUMN, _LAST_COLUMN = "项目名称", COLUMNS[-1]
_HEADER_LINES = 40
_SEARCHED_LINES = 200
_AMOUNT_CAPTIONS = re.compile("(?:总计|小计|财政拨款|财政专户拨款|其他资金){2,}")
_MONEY = re.compile(r"(?:^|(?<=\s)|(?<=[（(]))(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*(万元|元)")
_DEPARTMENT = re.compile(r"^\s*(?:填报)?部门(?:名称)?\s*[:：]\s*")
_YEARS = (
    re.compile(r"年度\s*[:：]\s*(19[0-9]{2}|[2-9][0-9]{3})(?![0-9])"),
    re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s*年"),
)
_SCHEME = re.compile(r"编码字典\s*[:：]\s*(\S{1,60})")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines above the rows say; `money_line` is where the unit of money stands, 0 when it is nowhere.

    `furniture` are the compacted lines that each new page may repeat, `columns` the compacted column header.
    """

    department: str = ""
    year: int | None = None
    scheme: str = ""
    in_yuan: bool = False
    money_line: int = 0
    unwrapped: bool = False
    furniture: frozenset[str] = frozenset()
    columns: str = ""


def heading_of(lines: Sequence[Line]) -> tuple[Heading, int]:
    """Read what stands above the rows; the second value is the index of the first line below it."""
    begin, end = _column_header(lines)
    if begin == end:
        begin = end = _end_of_captions(lines)
    above = [line for line in lines[:begin] if line.text.strip()]
    columns = "".join(compact(line.text) for line in lines[begin:end])
    return _read(above, columns), end


def _read(above: Sequence[Line], columns: str) -> Heading:
    text = "\n".join(line.text for line in above)
    scheme = _SCHEME.search(text)
    money = next(((line, found) for line in above if (found := _MONEY.search(line.text))), None)
    captions = [compact(line.text) for line in above]
    return Heading(
        department=_department(above),
        year=next((int(found[1]) for pattern in _YEARS if (found := pattern.search(text))), None),
        scheme=scheme[1] if scheme else "",
        in_yuan=money is not None and money[1][1] == "元",
        money_line=money[0].number if money else 0,
        unwrapped=any(UNWRAPPED in caption for caption in captions),
        furniture=frozenset(caption for caption in captions if _is_caption(caption)),
        columns=columns,
    )


def _department(above: Sequence[Line]) -> str:
    for index, line in enumerate(above):
        if label := _DEPARTMENT.match(line.text):
            name = line.text[label.end() :]
            for follower in above[index + 1 : index + 3]:
                if _MONEY.search(name) or not _goes_on(follower.text):
                    break
                name += follower.text.strip()
            money = _MONEY.search(name)
            return (name[: money.start()] if money else name).strip()
    return ""


def _goes_on(text: str) -> bool:
    """Tell whether a line is the rest of a department's name that ran over, with the unit of money after it."""
    money = _MONEY.search(text)
    before = text[: money.start()] if money else ""
    return bool(before.strip()) and ":" not in before and "：" not in before


def _is_caption(compacted: str) -> bool:
    return is_title(compacted) or _DEPARTMENT.match(compacted) is not None or compacted.startswith("单位")


def _column_header(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where the column header begins and ends; it may be wrapped over several lines."""
    for begin, line in enumerate(lines[:_SEARCHED_LINES]):
        if not compact(line.text).startswith(_FIRST_COLUMN):
            continue
        text = ""
        for end in range(begin, min(begin + _HEADER_LINES, len(lines))):
            text += compact(lines[end].text)
            if amount_run(lines[end].text):
                break
            if text.endswith(_LAST_COLUMN):
                return begin, _end_of_header(lines, end + 1)
    return 0, 0


def _end_of_header(lines: Sequence[Line], end: int) -> int:
    """Return where a column header ends that has the captions of its amounts on lines below."""
    below = next((place for place in range(end, len(lines)) if lines[place].text.strip()), end)
    captions = below < len(lines) and _AMOUNT_CAPTIONS.fullmatch(compact(lines[below].text))
    return below + 1 if captions else end


def _end_of_captions(lines: Sequence[Line]) -> int:
    """Return where the rows begin in a text without column header: below the last caption above the first amounts."""
    end = 0
    for index, line in enumerate(lines[:_SEARCHED_LINES]):
        if amount_run(line.text):
            break
        if _is_caption(compact(line.text)) or _MONEY.search(line.text):
            end = index + 1
    return end
