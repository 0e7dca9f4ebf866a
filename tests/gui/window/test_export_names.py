"""Whatever is exported from the window is suggested by a name of one pattern."""

from pathlib import Path

import pytest

from gzgoals.gui.window import check_commands, compare_commands, export_commands, form_prints, print_commands
from gzgoals.gui.window.main_window import MainWindow
from last_year import two_years

NAMES = {
    "export_pdf": "某表 2026.1.pdf",
    "export_text": "某表 2026.1.txt",
    "export_xlsx": "某表 2026.1.xlsx",
    "export_docx": "某表 2026.1.docx",
    "export_csv": "某表 2026.1.csv",
    "export_template": "某表 2026.1-指标模板.xlsx",
    "export_indicators": "某表 2026.1-指标清单.pdf",
    "export_forms": "某表 2026.1-申报表.pdf",
    "export_report": "某表 2026.1-检查报告.pdf",
    "export_comparison_pdf": "某表 2026.1-对比.pdf",
    "export_comparison_sheet": "某表 2026.1-对比.xlsx",
}


@pytest.mark.parametrize("action", NAMES)
def test_an_export_is_called_after_its_table(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    window.session.open(two_years(), tmp_path / "某表 2026.1.gzgoals")
    monkeypatch.setattr(print_commands, "ask_print_with_errors", lambda *_: True)
    asked: list[Path] = []
    for commands in (check_commands, compare_commands, export_commands, form_prints, print_commands):
        monkeypatch.setattr(commands, "ask_save", lambda _, suggestion, *__: asked.append(suggestion))
    window.actions_by_key.trigger(action)
    assert asked == [tmp_path / NAMES[action]]


def test_every_export_of_the_menus_is_among_them(window: MainWindow) -> None:
    assert {key for key in window.actions_by_key if key.startswith("export_")} == set(NAMES)
