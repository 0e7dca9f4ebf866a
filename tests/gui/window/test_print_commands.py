"""Printing and exporting from the window."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import Funding, GoalTable, Project, Unit
from gzgoals.core.years.rolling import RollPlan, rolled
from gzgoals.gui.dialogs.page_setup import PageSetupDialog
from gzgoals.gui.dialogs.preview import PreviewDialog
from gzgoals.gui.paper import CancelledError
from gzgoals.gui.window import print_commands, waiting
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.waiting import with_progress
from invented_years import published

TABLE = GoalTable(year=2026, department="某法院", units=(Unit(name="某法院", projects=(Project(name="物业费"),)),))


@pytest.fixture
def target(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user wants the export; errors in the table are accepted."""
    window.session.open(TABLE)
    monkeypatch.setattr(print_commands, "ask_print_with_errors", lambda *_: True)
    monkeypatch.setattr(print_commands, "ask_save", lambda *_: tmp_path / "表")
    return tmp_path / "表"


def test_the_pdf_holds_the_table(window: MainWindow, target: Path) -> None:
    window.prints.export_pdf()
    page = pypdfium2.PdfDocument(target)[0]
    assert "物业费" in page.get_textpage().get_text_range()


def test_the_text_holds_the_table(window: MainWindow, target: Path) -> None:
    window.prints.export_text()
    assert "    物业费 0.00 0.00 0.00 0.00" in target.read_text(encoding="utf-8")


def test_an_export_keeps_the_former_file_beside_it(window: MainWindow, target: Path) -> None:
    target.write_text("原来的", encoding="utf-8")
    window.prints.export_text()
    (former,) = [path for path in target.parent.iterdir() if path != target]
    assert former.read_text(encoding="utf-8") == "原来的"


def test_errors_are_asked_about_before_the_final_paper(
    window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def decline(_: QWidget, errors: int) -> bool:
        asked.append(errors)
        return False

    monkeypatch.setattr(print_commands, "ask_print_with_errors", decline)
    window.prints.export_pdf()
    assert asked == [window.session.checked.counts[max(window.session.checked.counts)]]
    assert not target.exists()


def test_a_cancelled_export_leaves_the_former_file_alone(
    window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_text("原来的", encoding="utf-8")
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    window.prints.export_pdf()
    assert target.read_text(encoding="utf-8") == "原来的"


def test_an_export_that_fails_is_told(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(waiting, "tell", lambda _, text, *__: told.append(text))
    monkeypatch.setattr(print_commands, "ask_save", lambda *_: target / "没有" / "表.pdf")
    window.prints.export_pdf()
    assert len(told) == 1
    assert "没有" in told[0]


def test_the_preview_shows_the_pages_and_its_print_button_prints(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open(TABLE)
    seen: list[str] = []
    printed: list[bool] = []

    def look_and_print(dialog: PreviewDialog) -> int:
        dialog.show()
        dialog.pages.updatePreview()
        seen.append(dialog._place.text())
        return int(PreviewDialog.DialogCode.Accepted)

    monkeypatch.setattr(PreviewDialog, "exec", look_and_print)
    monkeypatch.setattr(window.prints, "print", lambda: printed.append(True))
    window.prints.preview()
    assert seen == ["第 1 页 共 1 页"]
    assert printed == [True]


def test_cancelling_is_an_error_that_nobody_is_told_of(window: MainWindow) -> None:
    def cancel(_: Callable[[int, int], bool]) -> None:
        raise CancelledError("已取消")

    assert not with_progress(window, "正在打印…", cancel)


def test_the_printer_gets_the_setups_paper(window: MainWindow) -> None:
    printer = window.prints._printer("目标表")
    assert printer.pageLayout().orientation() == printer.pageLayout().Orientation.Landscape
    assert isinstance(printer, QPrinter)


def test_pages_set_up_once_stay_so_in_preview_print_and_next_time(
    window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = PageSetup(orientation="portrait", signed=True)
    monkeypatch.setattr(PageSetupDialog, "ask", lambda *_: chosen)
    window.actions_by_key.trigger("page_setup")
    assert window.settings.page == chosen
    window.prints.export_pdf()
    page = pypdfium2.PdfDocument(target)[0]
    assert page.get_height() > page.get_width()
    assert "单位负责人" in page.get_textpage().get_text_range()


@pytest.mark.parametrize(("chosen", "total"), [("乙", "5.00"), ("乙丙", "12.00")])
def test_what_is_selected_is_printed_with_sums_of_its_own(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, total: str
) -> None:
    amounts = {"甲": Decimal("3.00"), "乙": Decimal("5.00"), "丙": Decimal("7.00")}
    projects = tuple(Project(name=name, funding=Funding(other=amount)) for name, amount in amounts.items())
    window.session.open(GoalTable(year=2026, department="某院", units=(Unit(name="某院", projects=projects),)))
    window.tree.choose(project.id for project in projects if project.name in chosen)
    monkeypatch.setattr(print_commands, "ask_print_with_errors", lambda *_: True)
    path = tmp_path / "所选.pdf"

    def choose_pdf(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", choose_pdf)
    window.actions_by_key.trigger("print_part")
    text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert all((name in text) == (name in chosen) for name in amounts)
    assert total in text
    assert "15.00" not in text


LISTS = {
    "print_indicators": "项目支出绩效指标清单",
    "print_report": "项目支出绩效目标检查报告",
    "print_comparison": "项目支出绩效目标对比表",
}


@pytest.mark.parametrize("action", LISTS)
def test_lists_are_printed_in_the_hand_of_the_table(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    window.session.open(rolled(published(), RollPlan(2027)))
    window.set_page(PageSetup(size="A3", dated=True))
    path = tmp_path / "清单.pdf"

    def choose_pdf(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", choose_pdf)
    window.actions_by_key.trigger(action)
    page = pypdfium2.PdfDocument(path)[0]
    text = page.get_textpage().get_text_range()
    assert LISTS[action] in text
    assert "打印日期" in text
    assert round(page.get_width()) == 1191  # A3
