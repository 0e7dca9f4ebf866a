"""LibreOffice opens our files, prints what is in them, and saves them so that they still come back."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from gzgoals.core.exchange.own.official import official_rows
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.document import write_document
from gzgoals.core.exchange.writers.workbook import write_workbook
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, money_text
from table_content import content

SOFFICE = shutil.which("soffice")
WRITERS = {"xlsx": write_workbook, "docx": write_document}
LIBRARIES = {"xlsx": "libsclo.so", "docx": "libswlo.so"}
"""Where the programs of LibreOffice are that open our files: Debian has each in a package of its own."""


def lacks(kind: str) -> bool:
    """Tell whether files of a kind cannot be opened here; one that is packed otherwise than in libraries opens all."""
    if SOFFICE is None:
        return True
    there = {path.name for path in Path(SOFFICE).resolve().parent.glob("lib*.so")}
    return bool(there) and LIBRARIES[kind] not in there


KINDS = [
    pytest.param(kind, marks=pytest.mark.skipif(lacks(kind), reason=f"no LibreOffice that opens {kind} is installed"))
    for kind in WRITERS
]


@pytest.fixture(scope="module")
def sample() -> GoalTable:
    """Give the published table."""
    source = resource("samples/guangzhou-internet-court.published.txt")
    return read_source(source.read_bytes(), source.name, 2026).table


@pytest.fixture(scope="module")
def folder(sample: GoalTable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with our files, and what LibreOffice makes of them in `out`: PDFs, and files of the same kinds."""
    folder = tmp_path_factory.mktemp("office")
    kinds = [kind for kind in WRITERS if not lacks(kind)]
    for kind in kinds:
        (folder / f"{kind}.{kind}").write_bytes(WRITERS[kind](sample))
    for kind, names in (("pdf", kinds), *((kind, [kind]) for kind in kinds)):
        paths = [folder / f"{name}.{name}" for name in names]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / "out"),
            *map(str, paths),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "out"


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Give a kind of file."""
    return str(request.param)


def test_its_pages_show_every_text_and_amount(folder: Path, kind: str, sample: GoalTable) -> None:
    document = pypdfium2.PdfDocument(folder / f"{kind}.pdf")
    shown = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    rows = list(official_rows(sample))
    for text in (text for row in rows for text in (row.name, row.objective)):
        assert "".join(text.split())[:12] in shown
    for amount in (amount for row in rows for amount in row.amounts if amount):
        assert money_text(amount) in shown
    assert shown.count("年度指标值:") >= 68
    assert "第1页共" in shown


def test_its_header_stands_on_every_page_of_the_table(folder: Path, kind: str) -> None:
    document = pypdfium2.PdfDocument(folder / f"{kind}.pdf")
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    official = [text for text in texts if "实施周期指标值:" in text]
    assert len(official) > 2
    assert all("财政专户" in text and "绩效目标" in text for text in official)
    assert all(page.get_width() > page.get_height() for page in document)


def test_what_it_saves_is_read_without_a_loss(folder: Path, kind: str, sample: GoalTable) -> None:
    draft = read_source((folder / f"{kind}.{kind}").read_bytes(), f"表.{kind}")
    assert content(draft.table) == content(sample)
