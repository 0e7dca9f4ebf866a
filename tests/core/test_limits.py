"""A limit on memory holds in the process that took it on."""

import sys

import pytest

from other_process import another_process


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and Windows keep the promise, and Linux is at hand")
def test_what_asks_for_more_is_refused() -> None:
    code = """
from gzgoals.core.limits import limit_memory
limit_memory(1 << 29)
try:
    bytearray(1 << 30)
except MemoryError:
    pass
else:
    raise SystemExit("more than the limit")
"""
    with another_process(code):
        pass
