"""The starter set keeps the program's own rules."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gzgoals.core.checks import Severity, check
from gzgoals.core.library import Entry, entries_of, starter_sightings, taken
from gzgoals.core.library.starter import _starter
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, catalogue_of

SEVERE = {Severity.WARNING, Severity.ERROR}


def starter(scheme: str) -> tuple[Entry, ...]:
    return entries_of(starter_sightings(scheme))


def test_there_is_something_for_every_category_of_any_court() -> None:
    entries = starter("2015")
    assert len(entries) >= 80
    assert {entry.category for entry in entries} == {"11", "12", "13", "14", "21", "22", "23", "24", "31"}


def test_each_stands_there_once() -> None:
    groups = json.loads(resource("library/court.json").read_text(encoding="utf-8"))["groups"]
    names = [name for group in groups for _, name, _ in group["indicators"]]
    assert sorted(names) == sorted(set(names))


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
    _starter.cache_clear()
    yield path
    _starter.cache_clear()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_it_may_be_edited_with_any_editor(edited: Path, encoding: str) -> None:
    text = '{"scheme": "2015", "groups": [{"topics": [], "indicators": [["12", "合格率", "≥95%"]]}]}'
    edited.write_text(text, encoding=encoding)
    assert [entry.name for entry in starter("2015")] == ["合格率"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"groups": [{"topics": [], "indicators": [["12", "合格率"]]}]}'])
def test_one_that_was_spoilt_is_left_out(edited: Path, text: str) -> None:
    edited.write_text(text, encoding="utf-8")
    assert starter("2015") == ()


def test_one_in_another_encoding_is_left_out(edited: Path) -> None:
    edited.write_text('{"groups": "组"}', encoding="gb18030")
    assert starter("2015") == ()
