"""Office documents changed at random are read or refused with a sentence; nothing else comes out."""

import contextlib
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office.documents import read_document_grids
from gzgoals.core.exchange.office.kinds import office_kind
from gzgoals.core.exchange.office.sheets import read_sheet_grids
from office_content import changed, saved

Change = Callable[[bytes], bytes]

CLAIMS = (b"99999999999", b"-1", b"XFD1048576", b'"', b"<", b"</", b"&#88;", b"1e999", b"\xff" * 4, b"\0" * 4, b"\x80")
NAMES = ("officer.xlsx", "officer.xls", "officer.ods", "officer.docx")
PACKAGES = ("officer.xlsx", "officer.ods", "officer.docx")


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change of bytes: flipped, cut, or with something put in, at places drawn as parts of the whole."""
    steps = draw(st.lists(st.tuples(st.floats(0, 1), st.sampled_from("fci"), st.integers(0, 255)), min_size=1))

    def change(data: bytes) -> bytes:
        for part, way, number in steps:
            place = int(part * len(data))
            if way == "f":
                data = data[:place] + bytes([number]) + data[place + 1 :]
            elif way == "c":
                data = data[:place] + data[place + number :]
            else:
                data = data[:place] + CLAIMS[number % len(CLAIMS)] + data[place:]
        return data

    return change


def read_or_refuse(data: bytes, name: str) -> None:
    office_kind(data)
    with contextlib.suppress(BadFileError):
        (read_document_grids if name.endswith("docx") else read_sheet_grids)(data, name)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(change=changes())
def test_a_changed_file_is_read_or_refused(name: str, change: Change) -> None:
    read_or_refuse(change(saved(name)), name)


@pytest.mark.parametrize("name", PACKAGES)
@settings(deadline=None, max_examples=60)
@given(change=changes(), part=st.integers(0, 1000))
def test_a_package_with_a_changed_part_is_read_or_refused(name: str, change: Change, part: int) -> None:
    data = saved(name)
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [each for each in package.namelist() if each.endswith((".xml", ".rels"))]
    read_or_refuse(changed(data, {names[part % len(names)]: change}), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", range(0, 95, 7))
def test_a_file_cut_anywhere_is_refused(name: str, part: int) -> None:
    data = saved(name)
    with pytest.raises(BadFileError):
        (read_document_grids if name.endswith("docx") else read_sheet_grids)(data[: len(data) * part // 100], name)
