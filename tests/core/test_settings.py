"""Settings: remembered, and never in the way."""

import json
from pathlib import Path

import pytest

from gzgoals.core.settings import RECENT, SHOWN, Settings, read_settings, settings_path, write_settings


def test_what_is_written_is_read() -> None:
    settings = Settings(
        recent=("/表.gzgoals",),
        theme="dark",
        splitters=((1, 2), (3, 4)),
        font_size=12,
        shown=(("/表.gzgoals", "u", "p"),),
        widths={"grid": {"first": 120}},
        tab="ReadinessPanel",
    )
    write_settings(settings)
    assert read_settings() == settings


def test_without_a_file_everything_has_its_default() -> None:
    assert read_settings() == Settings()


def test_only_what_differs_from_the_defaults_is_written() -> None:
    write_settings(Settings(theme="dark"))
    assert json.loads(settings_path().read_text(encoding="utf-8")) == {"theme": "dark"}


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"splitters": [[99999999999, 5]]}', "\ufffd", '{"theme": "pink", "unknown": 1}', "[" * 100_000],
)
def test_a_broken_file_never_blocks_the_start(content: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(content, encoding="utf-8")
    assert read_settings() == Settings()


def test_a_bad_value_costs_itself_alone() -> None:
    settings_path().parent.mkdir(parents=True)
    broken = {"theme": "pink", "font_size": 99, "widths": {"grid": {"first": -1}}, "shown": [["/表"]], "tab": 7}
    settings_path().write_text(json.dumps(broken | {"recent": ["/表.gzgoals"]}), encoding="utf-8")
    assert read_settings() == Settings(recent=("/表.gzgoals",))


def test_settings_that_cannot_be_written_keep_nobody_from_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    write_settings(Settings(theme="dark"))
    assert read_settings() == Settings()


def test_the_latest_file_comes_first_and_stands_there_once(tmp_path: Path) -> None:
    settings = Settings()
    for name in "abca":
        settings = settings.with_recent(tmp_path / name)
    assert [Path(each).name for each in settings.recent] == ["a", "c", "b"]
    for number in range(20):
        settings = settings.with_recent(tmp_path / str(number))
    assert len(settings.recent) == RECENT


def test_a_file_name_that_is_no_text_costs_no_more_than_being_remembered() -> None:
    write_settings(Settings(recent=("/\udcb1.gzgoals",)))
    assert read_settings() == Settings()


def test_what_was_shown_is_remembered_for_the_files_seen_last(tmp_path: Path) -> None:
    settings = Settings()
    assert settings.shown_of(tmp_path / "0") is None
    for number in range(SHOWN + 10):
        settings = settings.with_shown(tmp_path / str(number), "u", f"p{number}")
    settings = settings.with_shown(tmp_path / "50", "u", "other")
    assert len(settings.shown) == SHOWN
    assert settings.shown_of(tmp_path / "50") == ("u", "other")
    assert settings.shown_of(tmp_path / "0") is None


def test_a_file_can_be_forgotten() -> None:
    assert Settings(recent=("/a", "/b")).without_recent("/a").recent == ("/b",)
