"""What a process may take of the machine, where the system lets this be said."""

import sys
from contextlib import suppress


def limit_memory(most: int) -> None:
    """See that this process never has more than `most` bytes; what asks for more then gets a `MemoryError`.

    Linux counts the addresses that are reserved, Windows the memory that is committed; macOS keeps no such promise.
    """
    with suppress(OSError, ValueError):  # a system that refuses leaves the reading its time limit
        _limit(most)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS, _PROCESS_MEMORY = 9, 0x100

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def _limit(most: int) -> None:
        """Put this process into a job of its own, which holds until the process ends."""
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.CreateJobObjectW.restype = system.GetCurrentProcess.restype = wintypes.HANDLE
        system.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        system.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _Extended(process_memory=most)
        limits.basic.flags = _PROCESS_MEMORY
        job = system.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        if system.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size):
            system.AssignProcessToJobObject(job, system.GetCurrentProcess())

else:
    import resource

    def _limit(most: int) -> None:
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hardest < 0 else min(most, hardest), hardest))
