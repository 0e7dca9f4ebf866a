"""Exporting without a window: every kind of file, one table or a folder of them."""

import sys
from pathlib import Path

import pypdfium2
import pytest

from draft_mark import is_draft
from gzgoals.cli import main
from gzgoals.core.files import read_table, write_table
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.settings import Settings, write_settings
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.core.today import today
from table_content import content

TABLE = GoalTable(year=2026, department="某法院", units=(Unit(name="某法院", projects=(Project(name="物业费"),)),))

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds one with two tables and a damaged one."""
    monkeypatch.chdir(tmp_path)
    Path("各处室").mkdir()
    for name in ("甲", "乙"):
        write_table(Path("各处室", f"{name}.gzgoals"), TABLE)
    Path("各处室", "坏.gzgoals").write_text("{", encoding="utf-8")
    Path("各处室", "附注.txt").write_text("不是表", encoding="utf-8")
    return tmp_path


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "csv", "txt"])
def test_what_is_exported_is_imported_again(suffix: str) -> None:
    assert main(["export", "各处室/甲.gzgoals", "-o", f"表.{suffix}"]) == 0
    assert main(["import", f"表.{suffix}", "-o", "又.gzgoals"]) == 0
    assert content(read_table(Path("又.gzgoals"))) == content(TABLE)


def test_a_template_is_written_into_a_workbook_and_what_it_lacks_is_told(capsys: Captured) -> None:
    assert main(["export", "各处室/甲.gzgoals", "-o", "模板.xlsx", "--as", "template"]) == 0
    assert Path("模板.xlsx").read_bytes().startswith(b"PK")
    assert capsys.readouterr().err == "预算系统指标模板中没有金额和绩效目标的栏目，其余都已导出。\n"


def test_a_whole_folder_is_exported_and_what_is_damaged_stops_nothing(capsys: Captured) -> None:
    assert main(["export", "各处室", "-o", "导出", "--as", "xlsx"]) == 2
    assert names("导出") == ["乙.xlsx", "甲.xlsx"]
    told = capsys.readouterr()
    assert told.out == ""
    progress = [line for line in told.err.splitlines() if line.startswith("正在导出")]
    assert len(progress) == 3
    assert len([line for line in told.err.splitlines() if "各处室/坏.gzgoals" in line]) == 1
    assert told.err.splitlines()[-1] == "导出 2 个文件到“导出”，1 个没有导出。"


def test_a_folder_of_good_tables_is_good_and_pdfs_are_drawn() -> None:
    Path("各处室", "坏.gzgoals").unlink()
    assert main(["export", "各处室", "-o", "导出", "--as", "pdf"]) == 0
    assert all(path.read_bytes().startswith(b"%PDF-") for path in Path("导出").iterdir())


def test_tables_of_one_name_from_several_folders_do_not_meet() -> None:
    Path("另处").mkdir()
    write_table(Path("另处", "甲.gzgoals"), TABLE)
    assert main(["export", "各处室/甲.gzgoals", "另处/甲.gzgoals", "-o", "导出", "--as", "txt"]) == 0
    assert names("导出") == ["甲 (2).txt", "甲.txt"]


def test_templates_do_not_take_the_place_of_workbooks_in_a_folder() -> None:
    for kind in ("xlsx", "template"):
        assert main(["export", "各处室/甲.gzgoals", "-o", "导出", "--as", kind]) == 0
    assert names("导出") == ["甲-指标模板.xlsx", "甲.xlsx"]


def test_a_former_export_is_kept_beside_the_new_one() -> None:
    for _ in range(2):
        assert main(["export", "各处室/甲.gzgoals", "-o", "导出", "--as", "csv"]) == 0
    assert names("导出") == ["甲.csv", "甲.csv.bak"]


DRAFT = "“甲.gzgoals”还有 2 处错误，页面印有“草稿”；可用 gzgoals check 查看。\n"
"""The only project has no objective and no indicators."""


def exported(*more: str) -> bytes:
    assert main(["export", "各处室/甲.gzgoals", "-o", "表.pdf", *more]) == 0
    return Path("表.pdf").read_bytes()


@pytest.mark.parametrize("forms", [[], ["--forms"]])
def test_a_table_with_errors_is_printed_as_a_draft_and_it_is_told_why(capsys: Captured, forms: list[str]) -> None:
    assert is_draft(exported(*forms))
    assert capsys.readouterr().err == DRAFT


@pytest.mark.parametrize("forms", [[], ["--forms"]])
def test_no_draft_is_marked_where_that_is_said(capsys: Captured, forms: list[str]) -> None:
    assert not is_draft(exported("--no-draft", *forms))
    write_settings(Settings(page=PageSetup(draft_mark=False)))
    assert not is_draft(exported(*forms))
    assert capsys.readouterr().err == ""


def test_an_offices_rules_decide_what_is_a_draft(capsys: Captured) -> None:
    rules = '{"级别": {"G01": "警告", "S01": "警告"}}'
    Path("规则.json").write_text(rules, encoding="utf-8")
    assert not is_draft(exported("--rules", "规则.json"))
    Path("各处室", "检查规则.json").write_text(rules, encoding="utf-8")
    assert not is_draft(exported())
    assert capsys.readouterr().err == ""


def test_pages_are_set_up_as_in_the_window() -> None:
    write_settings(Settings(page=PageSetup(size="A3", orientation="portrait", signed=True, dated=True, numbered=False)))
    page = pypdfium2.PdfDocument(exported())[0]
    text = page.get_textpage().get_text_range()
    assert (round(page.get_width()), round(page.get_height())) == (842, 1191)
    assert "单位负责人：" in text
    assert f"打印日期：{today().year}年{today().month}月{today().day}日" in text
    assert "第 1 页" not in text


def test_on_a_terminal_a_draft_is_told_on_a_line_of_its_own(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["export", "各处室/乙.gzgoals", "各处室/甲.gzgoals", "-o", "导出", "--as", "pdf"]) == 0
    assert f"\r\x1b[K{DRAFT}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["各处室", "-o", "导出"], "导出多个文件时请写明格式，如 --as xlsx；可用的有"),
        (["各处室", "-o", "导出", "--as", "doc"], "参数 --as 后面的内容不在可选之列"),
        (["空", "-o", "导出", "--as", "pdf"], "文件夹“空”中没有绩效目标表（.gzgoals），请核对路径。"),
        (["各处室", "-o", "文件", "--as", "txt"], "“文件”是一个文件，导出多个文件时 -o 后面应写文件夹。"),
        (["各处室/甲.gzgoals", "-o", "表.doc"], "请用 .pdf、.xlsx、.docx、.csv、.txt 结尾的文件名。"),
        (["各处室/甲.gzgoals", "-o", "表.template"], "请用 .pdf、.xlsx、.docx、.csv、.txt 结尾的文件名。"),
    ],
)
def test_bad_arguments_are_one_sentence_and_write_nothing(
    capsys: Captured, arguments: list[str], sentence: str
) -> None:
    Path("空").mkdir()
    Path("文件").write_text("在", encoding="utf-8")
    assert main(["export", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert sentence in line
    assert names(".") == ["各处室", "文件", "空"]
