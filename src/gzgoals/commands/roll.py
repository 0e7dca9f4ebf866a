"""`gzgoals roll`: last year's table becomes this year's start."""

import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from gzgoals.commands.arguments import BadArgumentsError, Parser, own_file, year
from gzgoals.commands.saying import opened, say
from gzgoals.core.files import write_table
from gzgoals.core.table import GoalTable
from gzgoals.core.years import Amounts, Mention, RollPlan, rolled, usual_plan, year_mentions

_AMOUNTS = {"keep": Amounts.KEEP, "aside": Amounts.ASIDE, "clear": Amounts.CLEAR}


def roll_file(arguments: Sequence[str]) -> int:
    """Save the start of another year; the years that moved on, and those that did not, go to stderr."""
    parser = Parser("gzgoals roll", "以上年的表作为新一年的起点：新表记住上年的全部内容，供填报时对照。")
    parser.inputs.add_argument("file", metavar="文件", type=Path, help="上年的绩效目标表")
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="保存为（.gzgoals）"
    )
    parser.options.add_argument("--year", metavar="年度", type=year, required=True, help="新的预算年度，如 2027")
    parser.options.add_argument(
        "--amounts",
        metavar="方式",
        choices=sorted(_AMOUNTS),
        default="keep",
        help="金额：keep 沿用（默认），aside 留作上年数、本年待填，clear 清空且不记上年",
    )
    years = parser.options.add_mutually_exclusive_group()
    years.add_argument("--advance-years", action="store_true", help="名称、目标中的本年度年份随之推进（默认）")
    years.add_argument("--keep-years", action="store_true", help="名称、目标中的年份都不改")
    parser.options.add_argument(
        "--drop", metavar="项目", action="append", default=[], help="不再安排的项目名称，可写多次"
    )
    options = parser.parse_args(arguments)
    own_file(options.output)
    table = opened(options.file)
    if options.year <= table.year:
        raise BadArgumentsError(f"“{options.file}”是 {table.year} 年的表，--year 应晚于该年度，如 {table.year + 1}。")
    plan = replace(
        usual_plan(table, options.year), amounts=_AMOUNTS[options.amounts], dropped=_ids(table, options.drop)
    )
    if options.keep_years:
        plan = replace(plan, advanced=frozenset())
    write_table(options.output, rolled(table, plan))
    if not options.keep_years:
        _tell_years(table, plan)
    return 0


def _ids(table: GoalTable, names: Collection[str]) -> frozenset[str]:
    """Return the ids of the projects with these names; raises `BadArgumentsError` for a name that none has."""
    projects = [project for unit in table.units for project in unit.projects]
    for name in names:
        if all(project.name != name for project in projects):
            raise BadArgumentsError(f"表中没有名为“{name}”的项目，请核对 --drop 后的名称。")
    return frozenset(project.id for project in projects if project.name in names)


def _tell_years(table: GoalTable, plan: RollPlan) -> None:
    for mention in year_mentions(table, plan.year):
        if mention.place.project not in plan.dropped:
            say(_told(mention, moved=mention.place in plan.advanced), sys.stderr)


def _told(mention: Mention, *, moved: bool) -> str:
    text = mention.before if len(mention.before) <= 40 else f"{mention.before[:40]}…"
    if moved:
        return f"“{text}”中的 {mention.years_before} 改为 {mention.years_after}。"
    return f"“{text}”中的 {mention.years_before} 未改，如需推进请在窗口中逐项勾选。"
