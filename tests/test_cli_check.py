"""`gzgoals check` with an office's rules, reasons and reports."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from draft_mark import is_draft
from gzgoals.cli import main
from gzgoals.core.checks import check, explain
from gzgoals.core.checks.offices.office_file import OFFICE_FILE
from gzgoals.core.files import write_table
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.settings import Settings, write_settings
from tables_to_check import GOOD, amounts, indicator, project, table

Captured = pytest.CaptureFixture[str]

SMALL = table(project(funding=amounts("0.30"), indicators=(*GOOD.indicators, indicator("案件数", "11", "5"))))
"""A table with a hint, M05, and a warning, V02."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with that table alone."""
    monkeypatch.chdir(tmp_path)
    write_table(tmp_path / "表.gzgoals", SMALL)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def severities(captured: Captured) -> dict[str, str]:
    return {each["rule"]: each["severity"] for each in json.loads(captured.readouterr().out)}


def test_rules_are_named_on_the_command_line(here: Path, capsys: Captured) -> None:
    write(here / "规则.json", '{"级别": {"M05": "错误", "V02": "关闭"}}')
    assert main(["check", "表.gzgoals", "--json"]) == 0
    assert severities(capsys) == {"M05": "hint", "V02": "warning"}
    assert main(["check", "表.gzgoals", "--json", "--rules", "规则.json"]) == 1
    assert severities(capsys) == {"M05": "error"}


def test_rules_beside_the_table_count_by_themselves(here: Path, capsys: Captured) -> None:
    write(here / OFFICE_FILE, '{"级别": {"M05": "错误"}}')
    assert main(["check", "表.gzgoals", "--json"]) == 1
    assert severities(capsys) == {"M05": "error", "V02": "warning"}


def test_rules_chosen_in_the_window_come_before_those_beside_the_table(here: Path, capsys: Captured) -> None:
    write(here / OFFICE_FILE, '{"级别": {"M05": "错误"}}')
    write(here / "规则.json", '{"级别": {"V02": "错误"}}')
    write_settings(Settings(office_rules=str(here / "规则.json")))
    assert main(["check", "表.gzgoals", "--json"]) == 1
    assert severities(capsys) == {"M05": "hint", "V02": "error"}


def test_faults_in_the_rules_go_to_stderr_and_the_check_goes_on(here: Path, capsys: Captured) -> None:
    write(here / "规则.json", '{"级别": {"S99": "关闭", "V02": "关闭"}}')
    assert main(["check", "表.gzgoals", "--json", "--rules", "规则.json"]) == 0
    told = capsys.readouterr()
    assert told.err == "规则.json：第 1 行：没有编号为“S99”的规则，已忽略；编号见检查报告的“规则”一栏。\n"
    assert [each["rule"] for each in json.loads(told.out)] == ["M05"]


@pytest.mark.parametrize("content", ["", "{", "[]", "[" * 200_000])
def test_broken_rules_are_told_and_ignored(here: Path, capsys: Captured, content: str) -> None:
    write(here / "规则.json", content)
    assert main(["check", "表.gzgoals", "--rules", "规则.json"]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("规则.json：")
    assert told.err.endswith("；暂按内置规则检查。\n")
    assert told.out.endswith("还有 1 条警告未处理，暂不能上报。\n")


@pytest.mark.parametrize("rules", ["无.json", "."])
def test_rules_that_are_no_file_are_told_and_ignored(here: Path, capsys: Captured, rules: str) -> None:
    assert main(["check", str(here / "表.gzgoals"), "--rules", rules]) == 0
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "共 2 处" in told.out


def test_a_reason_does_not_explain_an_error_away(here: Path, capsys: Captured) -> None:
    write_table(here / "表.gzgoals", explain(SMALL, check(SMALL).findings[0], "按批复"))
    write(here / "规则.json", '{"级别": {"M05": "错误"}}')
    assert main(["check", "表.gzgoals"]) == 0
    assert "      已说明：按批复" in capsys.readouterr().out.splitlines()
    assert main(["check", "表.gzgoals", "--rules", "规则.json"]) == 1
    assert "还有 1 个错误、1 条警告未处理" in capsys.readouterr().out


def test_the_report_is_written_as_a_workbook(here: Path, capsys: Captured) -> None:
    assert main(["check", "表.gzgoals", "-o", "报告.xlsx"]) == 0
    assert capsys.readouterr().out == ""
    sheet = openpyxl.load_workbook(BytesIO((here / "报告.xlsx").read_bytes())).worksheets[0]
    assert sheet["A1"].value == "项目支出绩效目标检查报告"
    assert sheet["C5"].value == "M05"


def test_the_report_is_written_as_a_pdf_without_a_display(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gzgoals", "check", "表.gzgoals", "-o", "报告.pdf", "--json"],
        cwd=here,
        env={"PATH": "", "HOME": str(here)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 2
    page = pypdfium2.PdfDocument(here / "报告.pdf")[0].get_textpage().get_text_range()
    assert "项目支出绩效目标检查报告" in page


def test_the_reports_pages_are_set_up_as_in_the_window_and_are_no_draft(here: Path) -> None:
    write_table(here / "表.gzgoals", table(project(objective="")))
    write_settings(Settings(page=PageSetup(size="A3", dated=True)))
    assert main(["check", "表.gzgoals", "-o", "报告.pdf"]) == 1
    page = pypdfium2.PdfDocument(here / "报告.pdf")[0]
    assert round(page.get_width()) == 1191
    assert "打印日期：" in page.get_textpage().get_text_range()
    assert not is_draft((here / "报告.pdf").read_bytes())


def test_errors_in_the_report_count_in_the_exit_code_too(here: Path) -> None:
    write_table(here / "表.gzgoals", table(project(objective="")))
    assert main(["check", "表.gzgoals", "-o", "报告.xlsx"]) == 1


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("报告.docx", "不能导出为“报告.docx”，请用 .pdf 或 .xlsx 结尾的文件名。"),
        ("无/报告.xlsx", "无法保存“无/报告.xlsx”：文件或所在文件夹不存在，请核对路径。"),
    ],
)
def test_a_report_that_cannot_be_written_is_one_sentence(
    here: Path, capsys: Captured, output: str, sentence: str
) -> None:
    before = sorted(here.iterdir())
    assert main(["check", "表.gzgoals", "-o", output]) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")
    assert sorted(here.iterdir()) == before


@pytest.mark.parametrize("output", [[], ["--json"], ["-o", "报告.xlsx"]])
def test_checking_does_without_qt_unless_a_pdf_is_wanted(here: Path, output: list[str]) -> None:
    code = (
        "import sys; from gzgoals.cli import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "表.gzgoals", *output]
    done = subprocess.run(command, cwd=here, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == "[]\n"
