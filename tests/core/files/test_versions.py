"""Former saves: kept by number, age and size, read back, and never in the way of a save."""

import itertools
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gzgoals.core.errors import BadFileError
from gzgoals.core.files import table_bytes, versions
from gzgoals.core.files.versions import Version, keep_version, versions_of
from tables_to_check import GOOD, project, table

FILE = Path("某院-2026.gzgoals")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
EXAMPLES = itertools.count()


def keep(number: int, when: datetime, path: Path = FILE) -> None:
    """Keep a small content that tells one save from another."""
    keep_version(path, b"%d" % number, when)


def numbers(path: Path = FILE) -> list[int]:
    return [int(version.data()) for version in versions_of(path)]


def test_a_former_save_comes_back() -> None:
    data = table_bytes(table(GOOD))
    keep_version(FILE, data, NOW)
    (version,) = versions_of(FILE)
    assert version.when == NOW
    assert version.table() == table(GOOD)
    assert version.size == len(data)


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
        if days < 40:
            keep(days, NOW - timedelta(days=days, hours=1))
        keep(-days, NOW - timedelta(days=days))
    for minutes in range(40):
        keep(minutes, NOW + timedelta(minutes=minutes))
    ages = [(NOW + timedelta(minutes=39) - each.when) for each in versions_of(FILE)]
    assert [age < timedelta(minutes=20) for age in ages[:21]] == [True] * 20 + [False]
    assert sum(DAY <= age < timedelta(days=30) for age in ages) == 29
    assert len(ages) == 20 + 29 + 11
    assert max(ages) < timedelta(days=366)


@settings(max_examples=30)
@given(st.lists(st.integers(-800 * 24, 800 * 24), min_size=22, max_size=60))
def test_whatever_the_clock_says_the_latest_twenty_are_kept_in_the_order_of_saving(hours: list[int]) -> None:
    path = Path(f"{next(EXAMPLES)}.gzgoals")
    for number, hour in enumerate(hours):
        former = set(numbers(path))
        keep(number, NOW + timedelta(hours=hour), path)
        kept = numbers(path)
        assert kept[:20] == list(range(number, max(number - 20, -1), -1))
        assert kept == sorted(kept, reverse=True)
        assert set(kept) <= former | {number}
        assert len(former - set(kept)) <= 3


@given(st.lists(st.integers(0, 500 * 24), min_size=1, max_size=80), st.integers(0, 500), st.integers(0, 500))
def test_with_time_less_is_needed_and_never_more(hours: list[int], days: int, more: int) -> None:
    kept = [versions._Kept(n, NOW - timedelta(hours=hour), Path(str(n))) for n, hour in enumerate(sorted(hours))]
    early = versions._superfluous(kept, NOW + days * DAY)
    late = versions._superfluous(kept, NOW + (days + more) * DAY)
    assert set(early) <= set(late)
    assert not set(kept[:20]) & set(late)
    fresh = {each.when.date() for each in kept if NOW + days * DAY - each.when <= 30 * DAY}
    assert fresh <= {each.when.date() for each in kept if each not in early}


def test_two_saves_in_the_same_microsecond_are_both_kept() -> None:
    keep(1, NOW)
    keep(2, NOW)
    assert numbers() == [2, 1]


def test_saving_again_without_a_change_keeps_nothing_new() -> None:
    keep(1, NOW)
    keep(1, NOW + DAY)
    keep(2, NOW + DAY)
    keep(1, NOW + DAY)
    assert numbers() == [1, 2, 1]


@pytest.mark.parametrize(
    "name",
    [
        "带 空格 和*?[星].gzgoals", "[abc].gzgoals", "-rf.gzgoals", "a\nb\t.gzgoals", "坏\udc80.gzgoals", ".gzgoals",
        "…" * 80, "😀" * 60, "x" * 5000, "文件夹/" * 900, "CON", "con.gzgoals ", "%s{}$HOME~.gzgoals",
    ],
)  # fmt: skip
def test_whatever_a_file_is_called_its_versions_are_its_own(name: str) -> None:
    keep(1, NOW, Path("a", name))
    keep(2, NOW, Path("b", name))
    assert numbers(Path("a", name)) == [1]
    assert numbers(Path("b", name)) == [2]


def test_what_can_be_no_path_stops_nothing() -> None:
    keep(1, NOW, Path("a\0b"))
    assert versions_of(Path("a\0b")) == []


def test_files_that_are_none_of_ours_are_left_alone() -> None:
    keep(1, NOW)
    folder = versions_of(FILE)[0].path.parent
    others = [folder / f"{name}.gzgoals.gz" for name in ("notes", "000009-99999999-000000-000000-aa", "9-x-aa")]
    for other in others:
        other.write_bytes(b"?")
    keep(2, NOW + DAY)
    assert numbers() == [2, 1]
    assert all(other.exists() for other in others)


def test_what_a_killed_save_has_left_is_no_version_and_goes_after_a_day() -> None:
    keep(1, NOW)
    (version,) = versions_of(FILE)
    left = version.path.with_name(f"{version.path.name}.part")
    left.write_bytes(b"half")
    assert numbers() == [1]
    keep(2, NOW + DAY / 2)
    assert left.exists()
    keep(3, NOW + 2 * DAY)
    assert not left.exists()


def test_a_file_takes_no_more_than_its_share_but_keeps_its_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_MOST_OF_A_FILE", 3000)
    for number in range(6):
        keep_version(FILE, bytes([number]) + os.urandom(900), NOW + timedelta(minutes=number))
    assert [version.data()[0] for version in versions_of(FILE)] == [5, 4, 3]
    keep_version(FILE, os.urandom(9000), NOW + timedelta(minutes=9))
    assert [version.size for version in versions_of(FILE)] == [9000]


def test_all_files_together_take_no_more_than_theirs_and_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_MOST_IN_ALL", 3000)
    for number in range(6):
        keep_version(Path(f"{number % 2}.gzgoals"), bytes([number]) + os.urandom(900), NOW + timedelta(minutes=number))
    assert [[each.data()[0] for each in versions_of(Path(f"{which}.gzgoals"))] for which in (0, 1)] == [[4], [5, 3]]


def test_a_version_just_kept_stays_though_the_clock_says_it_is_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_MOST_IN_ALL", 1000)
    keep_version(Path("a"), os.urandom(900), NOW)
    keep_version(Path("b"), os.urandom(900), NOW - 5000 * DAY)
    assert (len(versions_of(Path("a"))), len(versions_of(Path("b")))) == (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="permissions are another thing on Windows")
def test_nobody_else_can_read_them() -> None:
    keep(1, NOW)
    (version,) = versions_of(FILE)
    assert stat.S_IMODE(version.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(version.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(version.path.parent.parent.stat().st_mode) == 0o700


def kept_version() -> Version:
    keep_version(FILE, table_bytes(table(GOOD)), NOW)
    return versions_of(FILE)[0]


def test_a_version_that_went_bad_is_told() -> None:
    version = kept_version()
    version.path.write_bytes(b"spoilt")
    assert version.size is None
    with pytest.raises(BadFileError, match="旧版本已无法读取"):
        version.table()


@given(st.data())
def test_a_version_damaged_anywhere_is_read_or_told(data: st.DataObject) -> None:
    version = kept_version()
    whole = version.path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    version.path.write_bytes(
        whole[:place] if cut else whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
    )
    try:
        assert version.table() == table(GOOD)
    except BadFileError as error:
        assert "旧版本" in str(error)  # noqa: PT017
    finally:
        version.path.unlink()


def test_a_version_that_has_gone_is_told() -> None:
    version = kept_version()
    version.path.unlink()
    assert version.size is None
    with pytest.raises(BadFileError, match="旧版本已无法读取"):
        version.table()


def test_a_disk_that_takes_no_version_keeps_no_one_from_saving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GZGOALS_DATA", str(tmp_path / "file"))
    keep_version(FILE, b"{}", NOW)
    assert versions_of(FILE) == []
