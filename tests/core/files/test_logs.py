"""The log: small, the user's own, never in the way; and what a process that died of a fault has left."""

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gzgoals.core.files import logs
from gzgoals.core.files.homes import log_home
from gzgoals.core.files.logs import FaultLog, LogHandler, tell_faults, write_log


def written() -> str:
    path = log_home() / "gzgoals.log"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_an_entry_has_its_time_and_its_process() -> None:
    assert write_log("出错了\n")
    assert f"[{os.getpid()}] 出错了\n" in written()
    assert written()[:2] == "20"


@pytest.mark.skipif(os.name != "posix", reason="permissions are another thing on Windows")
def test_nobody_else_can_read_it() -> None:
    write_log("出错了")
    assert stat.S_IMODE(log_home().stat().st_mode) == 0o700
    assert stat.S_IMODE((log_home() / "gzgoals.log").stat().st_mode) == 0o600


def test_five_small_files_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_LARGEST", 100)
    for number in range(20):
        write_log(f"{number} {'长' * 30}")
    names = sorted(path.name for path in log_home().iterdir())
    assert names == ["gzgoals.log", *(f"gzgoals.log.{number}" for number in range(1, 5))]
    assert "] 19 " in written()
    assert "] 15 " in (log_home() / "gzgoals.log.4").read_text(encoding="utf-8")


def test_a_long_entry_keeps_its_beginning_and_its_end() -> None:
    write_log(f"头{'长' * 100_000}尾")
    assert len(written()) < 70_000
    assert "] 头" in written()
    assert written().endswith("尾\n")


def test_what_is_no_text_is_written_all_the_same() -> None:
    assert write_log("坏\udc80")
    assert "坏\\udc80" in written()


def test_a_disk_that_takes_no_log_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GZGOALS_DATA", str(tmp_path / "file"))
    assert not write_log("出错了")
    assert tell_faults() == 0
    FaultLog().end()


def test_what_modules_report_goes_there() -> None:
    handler = LogHandler()
    record = logging.LogRecord("gzgoals.x", logging.WARNING, "", 0, "没有写成：%s", ("盘满",), None)
    handler.emit(record)
    handler.emit(logging.LogRecord("gzgoals.x", logging.WARNING, "", 0, "%d", ("不是数",), None))
    assert "WARNING gzgoals.x: 没有写成：盘满" in written()


def run(program: str) -> int:
    return subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, timeout=120).returncode


BEGIN = "import ctypes, os\nfrom gzgoals.core.files.logs import FaultLog\nlog = FaultLog()\n"


def test_a_fault_is_told_once_by_the_next_start() -> None:
    assert run(f"{BEGIN}ctypes.string_at(0)") != 0
    assert (tell_faults(), tell_faults()) == (1, 0)
    assert "上次没有正常结束" in written()
    assert "ctypes" in written()


def test_a_process_that_was_killed_says_nothing() -> None:
    run(f"{BEGIN}os._exit(9)")
    assert tell_faults() == 0
    assert [path.name for path in log_home().iterdir()] == []


def test_after_a_normal_end_nothing_is_left() -> None:
    assert run(f"{BEGIN}log.end()") == 0
    assert list(log_home().iterdir()) == []


def test_a_process_that_lives_is_left_alone() -> None:
    program = f"{BEGIN}print('ready', flush=True)\ninput()\n"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert tell_faults() == 0
        assert [path.name for path in log_home().iterdir()] == [f"fault-{other.pid}.log"]
        other.communicate(b"\n")
