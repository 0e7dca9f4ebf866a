"""Former saves: kept by number and age, read back, and never in the way of a save."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gzgoals.core.errors import BadFileError
from gzgoals.core.files import table_bytes
from gzgoals.core.files.versions import keep_version, versions_of
from tables_to_check import GOOD, project, table

FILE = Path("某院-2026.gzgoals")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_former_save_comes_back() -> None:
    keep_version(FILE, table_bytes(table(GOOD)), NOW)
    (version,) = versions_of(FILE)
    assert version.when == NOW
    assert version.table() == table(GOOD)


def test_the_latest_stands_first() -> None:
    for number, name in enumerate("甲乙丙"):
        keep_version(FILE, table_bytes(table(project(name=name))), NOW + timedelta(minutes=number))
    assert [each.table().units[0].projects[0].name for each in versions_of(FILE)] == ["丙", "乙", "甲"]


def test_files_of_the_same_name_in_other_folders_have_versions_of_their_own() -> None:
    keep_version(Path("一") / FILE, b"{}", NOW)
    assert len(versions_of(Path("一") / FILE)) == 1
    assert versions_of(Path("二") / FILE) == []


def test_the_latest_twenty_one_a_day_and_one_a_month_are_kept() -> None:
    for days in range(400, 0, -1):
        keep_version(FILE, b"{}", NOW - timedelta(days=days, hours=1))
        keep_version(FILE, b"{}", NOW - timedelta(days=days))
    for minutes in range(40):
        keep_version(FILE, b"{}", NOW + timedelta(minutes=minutes))
    ages = [(NOW + timedelta(minutes=39) - each.when) for each in versions_of(FILE)]
    assert [age < timedelta(minutes=20) for age in ages[:21]] == [True] * 20 + [False]
    assert sum(timedelta(days=1) <= age < timedelta(days=30) for age in ages) == 29
    assert len(ages) == 20 + 29 + 11
    assert max(ages) < timedelta(days=366)


def test_a_version_that_went_bad_is_told() -> None:
    keep_version(FILE, b"{}", NOW)
    (version,) = versions_of(FILE)
    version.path.write_bytes(b"spoilt")
    with pytest.raises(BadFileError, match="旧版本已无法读取"):
        version.table()


def test_a_disk_that_takes_no_version_keeps_no_one_from_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GZGOALS_DATA", str(tmp_path / "file"))
    keep_version(FILE, b"{}", NOW)
    assert versions_of(FILE) == []
