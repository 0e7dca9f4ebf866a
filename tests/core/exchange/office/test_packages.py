"""Packages are looked through before any library unpacks them."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office import packages
from gzgoals.core.exchange.office.documents import read_document_grids
from gzgoals.core.exchange.office.packages import Package, packed
from gzgoals.core.exchange.office.sheets import read_sheet_grids
from gzgoals.core.exchange.source import Grid
from office_content import changed, saved

Reader = Callable[[bytes, str], tuple[Grid, ...]]

MAIN: list[tuple[Reader, str, str]] = [
    (read_sheet_grids, "officer.xlsx", "xl/worksheets/sheet2.xml"),
    (read_sheet_grids, "officer.ods", "content.xml"),
    (read_document_grids, "officer.docx", "word/document.xml"),
]


READERS = [(read, name) for read, name, _ in MAIN]


def declared(part: bytes) -> bytes:
    """Return markup with an entity declared before its root."""
    begin = part.index(b"?>") + 2
    return part[:begin] + b'<!DOCTYPE a [<!ENTITY b "c">]>' + part[begin:]


@pytest.mark.parametrize(("read", "name", "part"), MAIN)
def test_declared_entities_are_refused(read: Reader, name: str, part: str) -> None:
    with pytest.raises(BadFileError, match=f"“{name}”含有不应出现的实体声明"):
        read(changed(saved(name), {part: declared}), name)


@pytest.mark.parametrize(("read", "name", "part"), MAIN)
def test_a_package_that_unpacks_to_too_much_is_refused(
    read: Reader, name: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "MOST_BYTES", 1 << 20)
    bomb = changed(saved(name), {part: lambda content: content + b" " * (1 << 20)})
    with pytest.raises(BadFileError, match=f"“{name}”解压后异常巨大"):
        read(bomb, name)


@pytest.mark.parametrize(("read", "name"), READERS)
def test_a_package_cut_short_is_refused(read: Reader, name: str) -> None:
    with pytest.raises(BadFileError, match=f"“{name}”不完整或已损坏"):
        read(saved(name)[:-30], name)


@pytest.mark.parametrize(("read", "name", "part"), MAIN)
def test_markup_that_ends_too_early_is_refused(read: Reader, name: str, part: str) -> None:
    with pytest.raises(BadFileError, match=f"“{name}”不完整或已损坏"):
        read(changed(saved(name), {part: lambda content: content[:-20]}), name)


@pytest.mark.parametrize(("read", "name"), READERS)
def test_an_encrypted_part_is_told_from_a_damaged_one(read: Reader, name: str) -> None:
    data = bytearray(saved(name))
    with zipfile.ZipFile(BytesIO(data)) as package:
        entry = package.start_dir
    data[entry + 8] |= 1
    with pytest.raises(BadFileError, match=f"“{name}”设有密码"):
        read(bytes(data), name)


def test_an_entity_declared_over_two_chunks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_CHUNK", 7)
    with pytest.raises(BadFileError):
        Package(packed({"a.xml": b"<?xml version='1.0'?><!DOCTYPE a><a/>"}), "表")


def test_parts_are_found_however_their_names_are_written() -> None:
    package = Package(packed({"XL\\Workbook.xml": b"<a/>"}), "表")
    assert "xl/workbook.xml" in package
    assert package.part("xl/workbook.xml") == b"<a/>"


def test_a_missing_part_is_a_damaged_file() -> None:
    with pytest.raises(BadFileError, match="“表”不完整或已损坏"):
        Package(packed({}), "表").part("xl/workbook.xml")
