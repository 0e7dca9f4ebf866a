"""Checking in the window: the steps before the print, the office's rules, the report; real keys and clicks."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.core.checks.offices.office_file import NO_OFFICE_FILE, OFFICE_FILE, example_office_file
from gzgoals.core.settings import Settings, read_settings
from gzgoals.core.table import Place
from gzgoals.gui.app import application, new_window
from gzgoals.gui.dialogs.office_rules import OfficeRulesDialog
from gzgoals.gui.panels import readiness_panel
from gzgoals.gui.window import check_commands, office_commands, print_commands, waiting
from gzgoals.gui.window.main_window import MainWindow
from tables_to_check import GOOD, amounts, indicator, project, table

KEYS = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BARE = tuple(indicator(name, "11", "5") for name in ("案件数", "长度"))
TABLE = table(
    project(name="甲", indicators=(*GOOD.indicators, *BARE)),
    project(name="乙", objective=""),
    project(name="丙", funding=amounts("0.30")),
)
SMALL = '{"级别": {"M05": "错误"}}'


@pytest.fixture(autouse=True)
def opened(window: MainWindow, tmp_path: Path) -> None:
    window.session.open(TABLE, tmp_path / "表.gzgoals")
    tester = QAbstractItemModelTester(window.readiness.model, window)
    assert tester.model() is window.readiness.model


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user is told in dialogs."""
    said: list[str] = []
    monkeypatch.setattr(office_commands, "tell", lambda _parent, text, *_: said.append(text))
    return said


def open_tab(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, KEYS.Key_R, CTRL_SHIFT)
    assert window.readiness.isVisible()


def click(window: MainWindow, qtbot: QtBot, row: int) -> None:
    view = window.readiness.view
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(window.readiness.model.index(row, 2)).center())


def write_rules(window: MainWindow, text: str) -> Path:
    assert window.session.path
    path = window.session.path.parent / OFFICE_FILE
    path.write_text(text, encoding="utf-8")
    return path


def come_back() -> None:
    """Have the user come back to the window from another program."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_key_shows_what_stands_before_the_print(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    panel = window.readiness
    assert panel.view.hasFocus()
    assert panel.verdict.text() == "! 还有 1 个错误、2 条警告未处理，暂不能上报"
    assert [(row.step.concern.value, row.owner, len(row.messages)) for row in panel.model.rows] == [
        ("错误", "乙", 1),
        ("警告", "甲", 2),
        ("提示", "丙", 1),
    ]


def test_what_is_mended_goes_from_the_list_at_once(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    window.session.put("改", Place("u", "p2", field="objective"), "保障运行。")
    assert window.readiness.verdict.text() == "! 还有 2 条警告未处理，暂不能上报"
    for number in (3, 4):
        for side in ("cycle", "annual"):
            window.session.put("改", Place("u", "p1", f"i{number}", f"{side}.measure"), "米")
    assert window.readiness.verdict.text() == "✓ 可以打印上报"
    assert [row.owner for row in window.readiness.model.rows] == ["丙"]


def test_a_change_while_the_tab_is_hidden_is_seen_when_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    window.tabs.setCurrentWidget(window.findings)
    window.session.put("改", Place("u", "p2", field="objective"), "保障运行。")
    assert len(window.readiness.model.rows) == 3
    open_tab(window, qtbot)
    assert len(window.readiness.model.rows) == 2


def test_a_long_list_waits_until_the_hands_rest(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness_panel, "AT_ONCE", 1)
    open_tab(window, qtbot)
    window.session.put("改", Place("u", "p2", field="objective"), "保障运行。")
    assert len(window.readiness.model.rows) == 3
    qtbot.waitUntil(lambda: len(window.readiness.model.rows) == 2)


def test_a_list_without_end_begins_with_the_most_urgent(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness_panel, "LISTED", 2)
    open_tab(window, qtbot)
    assert [row.owner for row in window.readiness.model.rows] == ["乙", "甲"]
    assert window.readiness._more.text() == "先列出 2 项，处理后依次列出其余 1 项。"
    assert window.readiness._more.isVisible()


def test_enter_goes_to_the_finding(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    qtbot.keyClick(window.readiness.view, KEYS.Key_Return)
    assert window.session.place == Place("u", "p2")
    assert window.form.project_form.objective.hasFocus()


def test_each_click_on_a_step_goes_to_its_next_finding(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    seen = []
    for _ in range(3):
        click(window, qtbot, 1)
        seen.append(window.form.grid.current())
    assert seen == [("i3",), ("i4",), ("i3",)]


def test_where_nothing_is_found_the_print_is_next(window: MainWindow, qtbot: QtBot) -> None:
    window.session.open(table(GOOD))
    open_tab(window, qtbot)
    assert window.readiness.print.hasFocus()
    assert window.readiness.verdict.text() == "✓ 可以打印上报"


def test_the_print_button_prints(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def decline(_: QWidget, errors: int) -> bool:
        asked.append(errors)
        return False

    monkeypatch.setattr(print_commands, "ask_print_with_errors", decline)
    open_tab(window, qtbot)
    qtbot.mouseClick(window.readiness.print, LEFT)
    assert asked == [1]


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_the_report_is_exported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    suggested: list[Path] = []

    def ask(_parent: QWidget, suggestion: Path, *_: str) -> Path:
        suggested.append(suggestion)
        return tmp_path / f"报告{suffix}"

    write_rules(window, SMALL)
    come_back()
    monkeypatch.setattr(check_commands, "ask_save", ask)
    open_tab(window, qtbot)
    qtbot.mouseClick(window.readiness.report, LEFT)
    assert suggested == [tmp_path / "表-检查报告.pdf"]
    assert window.statusBar().currentMessage() == f"已导出：{tmp_path / f'报告{suffix}'}"
    data = (tmp_path / f"报告{suffix}").read_bytes()
    if suffix == ".pdf":
        text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    else:
        book = openpyxl.load_workbook(BytesIO(data))
        text = "\n".join(str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row)
    assert "绩效目标未填写" in text
    assert "本单位规则：检查规则.json" in text


def test_a_report_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(waiting, "tell", lambda _parent, text, *_: said.append(text))
    monkeypatch.setattr(check_commands, "ask_save", lambda *_: tmp_path / "无" / "报告.pdf")
    window.actions_by_key["export_report"].trigger()
    assert len(said) == 1


def test_rules_beside_the_table_count_when_it_is_opened(window: MainWindow) -> None:
    write_rules(window, SMALL)
    window.session.open(TABLE, window.session.path)
    assert window.session.checked.counts[Severity.ERROR] == 2
    assert window.readiness.rules.text() == "按“检查规则.json”检查：采用 1 项设置"
    assert "按“检查规则.json”检查：采用 1 项设置" in window._status.counts.toolTip()


def test_rules_that_were_edited_count_when_the_user_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, qtbot)
    path = write_rules(window, SMALL)
    come_back()
    assert window.session.checked.counts[Severity.ERROR] == 2
    assert window.readiness.verdict.text() == "! 还有 2 个错误、2 条警告未处理，暂不能上报"
    path.unlink()
    come_back()
    assert window.session.checked.counts[Severity.ERROR] == 1


def test_a_table_elsewhere_goes_by_the_rules_there(window: MainWindow, tmp_path: Path) -> None:
    write_rules(window, SMALL)
    (tmp_path / "别处").mkdir()
    window.session.save(tmp_path / "别处" / "表.gzgoals")
    assert window.session.checked.counts[Severity.ERROR] == 1
    window.session.save(tmp_path / "表.gzgoals")
    assert window.session.checked.counts[Severity.ERROR] == 2


def test_a_broken_file_is_told_once_in_the_status_bar_and_ignored(window: MainWindow, qtbot: QtBot) -> None:
    write_rules(window, "{")
    come_back()
    text = "“检查规则.json”未能采用，按内置规则检查，见“检查 → 本单位检查规则…”。"
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == text)
    assert window.session.checked.counts[Severity.ERROR] == 1
    window.statusBar().clearMessage()
    come_back()
    assert window.statusBar().currentMessage() == ""


def test_the_rules_file_of_the_settings_counts_from_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "规则.json"
    path.write_text(SMALL, encoding="utf-8")
    window = new_window(application(), Settings(office_rules=str(path)))
    qtbot.addWidget(window)
    window.session.open(TABLE)
    assert window.session.checked.counts[Severity.ERROR] == 2
    window.session.open(table(GOOD))
    window.close()


def in_dialog(window: MainWindow, monkeypatch: pytest.MonkeyPatch, *buttons: str) -> list[str]:
    """Open the dialog, click its buttons one by one, and return what it says after each."""
    says: list[str] = []

    def use(dialog: QDialog) -> int:
        assert isinstance(dialog, OfficeRulesDialog)
        dialog.show()
        for button in buttons:
            getattr(dialog, button).click()
            says.append(dialog.summary.text())
        dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", use)
    window.actions_by_key["office_rules"].trigger()
    return says


def test_a_chosen_file_counts_at_once_and_is_remembered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "规则.json"
    path.write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(office_commands, "ask_open", lambda *_: path)
    assert in_dialog(window, monkeypatch, "choose") == ["按“规则.json”检查：采用 1 项设置。"]
    assert window.session.checked.counts[Severity.ERROR] == 2
    assert read_settings().office_rules == str(path)


def test_no_file_can_be_chosen_though_there_is_one(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    write_rules(window, SMALL)
    come_back()
    assert in_dialog(window, monkeypatch, "none", "beside") == [
        "按内置规则检查。",
        "按“检查规则.json”检查：采用 1 项设置。",
    ]
    in_dialog(window, monkeypatch, "none")
    assert (read_settings().office_rules, window.session.office) == (NO_OFFICE_FILE, None)


def test_thinking_better_of_choosing_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_commands, "ask_open", lambda *_: None)
    assert in_dialog(window, monkeypatch, "choose") == ["按内置规则检查。"]
    assert read_settings().office_rules == ""


@pytest.mark.parametrize("name", [OFFICE_FILE, "规则.json"])
def test_an_example_is_written_and_counts(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    monkeypatch.setattr(office_commands, "ask_save", lambda *_: path)
    assert in_dialog(window, monkeypatch, "example") == [f"按“{name}”检查：采用 0 项设置。"]
    assert path.read_text(encoding="utf-8") == example_office_file()
    assert read_settings().office_rules == ("" if name == OFFICE_FILE else str(path))


def test_an_example_that_cannot_be_written_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setattr(office_commands, "ask_save", lambda *_: tmp_path / "无" / "规则.json")
    assert in_dialog(window, monkeypatch, "example") == ["按内置规则检查。"]
    assert len(told) == 1


def test_the_file_opens_in_the_desktop_s_editor(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    path = write_rules(window, SMALL)
    come_back()
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    in_dialog(window, monkeypatch, "edit", "edit")
    assert opened == [QUrl.fromLocalFile(str(path))] * 2
    assert told == ["没有找到能打开“检查规则.json”的程序。"]
