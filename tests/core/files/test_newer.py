"""Keys of a newer program survive a round trip, wherever they stand."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.edits import put_value
from gzgoals.core.files import parse_table, table_bytes
from gzgoals.core.table import Place

VERSION_1 = Path(__file__).with_name("version-1.gzgoals")

PLACES: list[tuple[str | int, ...]] = [
    (),
    ("stated",),
    ("units", 0),
    ("units", 0, "stated"),
    ("units", 0, "projects", 0),
    ("units", 0, "projects", 0, "funding"),
    ("units", 0, "projects", 0, "indicators", 0),
    ("units", 0, "projects", 0, "indicators", 0, "cycle"),
    ("units", 0, "projects", 0, "indicators", 0, "annual"),
    ("explanations", 0),
    ("last_year",),
    ("last_year", "units", 0, "projects", 0, "indicators", 0, "cycle"),
    ("last_year", "reasons", 0),
]
keys = st.sampled_from(["later", "newer", "新栏", "Year"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)


def document() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(VERSION_1.read_text(encoding="utf-8"))
    reason = {"project": "p1", "indicator": "", "field": "objective", "before": "", "after": "甲", "reason": "新增"}
    last_year = {"year": 2025, "department": "甲", "units": copy.deepcopy(whole["units"]), "reasons": [reason]}
    return {**whole, "last_year": last_year}


def thing_at(whole: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        whole = whole[step]
    return whole


def written_back(whole: object) -> str:
    return table_bytes(parse_table(json.dumps(whole, ensure_ascii=False).encode(), "甲.gzgoals")).decode()


def indented(whole: object) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("path", PLACES)
def test_a_key_stays_at_the_end_of_its_object(path: tuple[str | int, ...]) -> None:
    whole = document()
    thing_at(whole, path)["later"] = {"a": [1, None, "二"]}
    assert written_back(whole) == indented(whole)


@given(st.lists(st.tuples(st.sampled_from(PLACES), keys, values), max_size=6))
def test_keys_stay_everywhere_at_once(added: list[tuple[tuple[str | int, ...], str, Any]]) -> None:
    whole = document()
    for path, key, value in added:
        thing_at(whole, path)[key] = value
    assert json.loads(written_back(whole)) == whole


def test_a_key_named_like_the_programs_own_is_kept_too() -> None:
    whole = document()
    whole["newer"] = "{not json"
    assert written_back(whole) == indented(whole)


def test_a_key_goes_with_its_thing_when_that_is_edited() -> None:
    whole = document()
    whole["units"][0]["projects"][0]["later"] = 1
    table = parse_table(json.dumps(whole).encode(), "甲.gzgoals")
    edited = put_value(table, Place("u1", "p1", field="name"), "新名称")
    project = json.loads(table_bytes(edited))["units"][0]["projects"][0]
    assert (project["name"], project["later"]) == ("新名称", 1)


def test_a_key_of_a_part_that_is_gone_goes_with_it() -> None:
    whole = document()
    whole["stated"]["later"] = 1
    table = parse_table(json.dumps(whole).encode(), "甲.gzgoals")
    assert "stated" not in json.loads(table_bytes(put_value(table, Place(field="stated"), None)))
