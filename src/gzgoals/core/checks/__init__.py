"""Checks: what a good table is, told as findings; a rule is a small function with an id, a fix is an edit.

Rules stand in a file a family; texts and words that a non-programmer may mend are in `resources/rules.json`.
"""

from gzgoals.core.checks.answering import explain, explanation_of
from gzgoals.core.checks.checking.checked import Checked
from gzgoals.core.checks.checking.checking import check
from gzgoals.core.checks.checking.counts import Counts
from gzgoals.core.checks.checking.renewal import Renewed, renewed
from gzgoals.core.checks.mending import Mend, MendedCell, fixes, mendable, mended
from gzgoals.core.checks.reports.readiness import Concern, Readiness, Step, readiness
from gzgoals.core.checks.reports.report import CheckReport, check_report, report_json, report_text
from gzgoals.core.checks.rules.rulebook import RULES
from gzgoals.core.checks.terms.figures import Figures
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import family_name, rule_name, why
from gzgoals.core.checks.terms.office import Office, built_in_office

__all__ = [
    "RULES",
    "CheckReport",
    "Checked",
    "Concern",
    "Counts",
    "Figures",
    "Finding",
    "Fix",
    "Mend",
    "MendedCell",
    "Office",
    "Readiness",
    "Renewed",
    "Severity",
    "Step",
    "built_in_office",
    "check",
    "check_report",
    "explain",
    "explanation_of",
    "family_name",
    "fixes",
    "mendable",
    "mended",
    "readiness",
    "renewed",
    "report_json",
    "report_text",
    "rule_name",
    "why",
]
