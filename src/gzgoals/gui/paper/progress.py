"""Progress of a long print: how much is done, and whether the user still wants it."""

from collections.abc import Callable

from gzgoals.core.errors import GzgoalsError

Report = Callable[[int, int], bool]
"""Told how many steps are done and how many there are; answers False to cancel."""

_STEPS = 1000


class CancelledError(GzgoalsError):
    """The user cancelled; nothing was written."""


class Progress:
    """Two stages of equal length, laying out rows and painting pages, told as steps of a thousand."""

    def __init__(self, report: Report | None) -> None:
        self._report = report
        self._told = -1

    def laid_out(self, rows: int, of: int) -> None:
        """Tell that so many rows are laid out; raises `CancelledError` when the user has had enough."""
        self._tell(_STEPS * rows // (2 * of))

    def painted(self, pages: int, of: int) -> None:
        """Tell that so many pages are painted; raises `CancelledError` when the user has had enough."""
        self._tell(_STEPS // 2 + _STEPS * pages // (2 * of))

    def _tell(self, step: int) -> None:
        if self._report is None or step == self._told:
            return
        self._told = step
        if not self._report(step, _STEPS):
            raise CancelledError("已取消，没有写入任何文件。")
