"""Old versions are brought up to date in memory, step by step."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gzgoals.core.files import CURRENT_VERSION, upgraded
from gzgoals.core.files.upgrades import STEPS

VERSION_1 = Path(__file__).with_name("version-1.gzgoals")


def document() -> dict[str, Any]:
    return json.loads(VERSION_1.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def department_as_object(fields: dict[str, Any]) -> dict[str, Any]:
    return {**fields, "department": {"name": fields["department"]}}


def units_by_count(fields: dict[str, Any]) -> dict[str, Any]:
    return {**fields, "units": len(fields["units"])}


INVENTED: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: department_as_object, 2: units_by_count}


def test_a_file_of_version_1_takes_the_step_to_2() -> None:
    expected = {**document(), "version": 2, "department": {"name": "广州互联网法院"}}
    assert upgraded(document(), INVENTED, 2) == expected


def test_steps_follow_each_other() -> None:
    expected = {**document(), "version": 3, "department": {"name": "广州互联网法院"}, "units": 1}
    assert upgraded(document(), INVENTED, 3) == expected


def test_the_old_document_stays_as_it_was() -> None:
    old = document()
    before = copy.deepcopy(old)
    upgraded(old, INVENTED, 3)
    assert old == before


def test_a_current_document_is_left_alone() -> None:
    current = document()
    assert upgraded(current, INVENTED, 1) is current


def test_there_is_a_step_from_every_old_version() -> None:
    assert sorted(STEPS) == list(range(1, CURRENT_VERSION))
