"""Checks: what a good table is, told as findings; a rule is a small function with an id, a fix is an edit.

Rules stand in a file a family; texts and words that a non-programmer may mend are in `resources/rules.json`.
"""

from gzgoals.core.checks.answering import explain, explanation_of
from gzgoals.core.checks.checked import Checked, Renewed, Tally, renewed
from gzgoals.core.checks.checking import check
from gzgoals.core.checks.finding import Finding, Fix, Severity
from gzgoals.core.checks.lexicon import family_name, rule_name, why
from gzgoals.core.checks.mending import Mend, MendedCell, mendable, mended
from gzgoals.core.checks.office import Office, built_in_office
from gzgoals.core.checks.report import report_json, report_text
from gzgoals.core.checks.rulebook import RULES, fixes

__all__ = [
    "RULES",
    "Checked",
    "Finding",
    "Fix",
    "Mend",
    "MendedCell",
    "Office",
    "Renewed",
    "Severity",
    "Tally",
    "built_in_office",
    "check",
    "explain",
    "explanation_of",
    "family_name",
    "fixes",
    "mendable",
    "mended",
    "renewed",
    "report_json",
    "report_text",
    "rule_name",
    "why",
]
