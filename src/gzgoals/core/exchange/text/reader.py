"""The published text read into a table: as extracted from the official PDF, or as our own export wrote it."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.names import Content, claimed_instead
from gzgoals.core.exchange.printed.assembly import Caption, draft_of
from gzgoals.core.exchange.printed.filling import filled_caption, in_wan, yuan_doubt
from gzgoals.core.exchange.printed.outline import Outline, outline_of
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import Source, Spot
from gzgoals.core.exchange.text.decoding import Line, decoded, lines_of, shown_lines
from gzgoals.core.exchange.text.furniture import rows_only
from gzgoals.core.exchange.text.heading import Heading, heading_of
from gzgoals.core.exchange.text.unwrapped_rows import unwrapped_rows
from gzgoals.core.exchange.text.wrapped_rows import wrapped_rows

_SHUFFLED = "“{}”中的文字次序已乱，各行的内容混在了一起，请直接导入 PDF 原件，或在 PDF 阅读器中重新全选复制。"
_FEW, _MOST_MIXED = 2, 0.25
_NO_TABLE = "“{}”中没有找到项目支出绩效目标表，请选择从已公开的绩效目标表中完整复制的文本。"
_NO_TABLE_BUT_TEXT = (
    "“{}”其实是文本文件，并非{}，其中没有项目支出绩效目标表，请确认选对了文件，或从原来的系统重新导出一份。"
)


def read_text(data: bytes, source: str, year: int | None) -> Draft:
    """Read the published text of a table; `source` is the file's name for messages.

    Without `year` the budget year is taken from the text. What had to be inferred comes back as doubts. Raises
    `BadFileError` when `data` is not a text, holds no such table, or holds its cells in an order that is lost.
    """
    lines = lines_of(decoded(data, source))
    heading, end = heading_of(lines)
    rows = _rows(lines[end:], heading)
    outline = outline_of(rows)
    if not (heading.columns or outline.total or any(row.printed for row in rows)) or not rows:
        raise _no_table(source)
    if sum(row.mixed for row in rows) > max(_FEW, _MOST_MIXED * len(rows)):
        raise BadFileError(_SHUFFLED.format(source))
    caption, doubts = _caption(heading, outline, rows, source, year)
    draft = draft_of(outline, caption)
    return replace(draft, doubts=(*doubts, *draft.doubts), source=Source(lines=shown_lines(lines)))


def _no_table(source: str) -> BadFileError:
    claimed = claimed_instead(source, Content.TEXT)
    if claimed is None:
        return BadFileError(_NO_TABLE.format(source))
    return BadFileError(_NO_TABLE_BUT_TEXT.format(source, claimed.value))


def _rows(lines: Sequence[Line], heading: Heading) -> list[Row]:
    rows = unwrapped_rows(lines) if heading.unwrapped else []
    rows = rows or wrapped_rows(rows_only(lines, heading))
    return in_wan(rows) if heading.captions.in_yuan else rows


def _caption(
    heading: Heading, outline: Outline, rows: Sequence[Row], source: str, year: int | None
) -> tuple[Caption, list[Doubt]]:
    caption, doubts = filled_caption(heading.captions, outline, rows, source, year)
    if heading.unwrapped:  # our own export prints a department's name, even an empty one
        caption = replace(caption, department=heading.captions.department)
        doubts = [doubt for doubt in doubts if doubt.place.field != "department"]
    if heading.captions.in_yuan:
        doubts.insert(0, yuan_doubt(Spot(line=heading.money_line)))
    return caption, doubts
