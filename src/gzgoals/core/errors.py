"""The errors that reach the user, each carrying one Chinese sentence that says what to do.

    GzgoalsError
    ├── FileTroubleError    a file cannot be read or written (permission, disk, not found)
    │   └── ChangedOnDiskError  someone else has saved the file since it was read
    ├── BadFileError        a file was read but is not what it should be
    │   └── NewerFileError  it was written by a newer gzgoals
    ├── BadClipboardError   the clipboard holds what cannot be pasted
    └── PlaceGoneError      an edit names a unit, project or indicator that is no longer in the table

Errors are raised low with these types and caught once, high up: in `cli.main` and in the window.
"""

import errno
from pathlib import Path


class GzgoalsError(Exception):
    """The root: `str(error)` is a whole Chinese sentence, fit to be shown as it is."""


class FileTroubleError(GzgoalsError):
    """The system refused to read or write a file."""

    @classmethod
    def of(cls, error: OSError, path: Path, doing: str) -> "FileTroubleError":
        """Turn an `OSError` met while `doing` (打开, 保存, …) into what the user can do about it."""
        advice = _ADVICE.get(error.errno or 0, "请检查磁盘或网络驱动器后重试，或换一个位置。")
        return cls(f"无法{doing}“{path}”：{advice}")


class ChangedOnDiskError(FileTroubleError):
    """The file holds something else than what was read from it or last written to it."""

    @classmethod
    def of_file(cls, path: Path) -> "ChangedOnDiskError":
        """Say that the file at `path` has been changed by someone else."""
        return cls(f"“{path}”在您打开之后已被他人改动，没有覆盖。请载入新的内容，或另存为其他文件。")


class BadFileError(GzgoalsError):
    """The content of a file is not what its reader expects."""


class NewerFileError(BadFileError):
    """The file was written by a newer version of the program."""


class BadClipboardError(GzgoalsError):
    """The clipboard holds what cannot be pasted."""


class PlaceGoneError(GzgoalsError):
    """An edit names something that the table no longer holds."""


_ADVICE = {
    errno.ENOENT: "文件或所在文件夹不存在，请核对路径。",
    errno.EACCES: "没有权限，请换一个文件夹，或请管理员开放权限。",
    errno.EPERM: "没有权限，请换一个文件夹，或请管理员开放权限。",
    errno.EISDIR: "这是一个文件夹，请指定其中的文件。",
    errno.ENOTDIR: "路径中有一段不是文件夹，请核对路径。",
    errno.ENOSPC: "磁盘已满，请清理空间，或换一个位置。",
    errno.EDQUOT: "磁盘配额已用完，请清理空间，或换一个位置。",
    errno.EROFS: "该位置是只读的，请换一个可写的文件夹。",
    errno.ENAMETOOLONG: "文件名或路径过长，请缩短后重试。",
    errno.ELOOP: "该链接指向自身，请改用实际的文件。",
}
