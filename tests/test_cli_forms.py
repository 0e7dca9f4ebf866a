"""`gzgoals export --forms`: the forms of projects without a window."""

from pathlib import Path

import pypdfium2
import pytest

from gzgoals.cli import BAD_INPUT, main
from gzgoals.core.files import table_bytes
from last_year import sample

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def table_file(tmp_path: Path) -> Path:
    path = tmp_path / "表.gzgoals"
    path.write_bytes(table_bytes(sample()))
    return path


def test_every_project_has_a_page(table_file: Path) -> None:
    out = table_file.with_suffix(".pdf")
    assert main(["export", str(table_file), "-o", str(out), "--forms"]) == 0
    assert len(pypdfium2.PdfDocument(out)) == 17


def test_one_project_is_chosen_by_its_name(table_file: Path) -> None:
    out = table_file.with_suffix(".pdf")
    assert main(["export", str(table_file), "-o", str(out), "--forms", "--project", "业务用房物业管理费"]) == 0
    (page,) = pypdfium2.PdfDocument(out)
    assert "业务用房物业管理费" in page.get_textpage().get_text_range()


def test_a_name_that_is_not_there_is_told(table_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = table_file.with_suffix(".pdf")
    assert main(["export", str(table_file), "-o", str(out), "--forms", "--project", "没有"]) == BAD_INPUT
    assert capsys.readouterr().err == "表中没有名为“没有”的项目，请核对项目名称。\n"
    assert not out.exists()
