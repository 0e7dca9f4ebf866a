"""What the list of changes says of each, with signs that need no colour."""

from dataclasses import replace

from gzgoals.core.years import Comparison, compare, put_reason
from gzgoals.gui.models.cells import Editor, Tone
from gzgoals.gui.models.change_rows import COLUMNS, Subject, change_rows
from last_year import two_years


def comparison() -> Comparison:
    table = two_years()
    assert table.last_year is not None
    return compare(table.last_year, table)


def drawn(subject: Subject = Subject.ALL) -> list[list[str]]:
    rows = change_rows(comparison().changes, subject, writable=True)
    return [[column.cell(row).shown or column.cell(row).text for column in COLUMNS] for row in rows]


def test_an_amount_is_shown_with_difference_and_share() -> None:
    assert drawn(Subject.AMOUNTS) == [
        ["机构运行辅助经费", "▼ 金额变动", "财政拨款", "570.25", "549.00", "▼21.25", "-3.7%", ""],
        ["业务用房物业管理费", "▲ 金额变动", "财政拨款", "598.00", "624.00", "▲26.00", "+4.3%", ""],
    ]


def test_projects_that_came_and_went_stand_under_one_filter() -> None:
    assert [row[1] for row in drawn(Subject.PROJECTS)] == ["✎ 项目更名", "－ 减少项目", "＋ 新增项目"]


def test_each_filter_shows_its_own_and_all_shows_everything() -> None:
    parts = [len(drawn(subject)) for subject in Subject if subject is not Subject.ALL]
    assert parts == [3, 2, 1, 2]
    assert len(drawn()) == sum(parts)


def test_a_long_text_shows_where_it_differs_and_its_tooltip_all_of_it() -> None:
    (row,) = change_rows(comparison().changes, Subject.OBJECTIVES, writable=True)
    before = COLUMNS[3].cell(row)
    assert before.text == "…作效能，保障审判。"
    assert before.tip == f"上年：{row.change.before}\n本年：{row.change.after}"


def test_more_and_less_are_told_apart_by_sign_and_tone() -> None:
    less, more = change_rows(comparison().changes, Subject.AMOUNTS, writable=True)
    assert [COLUMNS[5].cell(row).tone for row in (less, more)] == [Tone.DOWN, Tone.UP]
    assert COLUMNS[5].cell(more).aloud == "增加 26.00 万元"


def test_a_reason_written_for_other_values_says_so_but_is_edited_as_it_is() -> None:
    table = two_years()
    assert table.last_year is not None
    change = compare(table.last_year, table).changes[0]
    table = put_reason(table, change, "人员减少")
    assert table.last_year is not None
    (moved, *_) = compare(table.last_year, table).changes
    assert (moved.reason, moved.stale) == ("人员减少", False)
    (stale,) = change_rows([replace(moved, after="500.00", stale=True)], Subject.ALL, writable=True)
    cell = COLUMNS[-1].cell(stale)
    assert (cell.shown, cell.text) == ("! 待核对：人员减少", "人员减少")
    assert "请核对理由" in cell.aloud


def test_where_nothing_can_be_written_the_reason_is_not_edited() -> None:
    rows = change_rows(comparison().changes, Subject.ALL, writable=False)
    assert {COLUMNS[-1].cell(row).editor for row in rows} == {Editor.NONE}
