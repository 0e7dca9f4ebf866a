"""Office documents that are zip packages, looked through before any library is allowed to unpack them."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from zlib import error as DeflateError

from gzgoals.core.errors import BadFileError

MOST_BYTES = 256 << 20
"""What a package may unpack to, in bytes: a sheet of 100,000 rows takes half of it."""

UNREADABLE = (zipfile.BadZipFile, DeflateError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What reading a damaged zip raises."""

_CHUNK = 1 << 20
_MOST_PARTS = 20_000
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN = tuple(
    word.encode(coding)
    for word in _DECLARATIONS
    for coding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)
_KEPT = max(map(len, _FORBIDDEN))  # bytes that a declaration broken over two chunks may begin in
_MARKUP = (".xml", ".rels", ".vml")

_BROKEN = "“{}”不完整或已损坏，请用原来的程序打开修复，另存后重试，或重新取得一份。"
_LOCKED = "“{}”设有密码，请先用原来的程序打开，取消密码后另存，再导入。"
_HUGE = "“{}”解压后异常巨大，疑为损坏或恶意文件，未予打开；请用原来的程序打开，另存一份后重试。"
_WIDE = "“{}”中有内容的单元格相距过远，疑为损坏或恶意文件，未予打开；请删去表格之外的零星内容，另存后重试。"
_ENTITIES = "“{}”含有不应出现的实体声明，疑为恶意文件，未予打开；请用原来的程序打开，另存一份后重试。"


class Package:
    """A zip package every part of which is whole, of bearable size, and free of entities.

    Parts are asked for by their names in lower case, parted by /; some writers differ in both.
    """

    def __init__(self, data: bytes, source: str) -> None:
        """Look the package through; raises `BadFileError` naming `source` where a part is not as it must be."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            parts = self._zip.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise locked(source)
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise BadFileError(_HUGE.format(source))
            for part in parts:
                _look_through(self._zip, part, source)
        except UNREADABLE as error:
            raise broken(source) from error
        self._names = names_of(self._zip)
        self._source = source

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def part(self, name: str) -> bytes:
        """Return the bytes of a part; raises `BadFileError` when there is none of that name."""
        if name not in self:
            raise broken(self._source)
        return self._zip.read(self._names[name.lower()])


def packed(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Return a package of some parts: one that all libraries read alike, whatever its original was made to hide."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in dict(parts).items():
            package.writestr(name, data)
    return buffer.getvalue()


def broken(source: str) -> BadFileError:
    """Return the error for an office file that cannot be read to its end."""
    return BadFileError(_BROKEN.format(source))


def locked(source: str) -> BadFileError:
    """Return the error for a file under a password."""
    return BadFileError(_LOCKED.format(source))


def too_wide(source: str) -> BadFileError:
    """Return the error for a table that claims cells far outside what anyone fills in."""
    return BadFileError(_WIDE.format(source))


def names_of(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the parts by how they are looked for: lower case, parted by /."""
    return {name.replace("\\", "/").lower(): name for name in package.namelist()}


def _look_through(package: zipfile.ZipFile, part: zipfile.ZipInfo, source: str) -> None:
    """Read a part to its end, which checks its true size and sum, and refuse declarations of entities in markup."""
    markup = part.filename.lower().endswith(_MARKUP)
    before = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if markup and any(word in before + chunk for word in _FORBIDDEN):
                raise BadFileError(_ENTITIES.format(source))
            before = chunk[-_KEPT:]
