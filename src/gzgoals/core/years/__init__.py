"""Years: last year's table made this year's start, two compared, several merged, one brought into another.

All are pure functions of tables. What belongs together is found by id, by name, and else by likeness (`matching`).
"""

from gzgoals.core.years.bringing import Bringing, Way, bringings, brought_in
from gzgoals.core.years.changes import Change, ChangeKind
from gzgoals.core.years.comparing import Comparison, compare, last_indicator, last_project, last_projects, last_year_of
from gzgoals.core.years.matching import Match, Matching, match_indicators, match_projects
from gzgoals.core.years.merging import Conflict, MergePlan, Note, merge_plan, merged, outcome_notes
from gzgoals.core.years.reasons import put_reason
from gzgoals.core.years.remembering import remembering
from gzgoals.core.years.rolling import Amounts, Mention, RollPlan, rolled, usual_plan, year_mentions

__all__ = [
    "Amounts",
    "Bringing",
    "Change",
    "ChangeKind",
    "Comparison",
    "Conflict",
    "Match",
    "Matching",
    "Mention",
    "MergePlan",
    "Note",
    "RollPlan",
    "Way",
    "bringings",
    "brought_in",
    "compare",
    "last_indicator",
    "last_project",
    "last_projects",
    "last_year_of",
    "match_indicators",
    "match_projects",
    "merge_plan",
    "merged",
    "outcome_notes",
    "put_reason",
    "remembering",
    "rolled",
    "usual_plan",
    "year_mentions",
]
