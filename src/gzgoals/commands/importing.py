"""`gzgoals import`: sources of any kind become one table."""

from collections.abc import Sequence
from pathlib import Path

from gzgoals.commands.arguments import Parser, own_file, year
from gzgoals.commands.saying import read, tell_doubts
from gzgoals.core.files import write_table
from gzgoals.core.opening import joined


def import_sources(arguments: Sequence[str]) -> int:
    """Read sources of any kind and save them as one table; doubts go to stderr."""
    parser = Parser("gzgoals import", "把上年的 PDF、Excel、Word、文本或已有的表读成一张新表；读入时的疑点逐条列出。")
    parser.inputs.add_argument(
        "sources", metavar="来源", nargs="+", type=Path, help="PDF、xlsx、xls、docx、文本、.gzgoals 或 .json 文件"
    )
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="保存为（.gzgoals）"
    )
    parser.options.add_argument("--year", metavar="年度", type=year, help="预算年度，如 2026；不写则取来源中的年度")
    options = parser.parse_args(arguments)
    save_joined(own_file(options.output), options.sources, options.year)
    return 0


def save_joined(output: Path, sources: Sequence[Path], budget_year: int | None) -> None:
    """Save what the sources hold as one table, and tell what was doubtful in each and in joining them."""
    drafts = [read(source, budget_year) for source in sources]
    whole = joined(drafts, _names(sources))
    write_table(output, whole.table)
    for source, draft in zip(sources, drafts, strict=True):
        tell_doubts(source, draft)
    tell_doubts(output, whole)


def _names(sources: Sequence[Path]) -> list[str]:
    """Return what sources are called: the names of the files, or the paths where two have the same."""
    names = [source.name for source in sources]
    return names if len(set(names)) == len(names) else [str(source) for source in sources]
