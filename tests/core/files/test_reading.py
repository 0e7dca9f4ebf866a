"""Reading: what is tolerated, and what the officer is told about a file that is no table."""

import gc
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.errors import BadFileError, FileTroubleError, NewerFileError
from gzgoals.core.files import parse_table, read_table
from gzgoals.core.table import GoalTable

VERSION_1 = Path(__file__).with_name("version-1.gzgoals")
WAY_OUT = "请改用同名的备份文件（.bak），或请提供者重新发送。"


def document(**changes: object) -> dict[str, Any]:
    return {**json.loads(VERSION_1.read_text(encoding="utf-8")), **changes}


def as_bytes(fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def complaint(data: bytes) -> str:
    with pytest.raises(BadFileError) as caught:
        parse_table(data, "甲.gzgoals")
    return str(caught.value)


def changed(path: tuple[str | int, ...], value: object) -> bytes:
    """Return the bytes of the version 1 file with `value` at `path`."""
    whole: Any = document()
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return as_bytes(whole)


def test_a_byte_order_mark_is_no_matter() -> None:
    data = VERSION_1.read_bytes()
    assert parse_table(b"\xef\xbb\xbf" + data, "甲.gzgoals") == parse_table(data, "甲.gzgoals")


def test_the_least_file_is_an_empty_table() -> None:
    assert parse_table(b'{"format":"gzgoals","version":1,"year":2026}', "甲.json") == GoalTable(year=2026)


def test_absent_ids_are_made_up() -> None:
    table = parse_table(as_bytes(document(units=[{"projects": [{"indicators": [{}, {}]}]}])), "甲.gzgoals")
    project = table.units[0].projects[0]
    ids = {table.units[0].id, project.id, *(indicator.id for indicator in project.indicators)}
    assert len(ids) == 4


def test_ids_of_a_block_copied_by_hand_are_told_apart_and_the_first_keep_theirs() -> None:
    unit = document()["units"][0]
    table = parse_table(as_bytes(document(units=[unit, unit])), "甲.gzgoals")
    first, second = table.units
    assert [p.id for p in first.projects] == ["p1", "p2"]
    assert {"u1", "p1", "p2", "i1"}.isdisjoint(
        {second.id, second.projects[0].id, second.projects[1].id, second.projects[0].indicators[0].id}
    )
    assert second.projects[0].name == "机构运行辅助经费"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", f"“甲.gzgoals”是空文件。{WAY_OUT}"),
        (b"\xef\xbb\xbf \n", f"“甲.gzgoals”是空文件。{WAY_OUT}"),
        (VERSION_1.read_bytes()[:160], f"“甲.gzgoals”第 10 行第 5 个字符处内容中断，可能没有保存完。{WAY_OUT}"),
        (b'{"format": oops}', f"“甲.gzgoals”第 1 行第 12 个字符处内容已损坏。{WAY_OUT}"),
        (b"[" * 200_000, f"“甲.gzgoals”第 1 行第 202 个字符处内容已损坏。{WAY_OUT}"),
        (
            '{"format":"gzgoals","department":"法院"}'.encode("gbk"),
            f"“甲.gzgoals”不是 UTF-8 编码的文件，无法读取。{WAY_OUT}",
        ),
        ('{"format":"gzgoals"}'.encode("utf-16"), f"“甲.gzgoals”不是 UTF-8 编码的文件，无法读取。{WAY_OUT}"),
        (b"[]", "“甲.gzgoals”不是本程序保存的绩效目标表，请选择 .gzgoals 文件。"),
        (b'{"year": 2026}', "“甲.gzgoals”不是本程序保存的绩效目标表，请选择 .gzgoals 文件。"),
        (b'"gzgoals"', "“甲.gzgoals”不是本程序保存的绩效目标表，请选择 .gzgoals 文件。"),
        (as_bytes(document(version=0)), f"“甲.gzgoals”的文件版本无法识别。{WAY_OUT}"),
        (as_bytes(document(version=True, later=1)), f"“甲.gzgoals”的文件版本无法识别。{WAY_OUT}"),
        (as_bytes(document(version="1")), f"“甲.gzgoals”的文件版本无法识别。{WAY_OUT}"),
        (as_bytes(document(later=float("nan"))), f"“甲.gzgoals”文件中内容已损坏。{WAY_OUT}"),
        (b'{"format":"gzgoals","version":1,"year":2026,"later":1e999}', f"“甲.gzgoals”文件中内容已损坏。{WAY_OUT}"),
    ],
)
def test_what_is_no_table_is_named_in_one_sentence(data: bytes, sentence: str) -> None:
    assert complaint(data) == sentence


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("year",), "2026", "“年度”应为整数"),
        (("year",), 12, "“年度”过小"),
        (("year",), 10**30, "“年度”过大"),
        (("units",), {}, "“单位”应为方括号里的若干项"),
        (("units", 0), 7, "第 1 个单位应为花括号里的内容"),
        (("units", 0, "name"), None, "第 1 个单位的“名称”应为加引号的文字"),
        (("units", 0, "projects", 1, "funding"), "549", "第 1 个单位第 2 个项目的“资金”应为花括号里的内容"),
        (
            ("units", 0, "projects", 1, "funding", "other"),
            549,
            '第 1 个单位第 2 个项目的“资金”的“其他资金”应为加引号的金额，如 "549.00"',
        ),
        (
            ("units", 0, "projects", 0, "indicators", 0, "cycle", "operator"),
            ">",
            "第 1 个单位第 1 个项目第 1 个指标的“实施周期指标值”的“计算符号”只能是 ≥、≤、＞、＜、＝ 或留空",
        ),
        (("units", 0, "id"), "", "第 1 个单位的“编号”为空"),
        (("units", 0, "stated", "total"), "一百", "第 1 个单位的“原表合计”的“总计”不是可用的金额"),
        (("explanations", 0), {}, "第 1 个说明理由的“检查规则”缺失"),
        (("stated",), {"total": "1e999999999999"}, "“原表合计”的“财政拨款”缺失（另有 2 处）"),
    ],
)
def test_a_wrong_field_is_named_with_its_place(path: tuple[str | int, ...], value: object, fault: str) -> None:
    assert complaint(changed(path, value)) == f"“甲.gzgoals”中{fault}。{WAY_OUT}"


@pytest.mark.parametrize("amount", ["1e999999999999", "1e-999999999", "1" * 40])
def test_an_absurd_stated_amount_is_refused_before_it_fills_the_memory(amount: str) -> None:
    data = changed(("units", 0, "projects", 0, "funding", "stated_total"), amount)
    assert complaint(data) == f"“甲.gzgoals”中原表的合计或总计不是可用的金额。{WAY_OUT}"


def test_a_newer_version_asks_for_a_newer_program() -> None:
    with pytest.raises(NewerFileError, match=r"^“甲.gzgoals”由更新版本的程序保存，请先升级本程序再打开。$"):
        parse_table(as_bytes(document(version=2)), "甲.gzgoals")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError, match="文件或所在文件夹不存在，请核对路径。"):
        read_table(tmp_path / "无.gzgoals")
    with pytest.raises(FileTroubleError, match="这是一个文件夹，请指定其中的文件。"):
        read_table(tmp_path)


def test_another_kind_under_our_name_is_told_apart() -> None:
    for beginning, kind in (
        (b"%PDF-1.7", "PDF 文件"),
        (b"PK\x03\x04", "Excel、Word 文件或压缩包"),
        (b"{\\rtf1", "RTF 文档"),
    ):
        assert complaint(beginning) == f"“甲.gzgoals”的内容其实是 {kind}，请把文件名改回原来的后缀，再打开或导入。"


def test_a_device_is_not_waited_for() -> None:
    with pytest.raises(BadFileError, match=r"^“/dev/zero”不是普通文件，请指定一个文件。$"):
        read_table(Path("/dev/zero"))


def test_a_monstrous_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.gzgoals"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(BadFileError, match="超过 512 MB，不像是绩效目标表，请核对文件。"):
        read_table(path)


def test_collection_goes_on_after_good_and_bad_files_alike() -> None:
    parse_table(VERSION_1.read_bytes(), "甲.gzgoals")
    complaint(b"{")
    assert gc.isenabled()


@given(st.binary(max_size=60))
def test_any_bytes_give_a_sentence(data: bytes) -> None:
    assert complaint(data).startswith("“甲.gzgoals”")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of everything in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [deep for key, item in inner for deep in places(item, (*path, key))]


@given(st.sampled_from(places(document())), anything)
def test_anything_anywhere_gives_a_table_or_a_sentence(path: tuple[str | int, ...], value: object) -> None:
    with suppress(BadFileError):
        assert isinstance(parse_table(changed(path, value), "甲.gzgoals"), GoalTable)
