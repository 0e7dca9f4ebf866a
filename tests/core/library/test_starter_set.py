"""The starter set keeps the program's own rules."""

import json
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks import Severity, check
from gzgoals.core.library import (
    Entry,
    Origin,
    Sighting,
    entries_of,
    starter_sightings,
    starter_values,
    starter_wording,
    taken,
    with_starter,
)
from gzgoals.core.library import starter as starter_module
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Indicator, Project, Target, Unit, catalogue_of

SEVERE = {Severity.WARNING, Severity.ERROR}


def starter(scheme: str) -> tuple[Entry, ...]:
    return entries_of(starter_sightings(scheme))


def test_there_is_something_for_every_category_of_any_court() -> None:
    entries = starter("2015")
    assert len(entries) >= 600
    assert {entry.category for entry in entries} == {"11", "12", "13", "14", "21", "22", "23", "24", "31"}


def test_each_stands_there_once() -> None:
    groups = json.loads(resource("library/court.json").read_text(encoding="utf-8"))["groups"]
    names = ["".join(name.split()) for group in groups for _, name, _ in group["indicators"]]
    assert sorted(names) == sorted(set(names))


def test_each_further_word_stands_there_once_and_can_be_typed() -> None:
    starter = json.loads(resource("library/court.json").read_text(encoding="utf-8"))
    words = [word for line in (*starter["common_words"], *starter["words"]) for word in line.split()]
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if not all("\u4e00" <= letter <= "\u9fff" for letter in word)] == []


def test_names_are_told_without_the_blanks_between_their_words() -> None:
    assert all(" " not in entry.name for entry in starter("2015"))


@given(st.lists(st.sampled_from(["系统验收合格率", "系统 验收合格率", "奇特指标合格率", "用户满意度"])))
def test_what_a_table_adds_comes_to_the_same_as_gathering_all_at_once(names: list[str]) -> None:
    own = [Sighting(name, "12", Target(), Target(value=str(at)), Origin.TABLE, "本表") for at, name in enumerate(names)]
    at_once = entries_of((*own, *starter_sightings("2015")))
    assert sorted(with_starter(own, "2015"), key=KEY) == sorted(at_once, key=KEY)


KEY = attrgetter("key")


def test_none_of_them_is_found_fault_with() -> None:
    indicators = tuple(taken(Indicator(), entry) for entry in starter("2015"))
    projects = tuple(Project(name=each.name, objective="满足工作需要。", indicators=(each,)) for each in indicators)
    table = GoalTable(year=2026, units=(Unit(name="某法院", projects=projects),))
    found = [
        f"{finding.rule} {project.name}: {finding.message}"
        for finding in check(table).findings
        if finding.severity in SEVERE and finding.place.indicator
        for project in projects
        if project.id == finding.place.project
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["2015", "2021"])
def test_their_codes_are_those_of_the_scheme(scheme: str) -> None:
    catalogue = catalogue_of(scheme)
    known = [entry for entry in starter(scheme) if entry.category]
    assert all(catalogue.knows(entry.category) for entry in known)
    assert len(known) > 80


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the file of a starter set that may be edited."""
    path = tmp_path / "court.json"
    monkeypatch.setattr("gzgoals.core.library.starter.resource", lambda _: path)
    read_anew()
    yield path
    read_anew()


def read_anew() -> None:
    for kept in vars(starter_module).values():
        if hasattr(kept, "cache_clear") and kept.__module__ == starter_module.__name__:
            kept.cache_clear()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_it_may_be_edited_with_any_editor(edited: Path, encoding: str) -> None:
    text = '{"scheme": "2015", "groups": [{"topics": [], "indicators": [["12", "合格率", "≥95%"]]}]}'
    edited.write_text(text, encoding=encoding)
    assert [entry.name for entry in starter("2015")] == ["合格率"]


def test_its_words_may_be_edited_too(edited: Path) -> None:
    edited.write_text('{"common_words": ["法院 法官"], "words": ["法庭"], "values": ["显著 提升"]}', encoding="utf-8")
    assert starter_values().completed("xz", 9) == ("显著",)
    assert starter_wording().completed("ft", 9) == ("法庭",)
    assert starter_wording().completed("fg", 9) == ("法官",)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"groups": [{"topics": [], "indicators": [["12", "合格率"]]}]}'])
def test_one_that_was_spoilt_is_left_out(edited: Path, text: str) -> None:
    edited.write_text(text, encoding="utf-8")
    assert starter("2015") == ()


def test_one_in_another_encoding_is_left_out(edited: Path) -> None:
    edited.write_text('{"groups": "组"}', encoding="gb18030")
    assert starter("2015") == ()
