"""The file format itself: what its text looks like, and that every table comes back from it."""

import dataclasses
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.files import parse_table, read_table, table_bytes, write_table
from gzgoals.core.files.document import Document
from gzgoals.core.table import (
    OPERATORS,
    Explanation,
    Funding,
    GoalTable,
    Indicator,
    LastYear,
    Project,
    Reason,
    Stated,
    Target,
    Unit,
)
from gzgoals.core.years import compare

HERE = Path(__file__).parent

texts = st.text(max_size=12)
cents = st.decimals(-10_000, 10_000, places=2)
drafts = st.one_of(cents, st.decimals(0, 1, places=10), st.sampled_from(["", "五百", "1.2.3"]))
targets = st.builds(Target, operator=st.sampled_from(OPERATORS), value=texts, measure=texts)
indicators = st.builds(Indicator, category=texts, name=texts, cycle=targets, annual=targets)
fundings = st.builds(
    Funding, appropriation=drafts, special_account=drafts, other=drafts, stated_total=st.none() | cents
)
stateds = st.none() | st.builds(Stated, total=cents, appropriation=cents, special_account=cents, other=cents)
projects = st.builds(
    Project,
    name=texts,
    funding=fundings,
    objective=texts,
    indicators=st.lists(indicators, max_size=2).map(tuple),
)
units = st.builds(Unit, name=texts, projects=st.lists(projects, max_size=2).map(tuple), stated=stateds)
reasons = st.builds(Reason, project=texts, field=texts, before=texts, after=texts, reason=texts)
last_years = st.builds(
    LastYear,
    year=st.integers(1900, 9999),
    department=texts,
    units=st.lists(units, max_size=2).map(tuple),
    reasons=st.lists(reasons, max_size=2).map(tuple),
)
explanations = st.builds(Explanation, rule=texts, project=texts, value=texts, reason=texts)
tables = st.builds(
    GoalTable,
    year=st.integers(1900, 9999),
    scheme=st.sampled_from(["2015", "2021", "自拟"]),
    department=texts,
    units=st.lists(units, max_size=2).map(tuple),
    stated=stateds,
    explanations=st.lists(explanations, max_size=2).map(tuple),
    last_year=st.none() | last_years,
)


@given(tables)
def test_every_table_comes_back_from_its_bytes(table: GoalTable) -> None:
    assert parse_table(table_bytes(table), "甲.gzgoals") == table


@given(tables)
def test_the_same_table_always_has_the_same_bytes(table: GoalTable) -> None:
    data = table_bytes(table)
    assert table_bytes(parse_table(data, "甲.gzgoals")) == data


@given(tables)
def test_bytes_are_the_plain_indented_json_of_the_document(table: GoalTable) -> None:
    data = table_bytes(table)
    assert data.decode("utf-8") == json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", ["version-1.gzgoals", "version-1-rolled.gzgoals"])
def test_a_file_of_version_1_is_written_back_byte_by_byte(name: str) -> None:
    data = (HERE / name).read_bytes()
    assert table_bytes(parse_table(data, name)) == data


def test_a_rolled_file_of_version_1_tells_its_changes_with_their_reasons() -> None:
    table = read_table(HERE / "version-1-rolled.gzgoals")
    assert table.last_year
    changes = compare(table.last_year, table).changes
    assert [(change.kind.value, change.after, change.reason, change.stale) for change in changes] == [
        ("amount", "575.00", "新增两名辅助人员", False),
        ("indicator", "2026年12月31日前", "随年度推进", False),
        ("dropped", "", "已完成", False),
    ]


def test_a_saved_table_is_read_back(tmp_path: Path) -> None:
    table = GoalTable(year=2026, department="广州互联网法院", units=(Unit(name="本级"),))
    write_table(tmp_path / "甲.gzgoals", table)
    assert read_table(tmp_path / "甲.gzgoals") == table


def test_an_empty_table_has_the_keys_of_the_format_in_their_order() -> None:
    assert table_bytes(GoalTable(year=2026)).decode() == (
        '{\n  "format": "gzgoals",\n  "version": 1,\n  "year": 2026,\n  "scheme": "2015",\n'
        '  "department": "",\n  "units": [],\n  "explanations": []\n}\n'
    )


def test_a_document_has_all_fields_of_a_table_and_its_own_two() -> None:
    own = {field.name for field in dataclasses.fields(Document)}
    assert own - {"format", "version"} == {field.name for field in dataclasses.fields(GoalTable)}


@pytest.mark.parametrize("amount", ["0.0000001", "0.0000000000"])
def test_a_tiny_amount_is_spelled_out(amount: str) -> None:
    funding = Funding(appropriation=Decimal(amount))
    table = GoalTable(year=2026, units=(Unit(projects=(Project(funding=funding),)),))
    assert json.loads(table_bytes(table))["units"][0]["projects"][0]["funding"]["appropriation"] == amount
