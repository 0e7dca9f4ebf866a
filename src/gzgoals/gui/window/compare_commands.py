"""Comparing from the window: with the year before or any other table, and the file for the leader who signs."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gzgoals.core.naming import Export
from gzgoals.core.table import TABLE, GoalTable
from gzgoals.core.years import Comparison, compare, last_year_of, remembering
from gzgoals.core.years.sheet import comparison_sheet
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.files import ask_open, ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.models.change_rows import Sides
from gzgoals.gui.paper import comparison_listing
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.print_commands import PrintCommands

TellDifference = Callable[[GoalTable, GoalTable, Sides], None]
"""What shows how one table differs from another of the same year, and calls them by these names."""


class CompareCommands:
    """What the menu of comparisons does; `commit` brings half-typed cells into the table."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        files: FileCommands,
        prints: PrintCommands,
        commit: Callable[[], None],
    ) -> None:
        self._window = window
        self._session = session
        self._files = files
        self._prints = prints
        self._commit = commit

    def can_export(self) -> bool:
        """Tell whether there is a year before to compare with."""
        return self._session.table.last_year is not None

    def choose_last_year(self) -> None:
        """Ask for the table of the year before and remember it in the open one: one step of the history."""
        self._commit()
        if (old := self._ask("选择上年的表")) is not None:
            self._session.apply("选择上年的表", lambda table: remembering(table, last_year_of(old)), TABLE)

    def compare_other(self) -> None:
        """Ask for another table, of whatever year, and show how the open one differs from it."""
        self._commit()
        if (old := self._ask("与另一张表对比")) is not None:
            self.tell(old, self._session.table)

    def tell(self, old: GoalTable, new: GoalTable, sides: Sides | None = None) -> None:
        """Show how one table differs from another, which `sides` name where they are of one year."""
        comparison = compare(last_year_of(old), new)
        CompareDialog.tell(comparison, self._window, lambda suffix: self._export(comparison, new, suffix), sides)

    def export_pdf(self) -> None:
        """Ask for a file and write the comparison with the year before as PDF."""
        self._export_open(".pdf")

    def export_sheet(self) -> None:
        """Ask for a file and write the comparison with the year before as a workbook."""
        self._export_open(".xlsx")

    def print(self) -> None:
        """Ask for a printer and print the comparison with the year before."""
        self._commit()
        if (comparison := self._session.comparison) is not None:
            self._prints.print_listing(comparison_listing(comparison, self._session.table.department))

    def _export_open(self, suffix: str) -> None:
        self._commit()
        if (comparison := self._session.comparison) is not None:
            self._export(comparison, self._session.table, suffix)

    def _export(self, comparison: Comparison, table: GoalTable, suffix: str) -> None:
        suggestion = self._files.suggestion(suffix, Export.COMPARISON)
        path = ask_save(self._window, suggestion, "导出对比", _KINDS[suffix])
        if path is None:
            return
        if suffix == ".pdf":
            self._prints.export_listing(comparison_listing(comparison, table.department), path)
        else:
            self._prints.export(path, lambda _: comparison_sheet(comparison, table.department))

    def _ask(self, title: str) -> GoalTable | None:
        path = ask_open(self._window, self._files.folder(), title)
        if path is None or (draft := self._files.read(path)) is None:
            return None
        if draft.doubts:
            doubts = [doubt.text for doubt in draft.doubts]
            more = [f"……另有 {len(doubts) - _TOLD} 处。"] if len(doubts) > _TOLD else []
            summary = f"“{path.name}”中有 {len(doubts)} 处是推断的，请核对："
            tell(self._window, summary, "\n".join([*doubts[:_TOLD], *more]))
        return draft.table


_TOLD = 8
_KINDS = {".pdf": "PDF 文件 (*.pdf)", ".xlsx": "Excel 工作簿 (*.xlsx)"}
