"""The import template of budget systems: a row an indicator, its three levels and its targets.

Such a template has neither amounts nor objectives, nor codes, year and department; the project is named in each row.
"""

from collections.abc import Iterator

from gzgoals.core.exchange.own.fitting import LINE_HEIGHT, lines_of
from gzgoals.core.exchange.writers.progress import Progress, Report, indicators_in, no_report
from gzgoals.core.exchange.writers.sheets import Book, new_book
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Target, catalogue_of, split_target

COLUMNS = (
    "单位名称", "项目名称", "一级指标", "二级指标", "三级指标",
    "计算符号", "实施周期指标值", "年度指标值", "计量单位", "备注",
)  # fmt: skip
_WIDTHS = (20, 32, 12, 16, 36, 8, 18, 18, 10, 12)
_SHEET = "绩效指标"
_MIDDLE = 5

Cells = tuple[str, ...]


def write_template(table: GoalTable, report: Report = no_report) -> bytes:
    """Return the indicators of a table as a workbook (xlsx) to be taken in by a budget system.

    Raises `StoppedError` when `report` says so.
    """
    with new_book(f"{table.department}{table.year}年绩效指标") as book:
        _write(book, Progress(report, indicators_in(table)).through(template_rows(table)))
        return book.bytes()


def _write(book: Book, rows: Iterator[Cells]) -> None:
    sheet = book.sheet(_SHEET, _WIDTHS)
    for place, caption in enumerate(COLUMNS):
        book.put_text(sheet, 0, place, caption, "header")
    sheet.set_row(0, LINE_HEIGHT * 1.5)
    number = 0
    for number, cells in enumerate(rows, 1):
        for place, cell in enumerate(cells):
            book.put_text(sheet, number, place, cell, "count" if place >= _MIDDLE else "text")
        lines = max(lines_of(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True))
        sheet.set_row(number, min(lines * LINE_HEIGHT + 3, 409))
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 2)
    sheet.ignore_errors({"number_stored_as_text": f"A1:J{number + 1}"})


def template_rows(table: GoalTable) -> Iterator[Cells]:
    """Yield the rows below the header, texts all."""
    catalogue = catalogue_of(table.scheme)
    for unit in table.units:
        for project in unit.projects:
            for indicator in project.indicators:
                yield (unit.name, project.name, *_indicator(indicator, catalogue), "")


def _indicator(indicator: Indicator, catalogue: Catalogue) -> Cells:
    first, second = _levels(indicator.category, catalogue)
    cycle, annual = indicator.cycle, indicator.annual
    if (cycle.operator, cycle.measure) == (annual.operator, annual.measure) and _comes_apart(cycle, annual):
        return (first, second, indicator.name, cycle.operator, cycle.value, annual.value, cycle.measure)
    return (first, second, indicator.name, "", cycle.text, annual.text, "")


def _comes_apart(*targets: Target) -> bool:
    """Tell whether targets can share columns of operator and measure: each is a number with both beside it."""
    return all(split_target(target.text) == target and (target.value or not target.text) for target in targets)


def _levels(category: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return the names of both levels, as budget systems list them; what the scheme does not know as it is."""
    known = catalogue.by_code.get(category)
    if known is None:
        return catalogue.levels(category)
    parent = catalogue.by_code.get(known.parent)
    return (parent.name, known.name) if parent else (known.name, "")
