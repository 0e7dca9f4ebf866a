"""The court's published table: exactly what its reviewers would point at."""

from gzgoals.core.checks import Finding, check
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable

SAMPLE = resource("samples/guangzhou-internet-court.published.txt")

EXPECTED = """
S04 p1
S06 p1
S07 p1
S06 p2
V02 p2#1 annual
V17 p2#1 annual
V03 p2#1 annual
C04 p2#3 category
V02 p2#3 annual
C04 p2#4 category
V02 p2#4 annual
S05 p3
S06 p3
C04 p3#4 category
P03 p4
G06 p4
S05 p4
S06 p4
S11 p4
C04 p4#2 category
C04 p4#3 category
C04 p4#4 category
P03 p5
S05 p5
S06 p5
C03 p5#3 category
V05 p5#4 annual
S05 p6
S06 p6
V09 p6#2 annual
C04 p6#3 category
V09 p6#3 annual
C04 p6#4 category
V02 p6#4 annual
S05 p7
S06 p7
V04 p7#1 annual
V09 p7#2 annual
V10 p7#2 annual
V08 p7#3 annual
S04 p8
S05 p8
S06 p8
S07 p8
C01 p8#1 category
V09 p8#2 annual
V10 p8#2 annual
S05 p9
S06 p9
V10 p9#2 annual
V08 p9#3 annual
V08 p9#4 annual
S06 p10
N02 p10#2 name
N03 p10#3 name
N04 p10#3 name
V09 p10#3 annual
N03 p10#4 name
V07 p10#6 annual
G05 p11
S06 p11
S07 p11
C01 p11#1 category
C01 p11#3 category
V02 p11#4 annual
C02 p11#5 category
N04 p11#5 name
C03 p11#8 category
S10 p11#10 name
V08 p11#11 annual
V07 p11#12 annual
V05 p11#12 annual
P02 p12
P03 p12
M05 p12
G04 p12
S04 p12
S05 p12
S06 p12
S07 p12
S02 p12#1 name
S02 p12#1 cycle
S02 p12#1 annual
P03 p13
G06 p13
S05 p13
S06 p13
S11 p13
C04 p13#2 category
C04 p13#3 category
C04 p13#4 category
P03 p14
G06 p14
S05 p14
S06 p14
S11 p14
C04 p14#2 category
C04 p14#3 category
C04 p14#4 category
P03 p15
G06 p15
S05 p15
S06 p15
S11 p15
C04 p15#2 category
C04 p15#3 category
C04 p15#4 category
G02 p16
S04 p16
S05 p16
S06 p16
S07 p16
S02 p16#1 name
S02 p16#1 cycle
S02 p16#1 annual
S05 p17
S06 p17
S11 p17
C04 p17#2 category
C04 p17#3 category
C04 p17#4 category
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
