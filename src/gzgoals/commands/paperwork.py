"""Papers made by a command as the window makes them: set up as the settings say, a draft while errors stand."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gzgoals.commands.offices import Offices
from gzgoals.commands.saying import say
from gzgoals.core.settings import read_settings
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import visible_line

if TYPE_CHECKING:  # Qt is loaded for what is drawn alone
    from gzgoals.gui.paper import Papers


class Paperwork:
    """Makes papers of tables; `rules` names the office's rules, and without `draft` no page is marked as one."""

    def __init__(self, rules: str = "", *, draft: bool = True) -> None:
        self._offices = Offices(rules)
        setup = read_settings().page
        self._setup = setup if draft else setup.replaced(draft_mark=False)

    def of_table(self, table: GoalTable, source: Path) -> Papers:
        """Return how papers of a table from a file are made today; where they are a draft it is told why."""
        from gzgoals.gui.paper import Papers

        errors = self._errors(table, source) if self._setup.draft_mark else 0
        if errors:
            name = visible_line(source.name)
            say(f"“{name}”还有 {errors} 处错误，页面印有“草稿”；可用 gzgoals check 查看。", sys.stderr)
        return Papers(self._setup, bool(errors))

    def of_list(self) -> Papers:
        """Return how lists are made today."""
        from gzgoals.gui.paper import Papers

        return Papers(self._setup)

    def _errors(self, table: GoalTable, source: Path) -> int:
        from gzgoals.core.checks import Severity, check

        return check(table, office=self._offices.office_for(source)).counts[Severity.ERROR]
