"""The forms of projects from the window: what is previewed, printed and exported."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.dialogs.preview import PreviewDialog
from gzgoals.gui.window import form_prints, print_commands
from gzgoals.gui.window.main_window import MainWindow
from last_year import two_years

PROJECTS = (Project(name="物业费"), Project(name="培训费"))
TABLE = GoalTable(year=2026, department="某法院", units=(Unit(name="某法院", projects=PROJECTS), Unit(name="空院")))


@pytest.fixture
def target(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user wants the export; errors in the table are accepted."""
    window.session.open(TABLE)
    monkeypatch.setattr(print_commands, "ask_print_with_errors", lambda *_: True)
    monkeypatch.setattr(form_prints, "ask_save", lambda *_: tmp_path / "表.pdf")
    return tmp_path / "表.pdf"


def pages(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def test_the_project_that_is_shown_is_exported(window: MainWindow, target: Path) -> None:
    window.session.show(Place(TABLE.units[0].id, PROJECTS[1].id))
    window.actions_by_key["export_forms"].trigger()
    (page,) = pages(target)
    assert "培训费" in page
    assert "项目支出绩效目标申报表" in page
    assert window.statusBar().currentMessage() == f"已导出：{target}"


def test_all_projects_of_the_unit_that_is_shown_are_exported(window: MainWindow, target: Path) -> None:
    window.session.show(Place(TABLE.units[0].id))
    window.form_prints.export()
    assert ["物业费" in page for page in pages(target)] == [True, False]


def test_last_years_values_are_on_it(window: MainWindow, target: Path) -> None:
    table = two_years()
    window.session.open(table)
    window.session.show(Place(table.units[0].id, table.units[0].projects[1].id))
    window.form_prints.export()
    assert "上年指标值" in pages(target)[0]


def test_a_unit_without_projects_has_no_forms(window: MainWindow) -> None:
    window.session.open(TABLE)
    window.session.show(Place(TABLE.units[1].id))
    assert not window.actions_by_key["preview_forms"].isEnabled()
    assert not window.actions_by_key["export_forms"].isEnabled()


def test_the_preview_is_painted_and_printed(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def ask(printer: QPrinter, paint: Callable[[QPrinter], None], _: QWidget, title: str) -> bool:
        titles.append(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        paint(printer)
        return True

    monkeypatch.setattr(PreviewDialog, "ask", ask)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    window.session.show(Place(TABLE.units[0].id))
    window.actions_by_key["preview_forms"].trigger()
    assert titles == ["项目申报表预览"]
    assert ["物业费" in page for page in pages(target)] == [True, False]
