"""A lock on an open file that the system takes away when the process dies, however it dies."""

import errno
import os
import sys

_FAR = 0x7FFF_0000
"""Where Windows locks a byte: far behind the content, for what it locks no one else can read."""

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def try_lock(number: int) -> bool | None:
    """Lock the open file with this number for this process.

    Tell whether it is ours now, False where another process has it, None where the disk knows no such locks.
    """
    try:
        _lock(number)
    except OSError as error:
        return False if error.errno in _TAKEN else None
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        place = os.lseek(number, 0, os.SEEK_CUR)
        os.lseek(number, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(number, place, os.SEEK_SET)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
