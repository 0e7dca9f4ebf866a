"""Broken files and such as were made to harm: one sentence each, nothing written, and the program goes on.

How long each takes and in what memory, also of those that cost a gigabyte, measures `make hostile`.
"""

import os
from pathlib import Path

import pytest

from gzgoals import cli
from gzgoals.core import opening
from gzgoals.core.errors import BadFileError, FileTroubleError, GzgoalsError
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.draft import Report
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.opening import open_source
from hostile_files import SMALL, own, packed
from office_content import with_content, with_sheet

WITH_WORKER = ("截断.pdf", "深.xml", "实体.xlsx", "重叠.xlsx", "旧文档.wps")


class ReadHere:
    """A reading that is done at once, in this process."""

    def __init__(self, data: bytes, source: str, year: int | None) -> None:
        self._arguments = data, source, year

    def draft(self, report: Report | None) -> Draft:
        return read_source(*self._arguments, report)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "Reading", ReadHere)


def sentence(path: Path) -> str:
    with pytest.raises(GzgoalsError) as caught:
        open_source(path)
    said = str(caught.value)
    assert said.startswith(("“", "无法打开“"))
    assert str(path) in said
    assert said.endswith("。")
    return said


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_is_refused_in_one_sentence_with_a_way_out(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(SMALL[name]())
    assert "请" in sentence(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", WITH_WORKER)
def test_importing_it_writes_nothing_and_ends_with_2(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(SMALL[name]())
    assert cli.main(["import", str(path), "-o", str(tmp_path / "新.gzgoals")]) == 2
    said = capfd.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="such names and nodes are those of POSIX")
@pytest.mark.parametrize("suffix", [".pdf", ".gzgoals"])
def test_what_is_no_file_is_said_at_once(suffix: str, tmp_path: Path) -> None:
    folder, pipe, ring, gone, inside = (tmp_path / f"{name}{suffix}" for name in "夹管环断内")
    folder.mkdir()
    os.mkfifo(pipe)
    ring.symlink_to(ring)
    gone.symlink_to(tmp_path / "无")
    assert "文件夹" in sentence(folder)
    assert "不是普通文件" in sentence(pipe)
    assert "指向自身" in sentence(ring)
    assert "不存在" in sentence(gone)
    assert "不存在" in sentence(inside / "甲.pdf")
    assert "过长" in sentence(tmp_path / f"{'长' * 200}{suffix}")


@pytest.mark.parametrize("path", ["甲\0乙.pdf", "甲\0乙.gzgoals"])
def test_a_path_that_cannot_be_is_said_too(path: str) -> None:
    with pytest.raises(FileTroubleError, match="无法打开"):
        open_source(Path(path))


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(os.name != "posix", reason="such names are those of POSIX")
@pytest.mark.parametrize("name", [b"\xff\xfe.pdf", "新\n行.pdf".encode(), "反\u202e向.gzgoals".encode()])
def test_an_odd_name_is_a_name(name: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(b"x")
    assert cli.main(["check", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("here")
def test_a_file_that_grows_while_it_is_read_is_read_as_far_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "甲.gzgoals"
    path.write_bytes(own() + b" " * 9)
    assert open_source(path).table.year == 2026
    with path.open("ab") as file:
        file.write(b"}")
    assert "已损坏" in sentence(path)


def test_what_would_fill_the_memory_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "甲.gzgoals"
    path.write_bytes(own(later=[])[:-2] + b"{}," * 6_000_000 + b"0]}")
    assert "大得不像是绩效目标表" in sentence(path)


@pytest.mark.usefixtures("here")
def test_a_sheet_far_too_wide_or_long_is_refused(tmp_path: Path) -> None:
    wide, long = tmp_path / "宽.xlsx", tmp_path / "长.ods"
    wide.write_bytes(with_sheet('<row r="1"><c r="A1"><v>1</v></c><c r="CYA1"><v>1</v></c></row>'))
    assert "相距过远" in sentence(wide)
    row = "<table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
    long.write_bytes(with_content(f'<table:table-row table:number-rows-repeated="200001">{row}'))
    assert "多于能够读入的 200000 行" in sentence(long)


@pytest.mark.usefixtures("here")
def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "甲.zip"
    path.write_bytes(packed(("乙.zip", packed(("丙.zip", b"")))))
    assert "压缩包" in sentence(path)


def test_a_good_file_is_read_after_a_hostile_one(tmp_path: Path) -> None:
    bad, good = tmp_path / "甲.pdf", tmp_path / "乙.gzgoals"
    bad.write_bytes(SMALL["加密.pdf"]())
    good.write_bytes(own())
    with pytest.raises(BadFileError, match="密码"):
        open_source(bad)
    assert open_source(good).table.year == 2026
