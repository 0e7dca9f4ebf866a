"""A page setup is remembered, and one that is broken takes its default without hurting other settings."""

import json

import pytest
from pydantic import ValidationError

from gzgoals.core.page_setup import PageSetup
from gzgoals.core.settings import Settings, read_settings, settings_path, write_settings

CHOSEN = PageSetup(
    size="A3", font="宋体", widths=(100, 100, 100, 100, 100, 200, 300), signed=True, header_repeated=False
)


def test_what_was_chosen_is_there_again() -> None:
    write_settings(Settings(page=CHOSEN, theme="dark"))
    assert read_settings().page == CHOSEN


@pytest.mark.parametrize("broken", [{"size": "A5"}, {"type_size": 500}, "A4", {"widths": [5]}, {"widths": [100] * 9}])
def test_a_broken_setup_takes_its_default_alone(broken: object) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"theme": "dark", "page": broken}), encoding="utf-8")
    assert (read_settings().page, read_settings().theme) == (PageSetup(), "dark")


def test_what_a_newer_program_knows_of_pages_is_left_aside() -> None:
    assert PageSetup.model_validate({"size": "A3", "perforated": True}) == PageSetup(size="A3")


def test_a_change_is_validated() -> None:
    assert PageSetup().replaced(size="A3").size == "A3"
    with pytest.raises(ValidationError):
        PageSetup().replaced(side_margin=-1)
