"""The court's published table: exactly what its reviewers would point at."""

from gzgoals.core.checks import Finding, check
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable

SAMPLE = resource("samples/guangzhou-internet-court.published.txt")

EXPECTED = """
S04 p1
V02 p2#1 annual
V02 p2#3 annual
V02 p2#4 annual
P03 p4
G06 p4
P03 p5
V02 p6#4 annual
S04 p8
G05 p11
V02 p11#4 annual
P02 p12
P03 p12
M05 p12
G04 p12
S04 p12
S02 p12#1 name
S02 p12#1 cycle
S02 p12#1 annual
P03 p13
G06 p13
P03 p14
G06 p14
P03 p15
G06 p15
G02 p16
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
