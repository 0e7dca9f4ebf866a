"""The kind of an office document is told by its content, and what is not read is refused with the way out."""

import struct
import zipfile
from io import BytesIO

import pytest

from gzgoals.core.exchange.office.compound import MAGIC, alone
from gzgoals.core.exchange.office.kinds import OfficeKind, office_kind, refusal
from office_content import saved

KEY = '<manifest:file-entry><manifest:encryption-data manifest:checksum="…"/></manifest:file-entry>'


def package(**parts: str) -> bytes:
    """Return a package of parts, their names with _ for / and __ for a point."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name, content in parts.items():
            written.writestr(name.replace("__", ".").replace("_", "/"), content)
    return buffer.getvalue()


def open_document(kind: str, manifest: str = "") -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return package(mimetype=mimetype, content__xml="", **{"META-INF_manifest__xml": manifest})


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "docx"])
def test_saved_documents_are_known(kind: str) -> None:
    assert office_kind(saved(f"officer.{kind}")) is OfficeKind(kind)


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("Workbook", OfficeKind.XLS),
        ("Book", OfficeKind.XLS),
        ("EncryptedPackage", OfficeKind.ENCRYPTED),
        ("WordDocument", OfficeKind.OLD_TEXT),
        ("PowerPoint Document", OfficeKind.SLIDES),
        ("Contents", OfficeKind.OTHER_COMPOUND),
    ],
)
def test_old_documents_are_known_by_their_streams(stream: str, kind: OfficeKind) -> None:
    assert office_kind(alone(stream, b"")) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package(xl_workbook__bin=""), OfficeKind.OTHER_SHEET),
        (package(ppt_presentation__xml=""), OfficeKind.SLIDES),
        (package(readme__txt=""), OfficeKind.OTHER_PACKAGE),
        (package(mimetype="application/epub+zip", content__xml=""), OfficeKind.OTHER_PACKAGE),
        (package(), OfficeKind.OTHER_PACKAGE),
        (open_document("spreadsheet"), OfficeKind.ODS),
        (open_document("text"), OfficeKind.OTHER_TEXT),
        (open_document("presentation"), OfficeKind.SLIDES),
        (open_document("spreadsheet", KEY), OfficeKind.ENCRYPTED),
        (saved("officer.xlsx")[:-100], OfficeKind.DAMAGED),
        (MAGIC, OfficeKind.DAMAGED),
        (MAGIC + b"\0" * 2000, OfficeKind.DAMAGED),
    ],
)
def test_other_packages_are_known_by_their_parts(data: bytes, kind: OfficeKind) -> None:
    assert office_kind(data) is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package(OFD__xml=""), OfficeKind.OFD),
        (package(mimetype="application/vnd.oasis.opendocument.text"), OfficeKind.OTHER_TEXT),
        (b"{\\rtf1\\ansi a}", OfficeKind.RICH_TEXT),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", OfficeKind.WEB_ARCHIVE),
        (b"From: <Saved>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n", OfficeKind.WEB_ARCHIVE),
        (b"\x89PNG\r\n\x1a\n", OfficeKind.PICTURE),
        (b"\xff\xd8\xff\xe0", OfficeKind.PICTURE),
        (b"BM\x10\0\0\0\0\0\0\0", OfficeKind.PICTURE),
        (b"\0\0\0\x18ftypheic", OfficeKind.PICTURE),
    ],
)
def test_what_other_programs_save_is_known_by_its_beginning(data: bytes, kind: OfficeKind) -> None:
    assert office_kind(data) is kind


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", "项目".encode(), b"PK", b"BM" + b"a" * 20, b"Version: 1.0\n"])
def test_what_is_no_office_document_has_no_kind(data: bytes) -> None:
    assert office_kind(data) is None


def test_a_container_whose_sectors_go_round_is_damaged() -> None:
    data = bytearray(alone("Workbook", bytes(9000)))
    struct.pack_into("<I", data, 6 * 4096 + 4 * 4, 4)  # the directory's sector follows itself
    assert office_kind(bytes(data)) is OfficeKind.DAMAGED


@pytest.mark.parametrize(
    ("kind", "way_out"),
    [
        (OfficeKind.ENCRYPTED, "“表”设有密码，请先用原来的程序打开，取消密码后另存，再导入。"),
        (OfficeKind.OLD_TEXT, "“表”是旧版 Word 文档（.doc 或 .wps），请用 Word 或 WPS 打开，另存为 .docx 后再导入。"),
        (OfficeKind.DAMAGED, "“表”不完整或已损坏，请用原来的程序打开修复，另存后重试，或重新取得一份。"),
    ],
)
def test_a_refusal_names_the_file_and_says_what_to_do(kind: OfficeKind, way_out: str) -> None:
    assert str(refusal(kind, "表")) == way_out


@pytest.mark.parametrize("kind", OfficeKind)
def test_every_kind_can_be_refused_in_one_sentence(kind: OfficeKind) -> None:
    sentence = str(refusal(kind, "表"))
    assert sentence.startswith("“表”")
    assert sentence.endswith("。")
