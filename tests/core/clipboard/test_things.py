"""Whole indicators, projects and units through the clipboard, from one window's table into another's."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.clipboard.showing import block_of_things, official_text
from gzgoals.core.clipboard.things import Kind, Things, things_for
from gzgoals.core.edits import replaced
from gzgoals.core.errors import BadClipboardError
from gzgoals.core.exchange import parse_indicators
from gzgoals.core.table import GoalTable, Project, Unit, catalogue_of
from small_table import COURT, INTACT, RATE, UPKEEP

NEWER = replaced(UPKEEP, indicators=(INTACT,), newer='{"colour":"red"}')
TABLE = GoalTable(year=2026, units=(replaced(COURT, projects=(NEWER,)),))
PROJECTS = Things(Kind.PROJECTS, TABLE)


@given(tables(), st.sampled_from(Kind), st.booleans())
def test_things_come_back_whole(table: GoalTable, kind: Kind, cut: bool) -> None:
    things = Things(kind, table, cut)
    assert Things.of(things.written()) == things


def test_fields_that_only_a_newer_program_knows_come_along() -> None:
    assert Things.of(PROJECTS.written()).projects[0].newer == '{"colour": "red"}'


def test_what_was_copied_gets_ids_of_its_own() -> None:
    project = things_for(PROJECTS, GoalTable(year=2026)).projects[0]
    assert project.id != "p"
    assert project.indicators[0].id != "i"
    assert project.objective == "满足需要。"


def test_what_was_cut_keeps_its_ids_unless_they_are_taken() -> None:
    cut = Things(Kind.PROJECTS, TABLE, cut=True)
    assert things_for(cut, GoalTable(year=2026)).projects == TABLE.units[0].projects
    assert things_for(cut, TABLE).projects[0].id != "p"
    without = GoalTable(year=2026, units=(Unit(id="u", projects=(Project(id="p"),)),))
    assert [each.id for each in things_for(cut, without).indicators] == ["i"]


def test_categories_say_the_same_in_another_scheme() -> None:
    other = GoalTable(year=2026, scheme="2021")
    there = things_for(PROJECTS, other).projects[0].indicators[0].category
    catalogue = catalogue_of("2021")
    assert catalogue.by_code[there].name == "质量指标"


GOOD = json.loads(PROJECTS.written())
HOSTILE = {
    "nothing": b"",
    "no JSON": b"{]",
    "a list": b"[]",
    "no kind": json.dumps(GOOD | {"kind": "worlds"}).encode(),
    "kind of no text": json.dumps(GOOD | {"kind": []}).encode(),
    "no table": json.dumps(GOOD | {"table": 3}).encode(),
    "another format": json.dumps(GOOD | {"table": {"format": "else", "version": 1, "year": 2026}}).encode(),
    "wrong types": json.dumps(GOOD | {"table": GOOD["table"] | {"units": [{"projects": 7}]}}).encode(),
    "endless depth": b'{"kind":' + b"[" * 200_000,
    "deep table": b'{"kind":"units","table":' + b'{"a":' * 900 + b"1" + b"}" * 901,
    "no text": b"\xff\xfe\x00",
    "too much": b" " * (65 << 20),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_malformed_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(BadClipboardError, match="没有粘贴。请") as refused:
        Things.of(HOSTILE[name])
    assert "\n" not in str(refused.value)


def test_what_a_newer_program_copied_is_told_to_be_newer() -> None:
    newer = json.dumps(GOOD | {"table": GOOD["table"] | {"version": 99}}).encode()
    with pytest.raises(BadClipboardError, match="先升级本程序"):
        Things.of(newer)


def test_other_programs_get_a_table() -> None:
    header, project = block_of_things(PROJECTS).rows
    assert header[0] == "项目名称（资金使用单位）"
    assert project[:6] == ("物业费", "0.00", "0.00", "0.00", "0.00", "满足需要。")
    assert block_of_things(Things(Kind.INDICATORS, TABLE)).rows == (
        ("1", "1-产出指标", "12-质量指标", "完好率", "≥", "95", "%", "≥", "95", "%"),
    )


def test_the_text_of_the_official_form_can_be_read_back() -> None:
    text = official_text(Things(Kind.INDICATORS, TABLE))
    assert text == "1、1-产出指标；12-质量指标；完好率；实施周期指标值:≥95%；年度指标值:≥95%。"
    read = parse_indicators(text, catalogue_of("2015"))
    assert read is not None
    assert read[0].annual == RATE


def test_a_unit_stands_above_its_projects_in_the_text_of_the_official_form() -> None:
    lines = official_text(Things(Kind.UNITS, TABLE)).split("\n")
    assert lines[0] == "某法院 0.00 0.00 0.00 0.00"
    assert lines[1].strip() == "物业费 0.00 0.00 0.00 0.00"
    assert lines[2] == "满足需要。"
    assert official_text(PROJECTS).split("\n") == lines[1:]
