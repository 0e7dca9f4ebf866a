"""The library: what tables come to, what is found in it and in which order, and what an entry fills in."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.files import write_table
from gzgoals.core.library import (
    Entry,
    Origin,
    Seen,
    Shelf,
    Sighting,
    Wanted,
    entries_of,
    read_folder,
    sightings_in,
    sightings_of,
    taken,
)
from gzgoals.core.lookup import match
from gzgoals.core.table import GoalTable, Indicator, LastYear, Project, Target, Unit

HIGH, FULL = Target(operator="≥", value="95", measure="%"), Target(value="100", measure="%")


def indicator(name: str, category: str = "12", aim: Target = HIGH) -> Indicator:
    return Indicator(category=category, name=name, cycle=aim, annual=aim)


def table(*indicators: Indicator, project: str = "物业费", scheme: str = "2015", last: Unit | None = None) -> GoalTable:
    unit = Unit(name="某法院", projects=(Project(name=project, indicators=indicators),))
    year = LastYear(year=2025, units=(last,)) if last else None
    return GoalTable(year=2026, scheme=scheme, units=(unit,), last_year=year)


def seen(name: str, category: str = "12", project: str = "", *, topics: tuple[str, ...] = ()) -> Sighting:
    return Sighting(name, category, HIGH, HIGH, Origin.TABLE, "本表", project=project, topics=topics)


def names(shelf: Shelf, query: str, wanted: Wanted = Wanted(), category: str = "") -> list[str]:  # noqa: B008
    return [hit.entry.name for hit in shelf.find(query, wanted, 8, category=category)]


def test_one_name_is_one_entry_however_it_is_spaced() -> None:
    (entry,) = entries_of(sightings_of(table(indicator("完好率"), indicator("完 好率", aim=FULL)), "2015"))
    assert entry.name == "完好率"
    assert entry.count == 2
    assert [each.annual.text for each in entry.targets] == ["≥95%", "100%"]


def test_last_years_target_comes_before_one_seen_more_often() -> None:
    last = Unit(projects=(Project(name="物业费", indicators=(indicator("完好率", aim=FULL),)),))
    now = table(indicator("完好率"), indicator("完好率"), last=last)
    (entry,) = entries_of(sightings_of(now, "2015"))
    assert entry.target == FULL
    assert entry.sources == ("2025 年", "本表")
    assert entry.years == (2026, 2025)


def test_codes_of_another_scheme_are_told_in_the_own_ones() -> None:
    (entry,) = entries_of(sightings_in(table(indicator("完好率", "12"), scheme="2021"), "2015", "别的表"))
    assert entry.category == "12"


def test_a_category_that_no_scheme_knows_is_none() -> None:
    (entry,) = entries_of(sightings_of(table(indicator("完好率", "其他指标")), "2015"))
    assert entry.category == ""


@pytest.mark.parametrize("query", ["合格", "hgl", "hegelv", "考核", "考核hg"])
def test_a_name_is_found_by_any_part_and_by_pinyin(query: str) -> None:
    shelf = Shelf(entries_of([seen("非编人员年度考核合格率"), seen("物业服务面积")]))
    assert names(shelf, query) == ["非编人员年度考核合格率"]


def test_a_name_alike_is_found_where_none_holds_what_is_typed() -> None:
    shelf = Shelf(entries_of([seen("设备设施完好率"), seen("物业服务面积")]))
    assert names(shelf, "设备完好率") == ["设备设施完好率"]


def test_the_rows_category_comes_first() -> None:
    shelf = Shelf(entries_of([seen("系统合格率", "22"), seen("验收合格率", "12")]))
    assert names(shelf, "hgl", Wanted("12")) == ["验收合格率", "系统合格率"]
    assert names(shelf, "hgl", Wanted("22")) == ["系统合格率", "验收合格率"]


def test_the_same_project_comes_before_one_of_its_kind_and_that_before_others() -> None:
    seen_there = [
        seen("甲合格率"),
        seen("乙合格率", topics=("物业",)),
        seen("丙合格率", project="2025年物业费"),
    ]
    assert names(Shelf(entries_of(seen_there)), "hgl", Wanted(project="2026年物业费")) == [
        "丙合格率",
        "乙合格率",
        "甲合格率",
    ]


def test_what_is_used_often_comes_before_what_is_not() -> None:
    shelf = Shelf(entries_of([seen("甲合格率"), seen("乙合格率"), seen("乙合格率")]))
    assert names(shelf, "hgl") == ["乙合格率", "甲合格率"]


def test_a_name_that_ends_with_what_is_typed_is_no_worse_than_one_that_begins_with_it() -> None:
    shelf = Shelf(entries_of([seen("每页档案成本"), seen("干警满意度"), seen("每满意度得分")]))
    assert names(shelf, "myd") == ["干警满意度", "每页档案成本", "每满意度得分"]


def test_what_the_project_has_is_marked_and_comes_last() -> None:
    shelf = Shelf(entries_of([seen("甲合格率"), seen("乙合格率")]))
    hits = shelf.find("hgl", Wanted(used={"甲合格率"}), 8)
    assert [(hit.entry.name, hit.used) for hit in hits] == [("乙合格率", False), ("甲合格率", True)]


def test_a_category_asked_for_leaves_out_the_others() -> None:
    shelf = Shelf(entries_of([seen("系统合格率", "22"), seen("验收合格率", "12")]))
    assert names(shelf, "", category="22") == ["系统合格率"]


NAMES = st.text("合格率质量数银行重庆aB1％ ", min_size=1, max_size=6)


@given(st.lists(NAMES, max_size=6), st.one_of(NAMES, st.text("hgzlxqcab1", max_size=4)))
def test_the_shelf_finds_what_looking_at_each_name_would_find(several: list[str], query: str) -> None:
    shelf = Shelf(entries_of(seen(name) for name in several if name.strip()))
    found = {hit.entry.name for hit in shelf.find(query, Wanted(), 100) if hit.fit}
    assert found == {entry.name for entry in shelf.entries if match(query, entry.name)}


ENTRY = Entry("完好率", "完好率", ("12",), (Seen(HIGH, FULL, Origin.TABLE, 1),))


def test_a_blank_indicator_becomes_a_whole_one() -> None:
    new = taken(Indicator(id="i"), ENTRY)
    assert new == Indicator(id="i", category="12", name="完好率", cycle=HIGH, annual=FULL)


def test_what_stands_there_stays() -> None:
    own = Target(operator="≤", value="3", measure="起")
    new = taken(Indicator(category="22", name="wh", cycle=own, annual=own), ENTRY)
    assert (new.name, new.category, new.cycle, new.annual) == ("完好率", "22", own, own)


@pytest.mark.parametrize(
    ("own", "then"),
    [
        (Target(value="98"), Target(value="98", measure="%")),
        (Target(value="达标"), Target(value="达标")),
        (Target(operator="＞"), Target(operator="＞", value="95", measure="%")),
        (Target(measure="％"), Target(operator="≥", value="95", measure="％")),
    ],
)
def test_a_target_begun_is_only_filled_up(own: Target, then: Target) -> None:
    assert taken(Indicator(cycle=own), ENTRY).cycle == then


def test_an_entry_with_one_side_fills_both() -> None:
    entry = Entry("完好率", "完好率", targets=(Seen(Target(), FULL, Origin.TABLE, 1),))
    assert taken(Indicator(), entry).cycle == FULL


@given(
    st.builds(
        Target, operator=st.sampled_from(["", "≥"]), value=st.text("9达", max_size=2), measure=st.text("%", max_size=1)
    )
)
def test_taking_never_changes_a_value_that_stands_there(own: Target) -> None:
    new = taken(Indicator(cycle=own), ENTRY).cycle
    for part in ("operator", "value", "measure"):
        if kept := getattr(own, part):
            assert getattr(new, part) == kept


def ignore(_done: int, _of: int) -> None: ...


def test_a_folder_is_read_and_what_is_broken_is_told(tmp_path: Path) -> None:
    write_table(tmp_path / "甲.gzgoals", table(indicator("完好率")))
    (tmp_path / "乙.gzgoals").write_text("{", encoding="utf-8")
    (tmp_path / "丙.json").write_text(json.dumps({"format": "other"}), encoding="utf-8")
    (tmp_path / "说明.txt").write_text("无关", encoding="utf-8")
    told: list[tuple[int, int]] = []
    shelved = read_folder(tmp_path, lambda done, of: told.append((done, of)))
    assert [name for name, _ in shelved.tables] == ["甲"]
    assert len(shelved.skipped) == 2
    assert all(sentence.endswith("。") for sentence in shelved.skipped)
    assert told[-1] == (3, 3)


def test_the_open_file_is_left_out_of_its_folder(tmp_path: Path) -> None:
    write_table(tmp_path / "甲.gzgoals", table(indicator("完好率")))
    assert read_folder(tmp_path, ignore, tmp_path / "甲.gzgoals").tables == ()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (sentence,) = read_folder(tmp_path / "没有", ignore).skipped
    assert "没有" in sentence


def test_a_reading_can_be_stopped(tmp_path: Path) -> None:
    write_table(tmp_path / "甲.gzgoals", table(indicator("完好率")))

    def stop(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_folder(tmp_path, stop)
