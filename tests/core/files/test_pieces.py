"""A table read or written a project at a time is the same as one read or written as a whole."""

import json
from decimal import Decimal

import pytest
from hypothesis import given

from core_strategies import tables
from evidence.invented import invented_table
from gzgoals.core.edits import replaced
from gzgoals.core.errors import BadFileError
from gzgoals.core.files import parse_table, table_bytes
from gzgoals.core.files.pieces import table_in_pieces
from gzgoals.core.files.writing import table_line, table_line_pieces, table_pieces
from gzgoals.core.table import Funding, GoalTable, Project, Unit
from gzgoals.core.years import last_year_of, remembering

TABLE = invented_table(120)


def nobody(_done: int, _of: int) -> None:
    """Hear of no progress."""


@given(tables())
def test_it_is_the_same_as_read_as_a_whole(table: GoalTable) -> None:
    data = table_bytes(table)
    assert parse_table(data, "表", nobody) == parse_table(data, "表")


@given(tables())
def test_it_is_written_the_same_as_in_one(table: GoalTable) -> None:
    assert b"".join(table_pieces(table)) == table_bytes(table)
    assert b"".join(table_line_pieces(table)) == table_line(table)


def test_each_project_of_both_years_is_a_piece_of_its_own() -> None:
    table = remembering(TABLE, last_year_of(invented_table(30)))
    pieces = list(table_pieces(table))
    assert b"".join(pieces) == table_bytes(table)
    assert len(pieces) > 150


@pytest.mark.parametrize(
    "change",
    [
        {"department": '"projects": []'},
        {"units": (Unit(id="a", name='\n  "projects": []\n'), Unit(id="b", projects=(Project(id="p"),)))},
        {"units": (Unit(projects=(Project(funding=Funding(other=Decimal("1E-9"))),)),)},
        {"newer": '{"some": [1]}'},
        {"units": ()},
    ],
)
def test_whatever_stands_in_it_it_is_written_the_same(change: dict[str, object]) -> None:
    table = replaced(TABLE, **change)
    assert b"".join(table_pieces(table)) == table_bytes(table)
    assert b"".join(table_line_pieces(table)) == table_line(table)


def test_the_projects_of_both_years_are_read_one_by_one() -> None:
    table = remembering(TABLE, last_year_of(invented_table(30)))
    assert table_in_pieces(table_bytes(table), nobody) == table


def test_the_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    parse_table(table_bytes(TABLE), "表", lambda done, of: told.append((done, of)))
    assert told == [(0, 120), (50, 120), (100, 120)]


@pytest.mark.parametrize("indent", [None, 0, 1, 4])
def test_another_layout_gives_the_same_table(indent: int | None) -> None:
    data = json.dumps(json.loads(table_bytes(TABLE)), indent=indent, ensure_ascii=False).encode()
    assert parse_table(data, "表", nobody) == TABLE


def test_lines_that_only_look_like_projects_do_not_mislead() -> None:
    fields = json.loads(table_bytes(TABLE))
    fields["projects"] = [{"id": "a", "more": {"projects": [{"id": "b"}]}}]
    data = json.dumps(fields, indent=2, ensure_ascii=False).encode()
    assert parse_table(data, "表", nobody) == parse_table(data, "表")


def test_a_fault_in_one_project_is_told_as_if_read_as_a_whole() -> None:
    data = table_bytes(TABLE).replace(b'"name":', b'"name": 5, "x":', 7)
    with pytest.raises(BadFileError) as whole:
        parse_table(data, "表")
    with pytest.raises(BadFileError) as pieces:
        parse_table(data, "表", nobody)
    assert str(pieces.value) == str(whole.value)


def test_projects_that_never_close_are_left_to_be_read_as_a_whole() -> None:
    assert table_in_pieces(b'{"units": [\n' + b'"projects": [\n {\n' * 50_000, nobody) is None
