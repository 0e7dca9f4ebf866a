"""The commands about years: roll, compare and merge, without a window."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from gzgoals.cli import main
from gzgoals.core.files import read_table, write_table
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.resources import resource
from gzgoals.core.settings import Settings, write_settings
from gzgoals.core.table import GoalTable
from gzgoals.core.years import last_year_of
from invented_years import next_year, project, published, table, unit

SAMPLE = str(resource("samples/guangzhou-internet-court.published.txt"))

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds the published table, an invented next year, and what two offices have."""
    monkeypatch.chdir(tmp_path)
    write_table(tmp_path / "上年.gzgoals", published())
    write_table(tmp_path / "本年.gzgoals", next_year())
    write_table(tmp_path / "a.gzgoals", table(unit("本级", project("甲", "1.00"), project("乙"))))
    write_table(tmp_path / "b.gzgoals", table(unit("本级", project("甲", "2.00"), project("丙"))))
    return tmp_path


def names(whole: GoalTable) -> list[str]:
    return [each.name for one in whole.units for each in one.projects]


class TestRoll:
    """`gzgoals roll`."""

    def test_the_next_year_starts_with_all_and_remembers_all(self, here: Path, capsys: Captured) -> None:
        assert main(["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027"]) == 0
        whole = read_table(here / "新.gzgoals")
        assert (whole.year, whole.last_year) == (2027, last_year_of(published()))
        assert names(whole)[-1] == "广州互联网法院2026-2027年信息化运维项目"
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.splitlines()[-1] == (
            "“广州互联网法院2025-2026年信息化运维项目”中的 2025-2026年 改为 2026-2027年。"
        )
        assert "“GZIT2022-QM-N-C-061088”中的 2022 未改，如需推进请在窗口中逐项勾选。" in told.err

    def test_years_are_kept_when_asked(self, here: Path, capsys: Captured) -> None:
        assert main(["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027", "--keep-years"]) == 0
        assert names(read_table(here / "新.gzgoals")) == names(published())
        assert capsys.readouterr().err == ""

    def test_years_are_advanced_when_asked(self, here: Path) -> None:
        assert main(["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2028", "--advance-years"]) == 0
        assert names(read_table(here / "新.gzgoals"))[-1] == "广州互联网法院2027-2028年信息化运维项目"

    @pytest.mark.parametrize(
        ("amounts", "amount", "remembers"),
        [("keep", Decimal("549.00"), True), ("aside", "", True), ("clear", "", False)],
    )
    def test_amounts_are_kept_put_aside_or_cleared(
        self, here: Path, amounts: str, amount: Decimal | str, *, remembers: bool
    ) -> None:
        assert main(["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027", "--amounts", amounts]) == 0
        whole = read_table(here / "新.gzgoals")
        assert whole.units[0].projects[0].funding.appropriation == amount
        assert (whole.last_year is not None) == remembers

    def test_named_projects_end(self, here: Path) -> None:
        arguments = ["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027"]
        assert main([*arguments, "--drop", "司法救助金", "--drop", "国家赔偿金"]) == 0
        whole = read_table(here / "新.gzgoals")
        assert len(names(whole)) == 15
        assert whole.last_year == last_year_of(published())

    def test_a_published_text_is_rolled_at_once(self, here: Path) -> None:
        assert main(["import", SAMPLE, "-o", "上年.gzgoals", "--year", "2026"]) == 0
        assert main(["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027"]) == 0
        assert len(names(read_table(here / "新.gzgoals"))) == 17


class TestCompare:
    """`gzgoals compare`."""

    def test_two_files_are_compared(self, capsys: Captured) -> None:
        assert main(["compare", "上年.gzgoals", "本年.gzgoals"]) == 0
        told = capsys.readouterr()
        assert told.err == ""
        assert told.out.splitlines()[0] == "2026 年与 2027 年对比，单位：万元"
        assert "  财政拨款：624.00 → 650.00，+26.00（+4.2%）" in told.out.splitlines()

    def test_one_file_is_compared_with_what_it_remembers(self, capsys: Captured) -> None:
        assert main(["compare", "上年.gzgoals", "本年.gzgoals"]) == 0
        both = capsys.readouterr().out
        assert main(["compare", "本年.gzgoals"]) == 0
        assert capsys.readouterr().out == both

    def test_a_published_text_is_compared_by_names(self, capsys: Captured) -> None:
        assert main(["import", SAMPLE, "-o", "另.gzgoals", "--year", "2026"]) == 0
        capsys.readouterr()
        assert main(["compare", "另.gzgoals", "本年.gzgoals"]) == 0
        assert "共 9 处变动" in capsys.readouterr().out

    def test_json_is_printed(self, capsys: Captured) -> None:
        assert main(["compare", "上年.gzgoals", "本年.gzgoals", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["old_year"], told["new_year"], len(told["changes"])) == (2026, 2027, 9)

    def test_a_workbook_is_saved(self, here: Path, capsys: Captured) -> None:
        assert main(["compare", "上年.gzgoals", "本年.gzgoals", "-o", "对比.XLSX"]) == 0
        assert capsys.readouterr() == ("", "")
        book = load_workbook(BytesIO((here / "对比.XLSX").read_bytes()))
        assert book.worksheets[0]["A1"].value == "项目支出绩效目标对比表"

    def test_the_pages_are_set_up_as_in_the_window(self, here: Path) -> None:
        write_settings(Settings(page=PageSetup(size="A3", dated=True)))
        assert main(["compare", "上年.gzgoals", "本年.gzgoals", "-o", "对比.pdf"]) == 0
        page = pypdfium2.PdfDocument(here / "对比.pdf")[0]
        assert round(page.get_width()) == 1191
        assert "打印日期：" in page.get_textpage().get_text_range()

    def test_years_in_the_wrong_order_and_other_schemes_are_told(self, capsys: Captured) -> None:
        write_table(Path("旧.gzgoals"), replace(published(), scheme="2021"))
        assert main(["compare", "本年.gzgoals", "旧.gzgoals"]) == 0
        assert capsys.readouterr().err.splitlines() == [
            "“本年.gzgoals”是 2027 年的，晚于“旧.gzgoals”的 2026 年，请核对先后。",
            "两张表的编码方案不同（2015、2021），指标类别的变动请人工核对。",
        ]


class TestMerge:
    """`gzgoals merge`."""

    def test_what_differs_is_kept_side_by_side_and_told(self, here: Path, capsys: Captured) -> None:
        assert main(["merge", "a.gzgoals", "b.gzgoals", "-o", "全.gzgoals"]) == 0
        assert names(read_table(here / "全.gzgoals")) == ["甲", "甲（来自 b.gzgoals）", "乙", "丙"]
        assert capsys.readouterr().err.splitlines() == [
            "全.gzgoals：“本级”的项目“甲”在“a.gzgoals”、“b.gzgoals”中内容不同，已全部保留，后者在名称中注明来源，请核对取舍。"
        ]

    def test_a_file_with_itself_is_itself(self, here: Path, capsys: Captured) -> None:
        assert main(["merge", "本年.gzgoals", "本年.gzgoals", "-o", "全.gzgoals"]) == 0
        assert (here / "全.gzgoals").read_bytes() == (here / "本年.gzgoals").read_bytes()
        assert capsys.readouterr().err == "全.gzgoals：17 个项目各来源完全相同，只留一份。\n"

    def test_import_of_several_sources_is_the_same(self, here: Path) -> None:
        assert main(["merge", "a.gzgoals", "b.gzgoals", "-o", "一.gzgoals"]) == 0
        assert main(["import", "a.gzgoals", "b.gzgoals", "-o", "二.gzgoals"]) == 0
        assert names(read_table(here / "一.gzgoals")) == names(read_table(here / "二.gzgoals"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["roll", "上年.gzgoals", "-o", "新.gzgoals"],
            "缺少参数 --year，用法见“gzgoals roll --help”。",
        ),
        (
            ["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2026"],
            "“上年.gzgoals”是 2026 年的表，--year 应晚于该年度，如 2027。",
        ),
        (
            ["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027", "--drop", "无此项"],
            "表中没有名为“无此项”的项目，请核对 --drop 后的名称。",
        ),
        (
            ["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027", "--amounts", "x"],
            "参数 --amounts 后面的内容不在可选之列，用法见“gzgoals roll --help”。",
        ),
        (
            ["roll", "上年.gzgoals", "-o", "新.gzgoals", "--year", "2027", "--keep-years", "--advance-years"],
            "参数 --advance-years 与前面的参数矛盾，用法见“gzgoals roll --help”。",
        ),
        (["roll", "上年.gzgoals", "-o", "新.pdf", "--year", "2027"], "请把“新.pdf”改为以 .gzgoals 结尾的文件名。"),
        (
            ["compare", "上年.gzgoals"],
            "“上年.gzgoals”没有记住上年，请把上年文件写在前、本年文件写在后。",
        ),
        (
            ["compare", "上年.gzgoals", "本年.gzgoals", "-o", "新.doc"],
            "不能导出为“新.doc”，请用 .pdf 或 .xlsx 结尾的文件名。",
        ),
        (
            ["compare", "无.gzgoals", "本年.gzgoals"],
            "无法打开“无.gzgoals”：文件或所在文件夹不存在，请核对路径。",
        ),
        (["merge", "a.gzgoals", "-o", "新.txt"], "请把“新.txt”改为以 .gzgoals 结尾的文件名。"),
        (
            ["merge", "a.gzgoals", "无.gzgoals", "-o", "新.gzgoals"],
            "无法打开“无.gzgoals”：文件或所在文件夹不存在，请核对路径。",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_writes_nothing(
    here: Path, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{sentence}\n")
    assert not list(here.glob("新.*"))
