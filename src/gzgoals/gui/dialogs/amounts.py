"""What can become of the amounts of a table that is rolled forward, in the user's words."""

from gzgoals.core.years.rolling import Amounts

AMOUNTS = ((Amounts.KEEP, "保留为本年数"), (Amounts.ASIDE, "保留为上年数，本年留空"), (Amounts.CLEAR, "清空"))
"""In the order in which it is offered."""
