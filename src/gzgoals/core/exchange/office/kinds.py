"""Which office document a file is, told by its content and never by its name, and what to say of those unread."""

import re
import zipfile
from enum import Enum
from io import BytesIO

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.office import compound
from gzgoals.core.exchange.office.packages import UNREADABLE, broken, locked, names_of

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BEGINNING = 4096
_MARKUP = (
    re.compile(rb"<(?:html|head|body|table)[\s>]", re.IGNORECASE),
    re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet"),
)
_MIMETYPE_BYTES = 200
_MANIFEST_BYTES = 1 << 20
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif|avif)",
    re.DOTALL,
)
_RICH_TEXT = b"{\\rtf"
_MIME = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*MIME-Version:", re.IGNORECASE)


class OfficeKind(Enum):
    """What a file with the beginning of an office document holds."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    MARKUP = "html"
    ENCRYPTED = "encrypted"
    OLD_TEXT = "doc"
    OTHER_TEXT = "odt"
    OTHER_SHEET = "xlsb"
    SLIDES = "ppt"
    OTHER_PACKAGE = "zip"
    OTHER_COMPOUND = "ole"
    OFD = "ofd"
    RICH_TEXT = "rtf"
    WEB_ARCHIVE = "mht"
    PICTURE = "picture"
    DAMAGED = "damaged"


_PARTS = (
    ("xl/workbook.xml", OfficeKind.XLSX),
    ("xl/workbook.bin", OfficeKind.OTHER_SHEET),
    ("word/document.xml", OfficeKind.DOCX),
    ("ppt/presentation.xml", OfficeKind.SLIDES),
    ("encrypted-package", OfficeKind.ENCRYPTED),
    ("ofd.xml", OfficeKind.OFD),
)
_STREAMS = (
    ("EncryptedPackage", OfficeKind.ENCRYPTED),
    ("Workbook", OfficeKind.XLS),
    ("Book", OfficeKind.XLS),
    ("WordDocument", OfficeKind.OLD_TEXT),
    ("PowerPoint Document", OfficeKind.SLIDES),
)
_REFUSED = {
    OfficeKind.OLD_TEXT: "“{}”是旧版 Word 文档（.doc 或 .wps），请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
    OfficeKind.OTHER_TEXT: "“{}”是 OpenDocument 文档，请打开后另存为 .docx 或 .xlsx 再导入。",
    OfficeKind.OTHER_SHEET: "“{}”是二进制工作簿（.xlsb），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    OfficeKind.SLIDES: "“{}”是演示文稿，其中没有可导入的表格文档，请选择 Excel、Word 或 PDF 文件。",
    OfficeKind.OTHER_PACKAGE: "“{}”是压缩包或其他程序的文件，请先解压，再选择其中的 Excel、Word 或 PDF 文件。",
    OfficeKind.OTHER_COMPOUND: "“{}”不是 Excel 或 Word 文档，请用原来的程序打开，另存为 .xlsx 或 .docx 后再导入。",
    OfficeKind.OFD: "“{}”是 OFD 版式文件，请用 OFD 阅读器打开，导出（或打印）为 PDF 后再导入。",
    OfficeKind.RICH_TEXT: "“{}”是 RTF 文档，请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
    OfficeKind.WEB_ARCHIVE: "“{}”是单个文件网页（.mht），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
    OfficeKind.PICTURE: "“{}”是图片，其中的文字无法直接读入，请先用文字识别软件转成 Excel 或 Word 文件，再导入。",
}


def office_kind(data: bytes) -> OfficeKind | None:
    """Return which office document the bytes are, None when they do not begin like one."""
    if data.startswith(compound.MAGIC):
        return _kind_of_compound(data)
    if data.startswith(_ZIP):
        return _kind_of_package(data)
    return _kind_of_beginning(data[:_BEGINNING])


def refusal(kind: OfficeKind, source: str) -> BadFileError:
    """Return the error for a kind that there is no reader for, saying what to do with the file."""
    if kind is OfficeKind.ENCRYPTED:
        return locked(source)
    return BadFileError(_REFUSED[kind].format(source)) if kind in _REFUSED else broken(source)


def _kind_of_beginning(beginning: bytes) -> OfficeKind | None:
    if _PICTURE.match(beginning):
        return OfficeKind.PICTURE
    if beginning.startswith(_RICH_TEXT):
        return OfficeKind.RICH_TEXT
    if _MIME.match(beginning):
        return OfficeKind.WEB_ARCHIVE
    return OfficeKind.MARKUP if _is_markup(beginning) else None


def _is_markup(beginning: bytes) -> bool:
    """Tell a web page or an XML spreadsheet: budget systems export tables so under the name of a workbook."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning[2:].replace(b"\0", b"")
    beginning = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    return beginning.startswith(b"<") and any(mark.search(beginning) for mark in _MARKUP)


def _kind_of_compound(data: bytes) -> OfficeKind:
    try:
        names = compound.Compound(data).names
    except compound.BrokenCompoundError:
        return OfficeKind.DAMAGED
    return next((kind for name, kind in _STREAMS if name in names), OfficeKind.OTHER_COMPOUND)


def _kind_of_package(data: bytes) -> OfficeKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if any(part.flag_bits & 1 for part in package.infolist()):
                return OfficeKind.ENCRYPTED
            names = names_of(package)
            for name, kind in _PARTS:
                if name in names:
                    return kind
            return _open_document(package, names)
    except UNREADABLE:
        return OfficeKind.DAMAGED


def _open_document(package: zipfile.ZipFile, names: dict[str, str]) -> OfficeKind:
    if "mimetype" not in names:
        return OfficeKind.OTHER_PACKAGE
    with package.open(names["mimetype"]) as stream:
        kind = stream.read(_MIMETYPE_BYTES)
    if not kind.startswith(_OPEN_DOCUMENT):
        return OfficeKind.OTHER_PACKAGE
    if "meta-inf/manifest.xml" in names:
        with package.open(names["meta-inf/manifest.xml"]) as stream:
            if b"encryption-data" in stream.read(_MANIFEST_BYTES):
                return OfficeKind.ENCRYPTED
    kind = kind.removeprefix(_OPEN_DOCUMENT)
    if kind.startswith(b"spreadsheet"):
        return OfficeKind.ODS
    return OfficeKind.SLIDES if kind.startswith(b"presentation") else OfficeKind.OTHER_TEXT
