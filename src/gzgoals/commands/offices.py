"""By whose rules a command checks tables."""

import sys
from pathlib import Path

from gzgoals.commands.arguments import Parser
from gzgoals.commands.saying import say
from gzgoals.core.checks import Office
from gzgoals.core.checks.offices.office_file import office_file_for, read_office, told
from gzgoals.core.settings import read_settings


def add_rules_option(parser: Parser) -> None:
    """Let the rules be named on the command line."""
    parser.options.add_argument(
        "--rules", metavar="文件", default="", help="本单位的检查规则；不写则取设置中选定的，或表旁边的“检查规则.json”"
    )


class Offices:
    """Finds the rules that count for a table, those `named` before all; a file of rules is read once."""

    def __init__(self, named: str) -> None:
        self._chosen = named or read_settings().office_rules
        self._read: dict[Path, Office] = {}

    def file_for(self, table: Path) -> Path | None:
        """Return the rules file that counts for a table: the named one, that of the settings, or one beside it."""
        return office_file_for(self._chosen, table)

    def office_for(self, table: Path) -> Office | None:
        """Return the office's rules; what is wrong with their file goes to stderr and stops nothing."""
        rules = self.file_for(table)
        if rules is None:
            return None
        if rules not in self._read:
            self._read[rules], complaints, _ = read_office(rules)
            for complaint in told(complaints):
                say(f"{rules}：{complaint}", sys.stderr)
        return self._read[rules]
