"""An office's rules file: found, read and taken apart; a broken one is told and counts for nothing."""

import stat
from collections.abc import Sequence
from pathlib import Path

from gzgoals.core.checks.offices.lined_json import Members, NotJsonError, parse_lined
from gzgoals.core.checks.offices.understanding import OfficeRules, understood
from gzgoals.core.checks.terms.office import built_in_office
from gzgoals.core.errors import FileTroubleError
from gzgoals.core.resources import resource

OFFICE_FILE = "检查规则.json"
"""What the file is called that counts for the tables beside it."""

NO_OFFICE_FILE = "-"
"""What is chosen in place of a path where no file is to count, not even one beside the table."""

TOLD = 20
"""How many complaints are told one by one."""

_LARGEST = 1024 * 1024


def office_file_for(chosen: str, table: Path | None) -> Path | None:
    """Return the rules file that counts for the table at a path: the chosen one, else one beside it, else none."""
    if chosen:
        return None if chosen == NO_OFFICE_FILE else Path(chosen)
    beside = table.parent / OFFICE_FILE if table else None
    return beside if beside and beside.exists() else None


def example_office_file() -> str:
    """Return the text of a file to begin from: everything that can be set, explained, and nothing set yet."""
    return resource("office-rules.jsonc").read_text(encoding="utf-8")


def read_office(path: Path) -> OfficeRules:
    """Return the rules in the file at `path`; one that cannot be read or is broken is told and counts for nothing."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _broken(f"“{path.name}”是一个文件夹，请指定其中的规则文件")
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return _broken(f"“{path.name}”不是文件或超过 1 MB，不像是规则文件，请另选一个")
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # a path with a null in it is no path
        trouble = error if isinstance(error, OSError) else OSError()
        return _broken(str(FileTroubleError.of(trouble, path, "打开")).rstrip("。"))
    return parse_office(data)


def parse_office(data: bytes) -> OfficeRules:
    """Return the rules that the bytes of a file hold, in UTF-8 or in the encodings of Chinese text editors."""
    try:
        whole = parse_lined(_decoded(data))
    except NotJsonError as error:
        return _broken(f"第 {error.line} 行的写法有误，请核对引号、逗号和括号是否成对")
    except UnicodeDecodeError:
        return _broken("规则文件不是文本文件，请用文本编辑器另存为 UTF-8 编码")
    if not isinstance(whole.value, Members):
        return _broken("规则文件应以花括号 { } 括起全部内容，可用“写一个示例”生成的文件作为起点")
    return understood(whole.value)


def told(complaints: Sequence[str]) -> tuple[str, ...]:
    """Return the complaints that are told one by one, and how many more there are."""
    rest = len(complaints) - TOLD
    return (*complaints[:TOLD], f"……另有 {rest} 处。") if rest > 0 else tuple(complaints)


def _broken(why: str) -> OfficeRules:
    return OfficeRules(built_in_office(), (f"{why}；暂按内置规则检查。",))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")
