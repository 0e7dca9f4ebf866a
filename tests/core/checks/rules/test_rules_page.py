"""The manual's list of rules is the one that the rules themselves give."""

import runpy
from pathlib import Path

from gzgoals.core.checks import RULES
from gzgoals.core.checks.offices.office_file import parse_office

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs/CHECKS.md").read_text(encoding="utf-8")


def test_the_list_in_the_manual_is_current() -> None:
    written = runpy.run_path(str(ROOT / "packaging/rules_page.py"))["written"]
    assert written(PAGE) == PAGE, "run `make rules-page`"


def test_the_example_in_the_manual_is_a_rules_file() -> None:
    example = PAGE.partition("```json\n")[2].partition("```")[0]
    known = {rule.id for rule in RULES}
    complaints = [each for each in parse_office(example.encode()).complaints if "没有编号为" not in each]
    assert complaints == []
    assert parse_office(example.encode()).used >= 8
    assert known
