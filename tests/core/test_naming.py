"""Exported files are called after their table, and no kind after another."""

from gzgoals.core.naming import Export, export_name


def test_the_table_itself_has_the_tables_name() -> None:
    assert export_name("表 2026.1", ".pdf") == "表 2026.1.pdf"


def test_what_else_is_made_of_it_says_so_behind_the_name() -> None:
    assert export_name("表", ".pdf", Export.FORMS) == "表-申报表.pdf"


def test_all_exports_of_a_table_fit_into_one_folder() -> None:
    names = {export_name("表", ".pdf", export) for export in Export}
    assert len(names) == len(Export)
