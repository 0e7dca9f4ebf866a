"""`gzgoals merge`: tables from several offices or units become one."""

from collections.abc import Sequence
from pathlib import Path

from gzgoals.commands.arguments import Parser, own_file
from gzgoals.commands.importing import save_joined


def merge_files(arguments: Sequence[str]) -> int:
    """Put several tables together; what differs is kept side by side and told on stderr."""
    parser = Parser(
        "gzgoals merge",
        "把几个处室或单位的表合为一张：相同的项目只留一份；内容不同的全部保留，后者在名称中注明来自哪个文件。",
    )
    parser.inputs.add_argument("sources", metavar="文件", nargs="+", type=Path, help="要合并的绩效目标表")
    parser.options.add_argument(
        "-o", dest="output", metavar="文件", type=Path, required=True, help="保存为（.gzgoals）"
    )
    options = parser.parse_args(arguments)
    save_joined(own_file(options.output), options.sources, None)
    return 0
