"""An office's rules file: what it changes, and that nothing in it can stop a check."""

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks import RULES, Office, Severity, built_in_office, check
from gzgoals.core.checks.offices.office_file import (
    NO_OFFICE_FILE,
    OFFICE_FILE,
    example_office_file,
    office_file_for,
    parse_office,
    read_office,
    told,
)
from gzgoals.core.checks.offices.understanding import OfficeRules
from gzgoals.core.checks.terms.words import Limits
from tables_to_check import amounts, indicator, project, table

BUILT_IN = built_in_office().words


def rules(text: str) -> OfficeRules:
    return parse_office(text.encode())


def office(text: str) -> Office:
    found = rules(text)
    assert found.complaints == ()
    return found.office


def finds(text: str, **changes: object) -> list[str]:
    """Return the rules that find something in a project by the rules of a file."""
    checked = check(table(project(**changes)), office=office(text))
    return [finding.rule for finding in checked.findings]


def test_a_rule_takes_the_severity_that_the_office_gives_it() -> None:
    small = table(project(funding=amounts("0.30")))
    (finding,) = check(small, office=office('{"severities": {"M05": "error"}}')).findings
    assert (finding.rule, finding.severity) == ("M05", Severity.ERROR)


def test_a_rule_can_be_switched_off() -> None:
    assert finds('{"severities": {"M05": "off"}}', funding=amounts("0.30")) == []


def test_keys_and_severities_may_be_chinese() -> None:
    found = office('{"级别": {"m05": "关闭", "S04": "错误", "V02": "提示", "V11": "警告"}}')
    assert found.off == {"M05"}
    assert found.severities == {"S04": Severity.ERROR, "V02": Severity.HINT, "V11": Severity.WARNING}


def test_a_placeholder_of_the_office_is_found_anywhere_in_a_text() -> None:
    assert finds('{"占位词": ["待定"]}', objective="目标待定。") == ["S02"]
    assert finds("{}", objective="目标待定。") == []


def test_a_placeholder_of_one_character_must_stand_alone() -> None:
    text = '{"placeholders": ["略"]}'
    assert finds(text, objective="略") == ["S02"]
    assert finds(text, objective="配备策略略图。") == []


@pytest.mark.parametrize(
    ("word", "objective"), [("待补充", "待补充。"), ("同上", "同上"), ("XX", "购置XX设备。"), ("X", "购置XX设备。")]
)
def test_a_built_in_placeholder_can_be_taken_away(word: str, objective: str) -> None:
    assert finds("{}", objective=objective) == ["S02"]
    assert "S02" not in finds(json.dumps({"placeholders": [f"-{word}"]}), objective=objective)


def test_all_placeholders_may_be_taken_away() -> None:
    words = [*BUILT_IN.placeholders, *BUILT_IN.placeholder_letters, *BUILT_IN.placeholders_whole]
    taken = office(json.dumps({"placeholders": [f"-{word}" for word in words]})).words
    assert taken.placeholder.search("待补充XX同上") is None
    assert taken.placeholder.search("") is None


def test_vague_words_are_added_and_taken_away() -> None:
    vague = office('{"模糊词": ["稳步", "-维持", "有效"]}').words.vague
    assert set(vague) == {*BUILT_IN.vague, "稳步"} - {"维持"}
    assert len(vague) == len(set(vague))


def test_measures_are_added_changed_and_taken_away() -> None:
    words = office('{"measures": {"车次": "次", "面积": "亩", "人数": "", "-占比": "%"}}').words
    assert [words.usual_measure(name) for name in ("出动车次", "绿化面积", "培训人数", "支出占比")] == [
        "次",
        "亩",
        "",
        "",
    ]


def test_limits_are_changed_by_either_name() -> None:
    limits = office('{"limits": {"indicator_name": 25, "最少指标数": 2, "satisfaction": 100}}').words.limits
    assert limits == dataclasses.replace(Limits(), indicator_name=25, few=2, satisfaction=100)


def test_every_limit_can_be_set() -> None:
    for field in dataclasses.fields(Limits):
        number = getattr(BUILT_IN.limits, field.name)
        assert rules(json.dumps({"limits": {field.name: number}})).used == 1


def test_the_program_s_own_words_stay_as_they_are() -> None:
    office('{"placeholders": ["待定"], "measures": {"面积": ""}, "limits": {"few": 1}}')
    assert built_in_office().words is BUILT_IN
    assert BUILT_IN.measures_by_name["面积"] == "平方米"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            '{\n"级别": {},\n"其他": 1}',
            "第 3 行：不认识“其他”，已忽略；可写的有：级别、占位词、模糊词、计量单位、限值。",
        ),
        ('{"级别": {"S99": "关闭"}}', "第 1 行：没有编号为“S99”的规则，已忽略；编号见检查报告的“规则”一栏。"),
        (
            '{"级别": {"S04": "重要"}}',
            "第 1 行：“S04”的级别“重要”不可用，已忽略；请写 关闭、提示、警告 或 错误。",
        ),
        ('{"severities": ["S04"]}', '第 1 行：“severities”后面应是花括号，已忽略；如 {"S05": "关闭"}。'),
        ('{"模糊词": 3}', '第 1 行：“模糊词”后面应是方括号里的词，已忽略；如 ["待定", "-维持"]。'),
        ('{"模糊词": [3]}', "第 1 行：“模糊词”中的“3”不可用，已忽略；请写加引号的词，不超过 40 字。"),
        ('{"占位词": ["-没有"]}', "第 1 行：“占位词”中没有“没有”，已忽略；不必减去，可删去此词。"),
        ('{"模糊词": ["-没有"]}', "第 1 行：“模糊词”中没有“没有”，已忽略；不必减去，可删去此词。"),
        ('{"计量单位": {"没有": ""}}', "第 1 行：“计量单位”中没有“没有”，已忽略；不必减去，可删去此词。"),
        (
            '{"计量单位": {"车次": 1}}',
            '第 1 行：“车次”的单位“1”不可用，已忽略；请写名称中的词和它的单位，如 "车次": "次"。',
        ),
        ('{"限值": {"few": true}}', "第 1 行：“few”不可用，已忽略；请写 0 至 1000 的整数，不加引号。"),
        ('{"限值": {"few": "3"}}', "第 1 行：“few”不可用，已忽略；请写 0 至 1000 的整数，不加引号。"),
        (
            '{"限值": {"few": 11}}',
            "第 1 行：“最少指标数”大于“最多指标数”，已忽略；请把两个数一并写上，前者不大于后者。",
        ),
    ],
)
def test_what_is_not_understood_is_told_and_changes_nothing(text: str, complaint: str) -> None:
    assert rules(text) == (built_in_office(), (complaint,), 0)


def test_the_rest_of_a_file_with_faults_is_used() -> None:
    found = rules('{"级别": {"S99": "关闭", "S04": "关闭"}, "坏": 1, "限值": {"few": -1, "many": 20}}')
    assert (len(found.complaints), found.used) == (3, 2)
    assert (set(found.office.off), found.office.words.limits.many) == ({"S04"}, 20)


def test_of_what_is_said_twice_the_last_counts() -> None:
    found = rules('{"级别": {"S04": "关闭",\n"s04": "错误"}}')
    assert found.complaints == ("第 1 行：“S04”写了不止一次，已忽略；请只留一处，现以最后一处为准。",)
    assert found.office.severities == {"S04": Severity.ERROR}


def test_endless_lists_are_cut() -> None:
    words = [f"词{number}" for number in range(600)]
    measures = dict.fromkeys(words, "个")
    found = rules(json.dumps({"vague": words, "measures": measures}))
    assert found.used == 1000
    assert [each.split("：")[1].split("，")[0] for each in found.complaints] == [
        "“vague”从这里起超过 500 项",
        "“measures”从这里起超过 500 项",
    ]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "第 1 行的写法有误，请核对引号、逗号和括号是否成对；暂按内置规则检查。"),
        (b'{\n"vague": [\n', "第 3 行的写法有误，请核对引号、逗号和括号是否成对；暂按内置规则检查。"),
        (b"[" * 200_000, "第 1 行的写法有误，请核对引号、逗号和括号是否成对；暂按内置规则检查。"),
        (b"[]", "规则文件应以花括号 { } 括起全部内容，可用“写一个示例”生成的文件作为起点；暂按内置规则检查。"),
        (b"\x00\xff", "规则文件不是文本文件，请用文本编辑器另存为 UTF-8 编码；暂按内置规则检查。"),
    ],
)
def test_a_broken_file_is_told_and_counts_for_nothing(data: bytes, complaint: str) -> None:
    assert parse_office(data) == (built_in_office(), (complaint,), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_of_chinese_editors_are_read(encoding: str) -> None:
    assert parse_office('{"级别": {"S04": "关闭"}}'.encode(encoding)).office.off == {"S04"}


def test_the_example_sets_nothing_and_shows_what_can_be_set() -> None:
    text = example_office_file()
    assert rules(text) == (built_in_office(), (), 0)
    lines = [line.strip() for line in text.splitlines()[2:]]
    shown = [line.removeprefix("// ") if line.startswith('// "') else line for line in lines]
    known = {rule.id for rule in RULES}
    complaints = [each for each in rules("\n".join(shown)).complaints if "没有编号为" not in each or not known]
    assert complaints == []


def test_a_file_is_read_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / OFFICE_FILE
    path.write_text('{"级别": {"S04": "关闭"}}', encoding="utf-8")
    assert read_office(path).office.off == {"S04"}


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert read_office(tmp_path).complaints == (
        f"“{tmp_path.name}”是一个文件夹，请指定其中的规则文件；暂按内置规则检查。",
    )
    absent = tmp_path / "无.json"
    assert read_office(absent).complaints == (
        f"无法打开“{absent}”：文件或所在文件夹不存在，请核对路径；暂按内置规则检查。",
    )
    assert read_office(Path("a\0b")).office is built_in_office()


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "大.json"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    assert read_office(path).complaints == (
        "“大.json”不是文件或超过 1 MB，不像是规则文件，请另选一个；暂按内置规则检查。",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "管道"
    os.mkfifo(path)
    assert read_office(path).office is built_in_office()


def test_the_chosen_file_counts_then_the_one_beside_the_table(tmp_path: Path) -> None:
    beside = tmp_path / OFFICE_FILE
    assert office_file_for("", tmp_path / "表.gzgoals") is None
    beside.touch()
    assert office_file_for("", tmp_path / "表.gzgoals") == beside
    assert office_file_for("/别处.json", tmp_path / "表.gzgoals") == Path("/别处.json")
    assert office_file_for(NO_OFFICE_FILE, tmp_path / "表.gzgoals") is None
    assert office_file_for("", None) is None


def test_many_complaints_are_told_shortly() -> None:
    lines = told([str(number) for number in range(25)])
    assert (len(lines), lines[-1]) == (21, "……另有 5 处。")
    assert told(["一"]) == ("一",)


_WORDS = st.one_of(st.sampled_from(["待定", "-维持", "-XX", "-", "", "略", "a" * 50]), st.text(max_size=5))
_ANY: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_WORDS, inner, max_size=3)),
    max_leaves=6,
)
_NAMES = st.sampled_from(
    ["severities", "级别", "placeholders", "占位词", "vague", "measures", "计量单位", "limits", "限值", "其他"]
)
_INNER = st.dictionaries(
    st.one_of(st.sampled_from(["S04", "m05", "few", "many", "指标名称字数", "面积", "-率"]), _WORDS),
    st.one_of(st.sampled_from(["off", "警告", "个", 5, 100_000]), _ANY),
    max_size=4,
)
_FILES = st.dictionaries(_NAMES, st.one_of(_INNER, st.lists(_WORDS, max_size=4), _ANY), max_size=5)
_TABLE = table(project(funding=amounts("0.30"), objective="待补充", indicators=(indicator("面积", "11", "5"),)))


@given(st.one_of(_FILES, _ANY))
def test_any_json_gives_an_office_that_checks(value: Any) -> None:
    found = parse_office(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    assert isinstance(found.office, Office)
    assert all(each.endswith("。") for each in found.complaints)
    check(_TABLE, office=found.office)


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_an_office(data: bytes) -> None:
    assert isinstance(parse_office(data).office, Office)
