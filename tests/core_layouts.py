"""One table laid out as other people's sheets and forms have it: cells in rows, to be read back."""

from collections.abc import Sequence
from decimal import Decimal

from gzgoals.core.exchange.printed.indicator_text import indicators_text
from gzgoals.core.exchange.source import Grid, GridRow, Spot
from gzgoals.core.table import Amount, GoalTable, Indicator, Project, Unit, amount_text, catalogue_of, worth

Cells = Sequence[str]

OFFICIAL = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
FLAT = ("单位名称", "项目名称", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标")
LEVELS = ("一级指标", "二级指标", "三级指标")
TARGETS = ("实施周期指标值", "年度指标值")
TEMPLATE = (*LEVELS, "计算符号", "指标值", "计量单位")


def grid(rows: Sequence[Cells], name: str = "", above: Sequence[str] = (), below: Sequence[str] = ()) -> Grid:
    """Return the grid of a sheet with these rows, as a reader of sheets gives it."""
    return Grid(
        tuple(GridRow(tuple(cells), (Spot(sheet=name, row=number),)) for number, cells in enumerate(rows, 1)),
        name,
        tuple(above),
        tuple(below),
    )


def official_cells(table: GoalTable) -> list[Cells]:
    """Return the rows of the official layout, all indicators in one cell."""
    catalogue = catalogue_of(table.scheme)
    rows: list[Cells] = [_captions(table)[0], _captions(table)[1], OFFICIAL]
    rows.append(("合计", *sums([project for unit in table.units for project in unit.projects]), "", ""))
    for unit in table.units:
        rows.append((unit.name, *sums(unit.projects), "", ""))
        for project in unit.projects:
            text = indicators_text(project.indicators, catalogue)
            rows.append((project.name, *amounts(project), project.objective, text))
    return rows


def flat_cells(table: GoalTable, repeated: bool = False) -> list[Cells]:
    """Return rows of one indicator each, the project's cells in the first of them, or `repeated` in each."""
    rows: list[Cells] = [*_captions(table), (*FLAT, *LEVELS, *TARGETS)]
    rows.append(("", "合计", *sums([project for unit in table.units for project in unit.projects]), *[""] * 6))
    for unit in table.units:
        for project in unit.projects:
            own = (unit.name, project.name, *amounts(project), project.objective)
            for number, cells in enumerate(indicator_cells(project, table.scheme) or [("",) * 5]):
                rows.append((*(own if repeated or not number else [""] * len(own)), *cells))
    return rows


def template_cells(project: Project, scheme: str, header: Cells = TEMPLATE) -> list[Cells]:
    """Return the rows of an indicator template, without the name of the project."""
    rows: list[Cells] = [header]
    for indicator in project.indicators:
        levels = catalogue_of(scheme).levels(indicator.category)
        target = indicator.annual
        rows.append((*levels, indicator.name, target.operator, target.value, target.measure))
    return rows


def form_cells(project: Project, unit: Unit, department: str, scheme: str) -> list[Cells]:
    """Return the rows of a project's own form, levels in merged cells."""
    total, appropriation, special, other = amounts(project)
    rows: list[Cells] = [
        ("项目支出绩效目标申报表", "", "", "", "", ""),
        ("项目名称", project.name, "", "", "", ""),
        ("主管部门", department, "", "实施单位", unit.name, ""),
        ("项目资金\n（万元）", "年度资金总额：", total, "", "", ""),
        ("", "其中：财政拨款", appropriation, "", "", ""),
        ("", "财政专户拨款", special, "", "", ""),
        ("", "其他资金", other, "", "", ""),
        ("总体目标", project.objective, "", "", "", ""),
        ("绩效指标", "一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"),
    ]
    return rows + [("", *cells) for cells in merged(indicator_cells(project, scheme), 2)]


def indicator_cells(project: Project, scheme: str) -> list[tuple[str, ...]]:
    """Return for each indicator its levels, its name and both targets in a cell each."""
    return [(*_levels(each, scheme), each.name, each.cycle.text, each.annual.text) for each in project.indicators]


def merged(rows: Sequence[tuple[str, ...]], columns: int) -> list[tuple[str, ...]]:
    """Return rows with the first columns as merged cells have them: only the first of equal ones holds the text."""
    shown = []
    for number, row in enumerate(rows):
        cells = list(row)
        for place in range(columns):
            if number and row[: place + 1] == rows[number - 1][: place + 1]:
                cells[place] = ""
        shown.append(tuple(cells))
    return shown


def amounts(project: Project) -> tuple[str, ...]:
    """Return the four amounts of a project as cells."""
    funding = project.funding
    return tuple(_cell(each) for each in (funding.total, funding.appropriation, funding.special_account, funding.other))


def sums(projects: Sequence[Project]) -> tuple[str, ...]:
    """Return the four sums of projects as cells."""
    fundings = [project.funding for project in projects]
    columns: list[list[Amount]] = [
        [funding.total for funding in fundings],
        [funding.appropriation for funding in fundings],
        [funding.special_account for funding in fundings],
        [funding.other for funding in fundings],
    ]
    return tuple(_cell(sum((worth(each) for each in column), Decimal("0.00"))) for column in columns)


def plain(table: GoalTable) -> list[tuple[object, ...]]:
    """Return all that a table says, without ids, project by project."""
    return [
        (
            unit.name,
            project.name,
            (project.funding.appropriation, project.funding.special_account, project.funding.other),
            project.funding.stated_total,
            project.objective,
            [(each.category, each.name, each.cycle, each.annual) for each in project.indicators],
        )
        for unit in table.units
        for project in unit.projects
    ]


def _captions(table: GoalTable) -> list[Cells]:
    return [(f"{table.year}年项目支出绩效目标表",), (f"部门名称：{table.department}", "", "", "", "单位：万元")]


def _levels(indicator: Indicator, scheme: str) -> tuple[str, str]:
    return catalogue_of(scheme).levels(indicator.category)


def _cell(amount: Amount) -> str:
    return amount_text(amount)
