"""Where in a text each row stands: its amounts and what follows, and the lines of its name above them."""

from pathlib import Path

from gzgoals.core.exchange.text.reader import read_text

SAMPLE = Path(__file__).parents[4] / "resources/samples/guangzhou-internet-court.published.txt"


def test_every_line_of_the_sample_belongs_to_the_row_it_tells_of() -> None:
    draft = read_text(SAMPLE.read_bytes(), "样表", 2026)
    told: dict[int, str] = {}
    for unit in draft.table.units:
        for thing in (unit.id, *(project.id for project in unit.projects)):
            for spot in draft.origins[thing]:
                for number in range(spot.line, max(spot.last, spot.line) + 1):
                    assert number not in told
                    told[number] = thing
    for project in draft.table.units[0].projects:
        lines = [line for number, line in enumerate(draft.source.lines, 1) if told.get(number) == project.id]
        text = "".join(part for line in lines for part in line.split())
        assert text.startswith("".join(project.name.split()))
        assert project.objective[:12] in text
        assert all(indicator.name.replace(" ", "") in text for indicator in project.indicators)
    first = min(told)
    texts = [number for number, line in enumerate(draft.source.lines, 1) if number > first and line.strip()]
    assert [number for number in texts if number not in told] == []
