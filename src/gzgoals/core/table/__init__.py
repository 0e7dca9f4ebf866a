"""What a table is: frozen values, money and targets, the code catalogue, and the addresses of all its parts."""

from gzgoals.core.table.catalogue import DEFAULT_SCHEME, Catalogue, Category, catalogue_of, scheme_names
from gzgoals.core.table.money import Amount, amount_of, amount_text, exact_sum, money_text, worth
from gzgoals.core.table.place import TABLE, Place
from gzgoals.core.table.target import is_number, split_target
from gzgoals.core.table.values import (
    OPERATORS,
    Explanation,
    Funding,
    GoalTable,
    Indicator,
    LastYear,
    Operator,
    Project,
    Reason,
    Stated,
    Target,
    Unit,
    frozen,
    new_id,
)

__all__ = [
    "DEFAULT_SCHEME",
    "OPERATORS",
    "TABLE",
    "Amount",
    "Catalogue",
    "Category",
    "Explanation",
    "Funding",
    "GoalTable",
    "Indicator",
    "LastYear",
    "Operator",
    "Place",
    "Project",
    "Reason",
    "Stated",
    "Target",
    "Unit",
    "amount_of",
    "amount_text",
    "catalogue_of",
    "exact_sum",
    "frozen",
    "is_number",
    "money_text",
    "new_id",
    "scheme_names",
    "split_target",
    "worth",
]
