"""Old workbooks are looked through record by record before they are handed over."""

import struct

import pytest

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office.compound import BrokenCompoundError, Compound, alone
from gzgoals.core.exchange.office.sheets import read_sheet_grids
from office_content import saved

NUMBER, DIMENSIONS, STRINGS, CODEPAGE, PASSWORD = 0x27E, 0x200, 0xFC, 0x42, 0x2F


def stream() -> bytearray:
    return bytearray(Compound(saved("officer.xls")).stream("Workbook"))


def record(data: bytearray, kind: int) -> int:
    """Return where the content of the first record of a kind begins."""
    place = 0
    while True:
        found, length = struct.unpack_from("<HH", data, place)
        if found == kind:
            return place + 4
        place += 4 + length


def read(data: bytearray) -> list[tuple[str, ...]]:
    grids = read_sheet_grids(alone("Workbook", bytes(data)), "表.xls")
    return [row.cells for row in grids[0].rows]


def test_a_stream_alone_in_its_container_is_whole() -> None:
    content = bytes(range(256)) * 40
    assert Compound(alone("Workbook", content)).stream("Workbook")[: len(content)] == content


def test_a_large_stream_alone_in_its_container_is_whole() -> None:
    content = bytes(range(256)) * 40_000
    container = Compound(alone("Workbook", content))
    assert container.names == {"Workbook"}
    assert container.stream("Workbook")[: len(content)] == content


def test_a_stream_that_is_not_there_is_broken() -> None:
    with pytest.raises(BrokenCompoundError):
        Compound(alone("Workbook", b"")).stream("Book")


def test_claimed_dimensions_are_not_believed() -> None:
    data = stream()
    before = read(data)
    struct.pack_into("<IIHH", data, record(data, DIMENSIONS), 0, 0xFFFFFFFF, 0, 0xFFFF)
    assert read(data) == before


def test_a_cell_claimed_far_away_is_refused() -> None:
    data = stream()
    struct.pack_into("<HH", data, record(data, NUMBER), 0xFFFF, 0xFFFF)
    with pytest.raises(BadFileError, match=r"“表.xls”中有内容的单元格相距过远"):
        read(data)


def test_a_claimed_count_of_strings_is_not_believed() -> None:
    data = stream()
    struct.pack_into("<I", data, record(data, STRINGS) + 4, 0xFFFFFFFF)
    with pytest.raises(BadFileError, match=r"“表.xls”不完整或已损坏"):
        read(data)


def test_a_workbook_under_a_password_is_told_from_a_damaged_one() -> None:
    data = stream()
    struct.pack_into("<H", data, record(data, CODEPAGE) - 4, PASSWORD)
    with pytest.raises(BadFileError, match=r"“表.xls”设有密码"):
        read(data)


def test_records_cut_short_are_refused() -> None:
    with pytest.raises(BadFileError, match=r"“表.xls”不完整或已损坏"):
        read(stream()[:3000])
