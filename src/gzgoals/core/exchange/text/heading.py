"""What stands above the rows of a printed table: title, department, year, unit of money, and the column header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.printed.captions import MONEY, NO_CAPTIONS, Captions, captions_of, is_caption
from gzgoals.core.exchange.printed.wording import COLUMNS, compact
from gzgoals.core.exchange.text.amounts import amount_run
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.escaping import ESCAPED, unescaped

UNWRAPPED = "每段一行"

_FIRST_COLUMN, _LAST_COLUMN = "项目名称", COLUMNS[-1]
_HEADER_LINES = 40
_SEARCHED_LINES = 200
_OWN = re.compile(
    rf"^部门名称：(.*) 单位：万元\n预算年度：([0-9]{{4}}) 编码字典：(.*) {UNWRAPPED} {re.escape(ESCAPED)}$",
    re.MULTILINE,
)
_AMOUNT_CAPTIONS = re.compile("(?:总计|小计|财政拨款|财政专户拨款|其他资金){2,}")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines above the rows say; `money_line` is where the unit of money stands, 0 when it is nowhere.

    `furniture` are the compacted lines that each new page may repeat, `columns` the compacted column header.
    """

    captions: Captions = NO_CAPTIONS
    money_line: int = 0
    unwrapped: bool = False
    escaped: bool = False
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
    captions = captions_of([line.text for line in above])
    escaped = any(line.text.endswith(ESCAPED) for line in above)
    if escaped:
        captions = _escaped_captions(above) or captions
    compacted = [compact(line.text) for line in above]
    return Heading(
        captions=captions,
        money_line=above[captions.money_line].number if captions.money_line >= 0 else 0,
        unwrapped=any(UNWRAPPED in caption for caption in compacted),
        escaped=escaped,
        furniture=frozenset(caption for caption in compacted if is_caption(caption)),
        columns=columns,
    )


def _escaped_captions(above: Sequence[Line]) -> Captions | None:
    """Return what our own heading says, None where it is no longer written as we do."""
    text = "\n".join(line.text for line in above)
    found = _OWN.search(text)
    return Captions(unescaped(found[1]), int(found[2]), scheme=unescaped(found[3])) if found else None


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
        if is_caption(compact(line.text)) or MONEY.search(line.text):
            end = index + 1
    return end
