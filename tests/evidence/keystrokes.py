"""How many keys a project of twelve indicators takes from nothing: here, and in LibreOffice Calc.

    python -m evidence.keystrokes [--calc]

Run from `tests`. The project is the sample's eleventh: its name, its amount, its indicators; the prose of its objective
is typed alike everywhere and left out. Here each key goes as a key event into the real window, names and words as
`evidence.naming` tells, and what comes out is compared with the sample. In Calc the sequence of `evidence.calc_keys` is
counted; with `--calc` it is struck in the real program under Xvfb too, and what comes out is compared as well.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from evidence.calc_keys import Calc, calc_strokes, wanted_cells
from evidence.hand import Hand
from evidence.struck import Tally
from gzgoals.core.edits import replaced
from gzgoals.core.settings import Settings
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, money_text
from gzgoals.core.years import last_year_of, remembering
from gzgoals.gui.app import application, new_window
from invented_years import published


def main(arguments: Sequence[str]) -> int:
    """Print the counts and whether the sequences give the sample's table; tell by the exit code whether they do."""
    project = published().units[0].projects[10]
    calc = Tally()
    for stroke in calc_strokes(project):
        stroke.count(calc)
    right = not arguments or _is_right_in_calc(project)
    print(f"LibreOffice Calc, prepared template: {_told(calc)}")
    for title, remembers in (("nothing known", False), ("last year's table known", True)):
        tally, built = _built_here(project, remembers=remembers)
        right &= _content(built) == _content(project)
        print(f"gzgoals, {title}: {_told(tally)}, {tally.keys / calc.keys:.0%} of Calc's; goal: at most half")
    print("all of them give the sample's table" if right else "A SEQUENCE DOES NOT GIVE THE SAMPLE'S TABLE")
    return not right


def _told(tally: Tally) -> str:
    return f"{tally.keys} keys ({tally.chinese} for Chinese words, {tally.keys - tally.chinese} for all else)"


def _is_right_in_calc(project: Project) -> bool:
    """Strike the sequence in the real program, more slowly where it has lost keys: a hand would see that."""
    head = (project.name, money_text(project.funding.appropriation))
    for pace in (1.0, 2.0, 4.0):
        with tempfile.TemporaryDirectory() as folder:
            name, amount, cells = Calc(Path(folder), pace).strike(project)
        if (name, amount) == head and cells == wanted_cells(project.indicators):
            return True
        print(f"Calc has lost keys at pace {pace:.0f}")
    return False


def _content(project: Project) -> tuple[object, ...]:
    return project.name, project.funding.total, [replaced(each, id="any") for each in project.indicators]


def _built_here(project: Project, *, remembers: bool) -> tuple[Tally, Project]:
    """Build the project in a window of its own, and return what that took and what came out."""
    window = new_window(application(), Settings())
    window.resize(1440, 900)
    table = GoalTable(year=2027, department="广州互联网法院", units=(Unit(id="u", name="广州互联网法院"),))
    window.session.open(remembering(table, last_year_of(published())) if remembers else table)
    window.show()
    window.activateWindow()
    hand = Hand(window)
    hand.chord("Ctrl+Shift+N")
    hand.name(project.name)
    hand.chord("Return")
    hand.text(money_text(project.funding.appropriation).replace(",", ""))
    for _ in range(4):  # the other two amounts, the objective, the grid
        hand.chord("Tab")
    if remembers and _all_taken(hand, project.indicators):
        return hand.tally, hand.built()
    for number, indicator in enumerate(project.indicators):
        hand.indicator(indicator, project.indicators[number - 1] if number else None)
    if any(each.annual != each.cycle for each in hand.built().indicators):
        hand.chord("Ctrl+A")
        hand.chord("F4")
    return hand.tally, hand.built()


def _all_taken(hand: Hand, indicators: Sequence[Indicator]) -> bool:
    """Take all indicators from the library, and tell whether it has them; nothing is done where it lacks the first."""
    before = replace(hand.tally)
    hand.chord("Right")  # Enter then stays in the column of the names
    for number, indicator in enumerate(indicators):
        if not hand.take(indicator):
            assert not number, f"the library lacks {indicator.name}"
            hand.chord("Left")
            hand.tally = before
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
