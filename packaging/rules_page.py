"""Writes the list of all rules in the manual anew: id, severity and why each is there."""

from pathlib import Path

from gzgoals.core.checks import RULES, why

PAGE = Path(__file__).parents[1] / "docs/CHECKS.md"
BEGIN, END = "<!-- rules: written by packaging/rules_page.py -->", "<!-- end of rules -->"


def rules_table() -> str:
    """Return the rules as a table, in the order of their ids."""
    rules = sorted({rule.id: rule for rule in RULES}.values(), key=lambda rule: rule.id)
    rows = (f"| {rule.id} | {rule.severity.word} | {why(rule.id)} |" for rule in rules)
    return "\n".join(("| 编号 | 级别 | 为什么查 |", "|---|---|---|", *rows))


def written(page: str) -> str:
    """Return the page with the list as it is now."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n{rules_table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
