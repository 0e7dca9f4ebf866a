"""The command line: what it prints, writes and returns, and that nothing bad ends in a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gzgoals import cli
from gzgoals.cli import main
from gzgoals.commands import saying
from gzgoals.core.files import read_table, write_table
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Project, Unit

SAMPLE = str(resource("samples/guangzhou-internet-court.published.txt"))

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def table_file(here: Path) -> Path:
    """Give a file whose table has errors: a project that has no objective and no indicator."""
    path = here / "表.gzgoals"
    write_table(
        path, GoalTable(year=2026, department="法院", units=(Unit(name="本级", projects=(Project(name="甲"),)),))
    )
    return path


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "gzgoals", *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_sample_is_imported(here: Path, capsys: Captured) -> None:
    assert main(["import", SAMPLE, "-o", "表.gzgoals", "--year", "2026"]) == 0
    table = read_table(here / "表.gzgoals")
    projects = [project for unit in table.units for project in unit.projects]
    assert (table.year, len(projects), sum(len(project.indicators) for project in projects)) == (2026, 17, 68)
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split("：")[0] for line in told.err.splitlines()] == [SAMPLE]


def test_several_sources_become_one_table(here: Path, capsys: Captured) -> None:
    for name in "甲乙":
        write_table(here / f"{name}.gzgoals", GoalTable(year=2026, units=(Unit(name=name),)))
    assert main(["import", "甲.gzgoals", "乙.gzgoals", "-o", "全.json"]) == 0
    assert [unit.name for unit in read_table(here / "全.json").units] == ["甲", "乙"]
    assert capsys.readouterr().err == ""


def test_an_existing_output_is_kept_beside(table_file: Path) -> None:
    before = table_file.read_bytes()
    assert main(["import", SAMPLE, "-o", table_file.name, "--year", "2026"]) == 0
    assert (table_file.parent / "表.gzgoals.bak").read_bytes() == before


def test_findings_are_printed_and_errors_counted_in_the_exit_code(table_file: Path, capsys: Captured) -> None:
    assert main(["check", table_file.name]) == 1
    assert "绩效目标未填写" in capsys.readouterr().out


def test_findings_are_printed_as_json(table_file: Path, capsys: Captured) -> None:
    assert main(["check", table_file.name, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {
        "rule": "G01",
        "severity": "error",
        "project": "甲",
        "indicator": None,
        "field": "objective",
        "message": "绩效目标未填写",
    } in found


def test_a_table_without_errors_is_good(here: Path, capsys: Captured) -> None:
    write_table(here / "空.gzgoals", GoalTable(year=2026, department="法院"))
    assert main(["check", "空.gzgoals", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_the_printed_text_reads_back(here: Path) -> None:
    assert main(["import", SAMPLE, "-o", "表.gzgoals", "--year", "2026"]) == 0
    assert main(["export", "表.gzgoals", "-o", "表.txt"]) == 0
    assert main(["import", "表.txt", "-o", "又.gzgoals"]) == 0
    first, second = (read_table(here / name) for name in ("表.gzgoals", "又.gzgoals"))
    assert [p.funding for p in first.units[0].projects] == [p.funding for p in second.units[0].projects]


def test_a_pdf_is_printed_without_a_display(table_file: Path) -> None:
    done = start("export", str(table_file), "-o", str(table_file.with_suffix(".pdf")), DISPLAY="", QT_QPA_PLATFORM="")
    draft = "“表.gzgoals”还有 2 处错误，页面印有“草稿”；可用 gzgoals check 查看。\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", draft)
    assert table_file.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import"], "缺少参数 来源, -o，用法见“gzgoals import --help”。"),
        (["import", SAMPLE, "-o"], "参数 -o 后面缺少内容，用法见“gzgoals import --help”。"),
        (
            ["import", SAMPLE, "-o", "a.gzgoals", "--year", "二〇二六"],
            "年度“二〇二六”应为四位数字，如 2026，用法见“gzgoals import --help”。",
        ),
        (["import", SAMPLE, "-o", "a.docx"], "请把“a.docx”改为以 .gzgoals 结尾的文件名。"),
        (["import", "无.txt", "-o", "a.gzgoals"], "无法打开“无.txt”：文件或所在文件夹不存在，请核对路径。"),
        (["import", SAMPLE, "无.txt", "-o", "a.gzgoals"], "无法打开“无.txt”：文件或所在文件夹不存在，请核对路径。"),
        (
            ["import", SAMPLE, "-o", "无/a.gzgoals"],
            "无法保存“无/a.gzgoals”：文件或所在文件夹不存在，请核对路径。",
        ),
        (["check", "."], "无法打开“.”：这是一个文件夹，请指定其中的文件。"),
        (["check", "a", "b"], "多出了参数 b，用法见“gzgoals check --help”。"),
        (["export", SAMPLE, "-o", "a.doc"], "不能导出为“a.doc”，请用 .pdf、.xlsx、.docx、.csv、.txt 结尾的文件名。"),
        (["--color"], "多出了参数 --color，用法见“gzgoals --help”。"),
    ],
)
def test_bad_input_is_one_sentence_and_writes_nothing(
    here: Path, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{sentence}\n")
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_each_command_explains_itself(capsys: Captured, command: str) -> None:
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"用法：gzgoals {command} ")


def test_the_program_lists_its_commands_and_its_version(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [words[0] for words in lines if words and words[0] in cli.COMMANDS] == list(cli.COMMANDS)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "gzgoals 0.1.0\n"


def test_without_a_screen_no_window_is_tried(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main(["表.gzgoals"]) == 2
    assert capsys.readouterr().err.startswith("这里没有图形界面，无法打开窗口；")


def test_ctrl_c_ends_the_work_quietly(table_file: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(saying, "open_source", interrupt)
    assert main(["check", table_file.name]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise there")
def test_a_closed_pipe_ends_the_work_quietly(table_file: Path) -> None:
    command = [sys.executable, "-m", "gzgoals", "check", str(table_file)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_under_the_output_is_one_sentence(table_file: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gzgoals", "check", str(table_file)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "无法写入“标准输出”：磁盘已满，请清理空间，或换一个位置。\n")


def test_chinese_comes_out_where_the_terminal_knows_only_ascii(table_file: Path) -> None:
    done = start("check", str(table_file), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert "绩效目标未填写" in done.stdout


def test_checking_does_without_qt(table_file: Path) -> None:
    code = (
        "import sys; from gzgoals.cli import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(table_file)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == "[]\n"


@pytest.mark.usefixtures("here")
def test_on_a_terminal_the_pages_are_counted_on_one_line(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["import", SAMPLE, "-o", "甲.gzgoals", "--year", "2026"]) == 0
    told = capsys.readouterr().err
    over = "\r\x1b[K"
    assert told.startswith(f"{over}正在读取“guangzhou-internet-court.published.txt”：0/1{over}{SAMPLE}：第 396 行")
