"""Opening: the right reader for each file, and several sources joined without losing anything in silence."""

from decimal import Decimal
from pathlib import Path

import pytest

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import Draft
from gzgoals.core.files import write_table
from gzgoals.core.opening import joined, open_source
from gzgoals.core.resources import resource
from gzgoals.core.table import Explanation, GoalTable, Project, Stated, Unit

SAMPLE = resource("samples/guangzhou-internet-court.published.txt")


def texts(draft: Draft) -> list[str]:
    return [doubt.text for doubt in draft.doubts]


def test_a_saved_table_is_opened_without_doubts(tmp_path: Path) -> None:
    table = GoalTable(year=2026, department="广州互联网法院")
    write_table(tmp_path / "表.gzgoals", table)
    assert open_source(tmp_path / "表.gzgoals") == Draft(table)


def test_another_year_is_taken_over_and_said(tmp_path: Path) -> None:
    write_table(tmp_path / "表.json", GoalTable(year=2025))
    draft = open_source(tmp_path / "表.json", 2026)
    assert draft.table == GoalTable(year=2026)
    assert texts(draft) == ["年度改为 2026，文件中原为 2025。"]


def test_a_saved_table_is_known_by_its_content_under_any_name(tmp_path: Path) -> None:
    write_table(tmp_path / "表.txt", GoalTable(year=2026))
    assert open_source(tmp_path / "表.txt").table == GoalTable(year=2026)


def test_a_published_text_is_read_by_its_reader() -> None:
    table = open_source(SAMPLE, 2026).table
    assert (table.year, table.department, [len(unit.projects) for unit in table.units]) == (
        2026,
        "广州互联网法院",
        [17],
    )


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_kind_that_cannot_be_read_is_named_with_a_way_out(tmp_path: Path, beginning: bytes) -> None:
    path = tmp_path / "表.bin"
    path.write_bytes(beginning)
    with pytest.raises(BadFileError, match=r"表\.bin.*请") as caught:
        open_source(path)
    assert str(caught.value).endswith("。")


def test_a_single_draft_stays_the_same_table() -> None:
    table = GoalTable(year=2026, units=(Unit(name="甲"),))
    assert joined([Draft(table)]).table is table


def test_units_and_explanations_of_all_sources_are_there_in_their_order() -> None:
    tables = [
        GoalTable(year=2026, units=(Unit(name=name),), explanations=(Explanation(rule=name),)) for name in "甲乙丙"
    ]
    whole = joined([Draft(table) for table in tables])
    assert [unit.name for unit in whole.table.units] == ["甲", "乙", "丙"]
    assert [explanation.rule for explanation in whole.table.explanations] == ["甲", "乙", "丙"]
    assert texts(whole) == []


def test_what_the_sources_have_differently_is_said() -> None:
    first = GoalTable(year=2026, department="广州互联网法院")
    second = GoalTable(year=2025, department="广州中院", scheme="2021")
    whole = joined([Draft(first), Draft(second)])
    assert (whole.table.year, whole.table.department, whole.table.scheme) == (2026, "广州互联网法院", "2015")
    assert texts(whole) == [
        "部门名称取“广州互联网法院”，其他来源为“广州中院”。",
        "年度取“2026”，其他来源为“2025”。",
        "编码方案取“2015”，其他来源为“2021”。",
    ]


def test_the_same_source_twice_counts_once_and_is_said() -> None:
    table = GoalTable(year=2026, units=(Unit(name="甲", projects=(Project(name="子"),)),))
    whole = joined([Draft(table), Draft(table)])
    assert whole.table == table
    assert texts(whole) == ["1 个项目各来源完全相同，只留一份。"]


def test_the_same_project_with_other_content_is_kept_beside_and_named_by_its_source() -> None:
    tables = [
        GoalTable(year=2026, units=(Unit(name="甲", projects=(Project(name="子", objective=objective),)),))
        for objective in "一二"
    ]
    whole = joined([Draft(table) for table in tables], ["a.gzgoals", "b.gzgoals"])
    (unit,) = whole.table.units
    first, second = unit.projects
    assert (first.name, second.name) == ("子", "子（来自 b.gzgoals）")
    assert first.id != second.id
    assert texts(whole) == [
        "“甲”的项目“子”在“a.gzgoals”、“b.gzgoals”中内容不同，已全部保留，后者在名称中注明来源，请核对取舍。"
    ]


def test_rows_of_sums_that_are_no_longer_comparable_are_dropped_aloud() -> None:
    one, none = Decimal("1.00"), Decimal("0.00")
    stated = Stated(total=one, appropriation=one, special_account=none, other=none)
    whole = joined([Draft(GoalTable(year=2026, stated=stated)), Draft(GoalTable(year=2026))])
    assert whole.table.stated is None
    assert texts(whole) == ["原表合计未保留，几个来源合并后不再可比。"]
