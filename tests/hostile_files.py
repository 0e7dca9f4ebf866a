"""Files that are broken or were made to harm, each a name and what makes its bytes; none of them is a table.

Large ones are made only when they are asked for.
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from gzgoals.core.exchange.office.compound import alone
from office_content import changed, saved, with_body, with_content, with_sheet, workbook

DEEP = 200_000
_OWN = {"format": "gzgoals", "version": 1, "year": 2026}
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))


def own(**fields: object) -> bytes:
    return json.dumps({**_OWN, **fields}, ensure_ascii=False).encode()


def nested(beginning: str, end: str, depth: int = DEEP) -> str:
    return beginning * depth + end * depth


def book(content: str, declared: str = "") -> bytes:
    """Return an XML spreadsheet."""
    return f'<?xml version="1.0"?>{declared}<Workbook xmlns="{_SPREADSHEET}">{content}</Workbook>'.encode()


def site(content: str) -> bytes:
    """Return a web page."""
    return f"<html>{content}</html>".encode()


def pdf(*objects: str | bytes, root: int = 1) -> bytes:
    """Return a PDF of these objects, numbered from 1, with a true table of their places."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + (content.encode() if isinstance(content, str) else content) + b"\nendobj\n"
    begin = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, begin)
    return bytes(out)


def stream(content: bytes, more: str = "", *, rounds: int = 1) -> bytes:
    """Return a stream that is packed so many times over."""
    for _ in range(rounds):
        content = zlib.compress(content, 9)
    filters = "/FlateDecode " * rounds
    return f"<< /Length {len(content)} /Filter [{filters}] {more} >>\nstream\n".encode() + content + b"\nendstream"


def page(contents: bytes, box: str = "[0 0 595 842]") -> bytes:
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        contents,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def packed(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts:
            package.writestr(name, content)
    return out.getvalue()


def _plain_workbook() -> bytes:
    return workbook(lambda _, sheet: sheet.write(0, 0, "甲") and None)


def large_zip(claims: int | None = None) -> bytes:
    """Return a workbook one part of which unpacks to a gigabyte, and may claim that it has less."""
    out = io.BytesIO(_plain_workbook())
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as package,
        package.open("xl/media/a.bin", "w") as part,
    ):
        for _ in range(1024):
            part.write(bytes(1 << 20))
    data = bytearray(out.getvalue())
    if claims is not None:
        for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            struct.pack_into("<I", data, data.rindex(mark) + place, claims)
    return bytes(data)


def overlapping_zip(count: int = 20_000) -> bytes:
    """Return a zip thousands of whose entries are one and the same megabyte of packed data."""
    inner = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(8 << 20)
    packed_content = inner.compress(content) + inner.flush()
    name = b"xl/workbook.xml"
    sums = (zlib.crc32(content), len(packed_content), len(content), len(name))
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, *sums, 0) + name + packed_content
    entries = b""
    for number in range(count):
        other = name if number == 0 else b"%015d" % number
        entries += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, *sums, 0, 0, 0, 0, 0, 0) + other
    most = min(count, 0xFFFF)
    return local + entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, most, most, len(entries), len(local), 0)


def nested_zip(depth: int = 6) -> bytes:
    """Return zips in a zip that together would unpack to many gigabytes."""
    data = packed(("0.xml", bytes(10 << 20)))
    for number in range(depth):
        data = packed(*((f"{number}-{place}.zip", data) for place in range(10)), method=zipfile.ZIP_STORED)
        if len(data) > 1 << 20:
            data = packed(("0.zip", data))
    return data


def quine_zip() -> bytes:
    """Return a workbook whose parts all begin where another one does, as in a zip that holds itself."""
    data = bytearray(_plain_workbook())
    place = data.index(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", data, place + 42, 0)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def _part(name: str, part: str, change: Callable[[bytes], bytes]) -> bytes:
    return changed(saved(name), {part: change})


def _scan() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.save()
    return out.getvalue()


def _locked_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=pdfencrypt.StandardEncryption("word"))
    canvas.drawString(100, 100, "secret")
    canvas.save()
    return out.getvalue()


def _page_tree_ring() -> bytes:
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 /Parent 2 0 R >>",
    )


def _form_ring() -> bytes:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R /Y 5 0 R >> >>"
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 6 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        stream(b"/Y Do /Y Do /Y Do " * 9, form),
        stream(b"/X Do /X Do /X Do " * 9, form),
        stream(b"/X Do " * 9),
    )


def _doubling_forms(levels: int = 30) -> bytes:
    """Return a PDF each form of which draws the next one twice: a billion texts from a few kilobytes."""
    forms: list[str | bytes] = [
        stream(
            b"/X Do /X Do",
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 5} 0 R >> >>",
        )
        for number in range(levels)
    ]
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        "<< >>",
        *forms,
        stream(b"0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
    )


def _many_pages(count: int = 100_000) -> bytes:
    kids = "3 0 R " * count
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream(b"0 0 m 9 9 l S " * 2000),
    )


SMALL: Mapping[str, Callable[[], bytes]] = {
    "空.gzgoals": lambda: b"",
    "空.pdf": lambda: b"",
    "空.xlsx": lambda: b" \r\n",
    "截断.gzgoals": lambda: own(department="法院")[:-9],
    "截断.pdf": lambda: page(stream(b"BT /F 9 Tf (a) Tj ET"))[:40],
    "截断.xlsx": lambda: saved("officer.xlsx")[:3000],
    "截断.xls": lambda: saved("officer.xls")[:3000],
    "截断.ods": lambda: saved("officer.ods")[:3000],
    "截断.docx": lambda: saved("officer.docx")[:3000],
    "改名的图片.pdf": lambda: b"\x89PNG\r\n\x1a\n" + bytes(99),
    "改名的程序.xlsx": lambda: b"MZ\x90\0\x03" + bytes(range(256)) * 9,
    "改名的PDF.gzgoals": lambda: page(stream(b"")),
    "改名的工作簿.gzgoals": lambda: saved("officer.xlsx"),
    "改名的表.pdf": lambda: own(units=7),
    "编码.gzgoals": lambda: own(department="法院").decode().encode("gbk"),
    "编码.txt": lambda: b"\xff\xff\xfa\x81\xff" * 99,
    "双字节.gzgoals": lambda: own().decode().encode("utf-16"),
    "新版本.gzgoals": lambda: own(version=99),
    "巨数.gzgoals": lambda: b'{"format":"gzgoals","version":1,"year":' + b"9" * 1_000_000 + b"}",
    "巨数版本.gzgoals": lambda: b'{"format":"gzgoals","year":2026,"version":' + b"9" * 1_000_000 + b"}",
    "无穷.gzgoals": lambda: b'{"format":"gzgoals","version":1,"year":1e999}',
    "半个字.gzgoals": lambda: b'{"format":"gzgoals","version":1,"year":2026,"department":"\\ud800"}',
    "深.gzgoals": lambda: nested("[", "]").encode(),
    "深处.gzgoals": lambda: own(later=0)[:-2] + nested('{"a":', "}").replace(":}", ":0}", 1).encode() + b"}",
    "深.json": lambda: nested('{"a":[', "]}").encode(),
    "深.xml": lambda: book(nested("<a>", "</a>")),
    "深.html": lambda: site(f"<table><tr><td>{nested('<div>', '</div>')}</table>"),
    "深表.html": lambda: site(nested("<table><tr><td>", "</table>", 20_000)),
    "深.xlsx": lambda: with_sheet(nested("<row><c>", "</c></row>")),
    "深.ods": lambda: with_content(nested("<a>", "</a>")),
    "深.docx": lambda: with_body(nested("<w:p><w:r>", "</w:r></w:p>")),
    "深表.docx": lambda: with_body(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80)),
    "深.rtf": lambda: b"{\\rtf1" + b"{" * DEEP,
    "实体.xml": lambda: book("&l9;", f"<!DOCTYPE a [{_LAUGHS}]>"),
    "外部实体.xml": lambda: book(
        "<Worksheet><Table><Row><Cell><Data>&e;</Data></Cell></Row></Table></Worksheet>",
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    ),
    "实体.xlsx": lambda: _part(
        "officer.xlsx", "xl/sharedStrings.xml", lambda part: part.replace(b"?>", f"?><!DOCTYPE a [{_LAUGHS}]>".encode())
    ),
    "实体.docx": lambda: _part(
        "officer.docx", "word/document.xml", lambda part: part.replace(b"?>", f"?><!DOCTYPE a [{_LAUGHS}]>".encode(), 1)
    ),
    "远格.xlsx": lambda: with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "远格.ods": lambda: with_content(
        '<table:table-row table:number-rows-repeated="1048575"/><table:table-row>'
        '<table:table-cell table:number-columns-repeated="16383"/><table:table-cell><text:p>1</text:p>'
        "</table:table-cell></table:table-row>"
    ),
    "满格.ods": lambda: with_content(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'
    ),
    "宽格.docx": lambda: with_body(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    ),
    "宽格.html": lambda: b'<html><table><tr><td colspan="9999999" rowspan="9999999">1</table>',
    "空格数.ods": lambda: with_content(
        "<table:table-row>"
        + '<table:table-cell><text:p><text:s text:c="1048576"/></text:p></table:table-cell>' * 2000
        + "</table:table-row>"
    ),
    "嵌套.zip": lambda: nested_zip(3),
    "重叠.xlsx": overlapping_zip,
    "自含.xlsx": quine_zip,
    "许多部分.xlsx": lambda: packed(("xl/workbook.xml", b""), *((f"{n}.xml", b"") for n in range(30_000))),
    "旧文档.doc": lambda: alone("WordDocument", bytes(4096)),
    "旧文档.wps": lambda: alone("WordDocument", bytes(4096)),
    "旧表.et": lambda: alone("Workbook", bytes(4096)),
    "演示.ppt": lambda: alone("PowerPoint Document", bytes(4096)),
    "加密.docx": lambda: alone("EncryptedPackage", bytes(4096)),
    "别的.msi": lambda: alone("甲", bytes(4096)),
    "成环.xls": lambda: alone("Workbook", bytes(9999)).replace(struct.pack("<I", 2), struct.pack("<I", 1)),
    "加密.pdf": _locked_pdf,
    "扫描.pdf": _scan,
    "页环.pdf": _page_tree_ring,
    "空页树.pdf": lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2147483647 >>"),
    "无根.pdf": lambda: pdf("<< >>", root=9),
    "大页.pdf": lambda: page(stream(b"BT /F 9 Tf (a) Tj ET"), "[0 0 1e9 1e9]"),
    "怪页.pdf": lambda: page(stream(b"BT /F 9 Tf (a) Tj ET"), "[nan -1e38 1e38 0]"),
}
"""Files that are made and read in no time."""

LARGE: Mapping[str, Callable[[], bytes]] = {
    "十亿字节.xlsx": large_zip,
    "十亿字节谎报.xlsx": lambda: large_zip(claims=10),
    "深嵌套.zip": nested_zip,
    "包中包.pdf": lambda: page(stream(b"0 0 m 9 9 l S " * (30 << 20), rounds=2)),
    "千万字.pdf": lambda: page(stream(b"BT /F 9 Tf 9 9 Td " + b"(abcdefgh) Tj " * 1_500_000 + b"ET")),
    "千万线.pdf": lambda: page(stream(b"".join(b"%d %d m 9 9 l S " % (n % 600, n % 800) for n in range(3_000_000)))),
    "千万格.pdf": lambda: page(
        stream(b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n, n, n, n) for n in range(595)) * 400)
    ),
    "形环.pdf": _form_ring,
    "倍增.pdf": _doubling_forms,
    "百万物.pdf": lambda: pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages >>", *["<< >>"] * 1_000_000),
    "十万页.pdf": _many_pages,
    "深页树.pdf": lambda: pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        *(f"<< /Type /Pages /Kids [{number + 3} 0 R] /Count 1 >>" for number in range(DEEP)),
    ),
    "深物.pdf": lambda: page(b"<< /A " + b"[" * DEEP + b"]" * DEEP + b" >>"),
    "亿个零.gzgoals": lambda: b'{"format":"gzgoals","version":1,"year":2026,"a":[' + b"0," * (100 << 20) + b"0]}",
    "千万空项.gzgoals": lambda: b'{"format":"gzgoals","version":1,"year":2026,"a":[' + b"{}," * (20 << 20) + b"0]}",
    "千万空单位.gzgoals": lambda: own(units=[])[:-2] + b"{}," * (5 << 20) + b"{}]}",
    "长文.gzgoals": lambda: own(department="")[:-2] + b"a" * (400 << 20) + "𠮷".encode() + b'"}',
    "长行.txt": lambda: "项目支出绩效目标表 ".encode() * 5_000_000,
    "百万行.txt": lambda: "合计 1.00 1.00\n".encode() * 2_000_000,
    "许多制表符.txt": lambda: b"1\t" * 20_000_000 + b"\n1\t2",
    "百万引号.txt": lambda: b'"a\tb\n' * 200_000,
    "百万格.html": lambda: b"<html><table>" + b"<tr><td>1<td>2" * 1_000_000,
    "百万表.html": lambda: b"<html>" + b"<table><tr><td>1</table>" * 100_000,
    "百万行.xml": lambda: book(
        f"<Worksheet><Table>{'<Row><Cell><Data>1</Data></Cell></Row>' * 1_000_000}</Table></Worksheet>"
    ),
    "百万行.xlsx": lambda: with_sheet(
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="D{n}"><v>2</v></c></row>' for n in range(1, 1_000_001))
    ),
    "百万段.docx": lambda: with_body("<w:p><w:r><w:t>1</w:t></w:r></w:p>" * 500_000),
    "百万行.docx": lambda: with_body(
        f"<w:tbl>{'<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>' * 300_000}</w:tbl>"
    ),
    "全零.bin": lambda: bytes(300 << 20),
}
"""Files that cost: a gigabyte from a few megabytes, millions of anything."""
