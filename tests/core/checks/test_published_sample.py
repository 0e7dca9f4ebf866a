"""The court's published table: exactly what its reviewers would point at."""

from gzgoals.core.checks import Finding, check
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable

SAMPLE = resource("samples/guangzhou-internet-court.published.txt")

EXPECTED = """
S04 p1
V02 p2#1 annual
V17 p2#1 annual
V03 p2#1 annual
V02 p2#3 annual
V02 p2#4 annual
V05 p5#4 annual
V09 p6#2 annual
V09 p6#3 annual
V02 p6#4 annual
V04 p7#1 annual
V09 p7#2 annual
V10 p7#2 annual
V08 p7#3 annual
S04 p8
V09 p8#2 annual
V10 p8#2 annual
V10 p9#2 annual
V08 p9#3 annual
V08 p9#4 annual
V09 p10#3 annual
V07 p10#6 annual
V02 p11#4 annual
V08 p11#11 annual
V07 p11#12 annual
V05 p11#12 annual
M05 p12
S04 p12
S02 p12#1 name
S02 p12#1 cycle
S02 p12#1 annual
S04 p16
S02 p16#1 name
S02 p16#1 cycle
S02 p16#1 annual
"""


def test_the_published_table_has_these_findings_and_no_others() -> None:
    table = read_text(SAMPLE.read_bytes(), SAMPLE.name, 2026).table
    assert [line(table, finding) for finding in check(table).findings] == EXPECTED.split("\n")[1:-1]


def line(table: GoalTable, finding: Finding) -> str:
    """Draw a finding as `V02 p2#1 annual`, projects and indicators counted from 1."""
    place = finding.place
    projects = table.units[0].projects
    number = [project.id for project in projects].index(place.project)
    if not place.indicator:
        return f"{finding.rule} p{number + 1}"
    indicator = [each.id for each in projects[number].indicators].index(place.indicator)
    return f"{finding.rule} p{number + 1}#{indicator + 1} {place.field.partition('.')[0]}"
