"""How the files are called that are exported of a table, from the window and without one alike."""

from enum import StrEnum


class Export(StrEnum):
    """What is exported of a table, by the word that tells it apart in a file's name; the table itself needs none."""

    TABLE = ""
    TEMPLATE = "指标模板"
    FORMS = "申报表"
    INDICATORS = "指标清单"
    CHECK = "检查报告"
    COMPARISON = "对比"


def export_name(table: str, suffix: str, export: Export = Export.TABLE) -> str:
    """Return the name of the file that an export goes to; `table` is the name of the table's own, without its ending.

    What else is exported of a table does not meet the table itself, so both can stand in one folder.
    """
    return f"{table}-{export}{suffix}" if export else f"{table}{suffix}"
