"""A check as a workbook: what it comes to, then a row a finding, laid out to be printed as it is."""

from collections.abc import Iterator

from gzgoals.core.checks.reports.report import CheckReport
from gzgoals.core.page_setup import SIGNED_AND_DATED
from gzgoals.core.workbook import SheetColumn, SheetKind, SheetLine, workbook

_KIND = SheetKind(
    name="检查结果",
    title="项目支出绩效目标检查报告",
    columns=(
        SheetColumn("项目", 30),
        SheetColumn("级别", 7),
        SheetColumn("规则", 7),
        SheetColumn("位置", 24),
        SheetColumn("问题", 56),
        SheetColumn("理由", 40),
    ),
    signatures=dict(zip((0, 3, 4, 5), SIGNED_AND_DATED, strict=True)),
)


def check_sheet(report: CheckReport) -> bytes:
    """Return a workbook (xlsx) of a check, A4 landscape; texts are never taken for formulas."""
    department, *others = report.captions
    return workbook(_KIND, {0: department, 3: "　　".join(others)}, _lines(report))


def _lines(report: CheckReport) -> Iterator[SheetLine]:
    yield SheetLine(("检查结论", "", "", "", f"{report.verdict}。\n{report.counts}", ""), "unit")
    unit = ""
    for row in report.rows:
        if row.unit != unit:
            unit = row.unit
            yield SheetLine((unit, *[""] * _KIND.last), "unit")
        yield SheetLine((row.owner, row.severity, row.rule, row.where, row.message, row.reason))
