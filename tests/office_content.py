"""Office documents written and changed for tests of what reads them."""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

FILES = Path(__file__).parent / "core/exchange/office/files"
"""Documents of one content, saved by LibreOffice."""

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 ><office:body><office:spreadsheet><table:table table:name="表">{}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def saved(name: str) -> bytes:
    """Return a document saved by LibreOffice."""
    return (FILES / name).read_bytes()


def workbook(fill: Callable[[xlsxwriter.Workbook, Worksheet], None]) -> bytes:
    """Return an xlsx whose first sheet, 表, was filled."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book, book.add_worksheet("表"))
    return buffer.getvalue()


def changed(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return a package with some of its parts changed."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, parts[name](content) if name in parts else content)
    return buffer.getvalue()


def with_sheet(rows: str) -> bytes:
    """Return an xlsx whose only sheet has these rows, as XML."""
    body = f"<sheetData>{rows}</sheetData>".encode()
    name = "xl/worksheets/sheet1.xml"
    put = {name: lambda part: re.sub(rb"<sheetData.*(/>|</sheetData>)", lambda _: body, part, count=1)}
    return changed(workbook(lambda _, sheet: sheet.write(0, 0, "甲") and None), put)


def with_body(body: str) -> bytes:
    """Return a docx with this body, as XML."""
    buffer = BytesIO()
    docx.Document().save(buffer)
    content = f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()
    return changed(buffer.getvalue(), {"word/document.xml": lambda _: content})


def with_content(rows: str) -> bytes:
    """Return an ods whose only sheet has these rows, as XML."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", CONTENT.format(rows))
    return buffer.getvalue()
