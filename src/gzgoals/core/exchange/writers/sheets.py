"""What the sheets of our workbooks have in common: fonts and borders, cells of every kind, pages ready to print."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gzgoals.core.errors import FileTroubleError, GzgoalsError
from gzgoals.core.exchange.own.official_sheet import kept
from gzgoals.core.exchange.printed.own import CREATOR
from gzgoals.core.table import Amount

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

A4 = 9
_FONT: Mapping[str, Any] = {"font_name": "宋体", "font_size": 10, "valign": "top"}
_MIDDLE: Mapping[str, Any] = {"valign": "vcenter"}
_CELL: Mapping[str, Any] = {"border": 1, "text_wrap": True}
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {**_MIDDLE, "bold": True, "font_size": 16, "align": "center"},
    "left": _MIDDLE,
    "centre": {**_MIDDLE, "align": "center"},
    "right": {**_MIDDLE, "align": "right"},
    "header": {**_MIDDLE, **_CELL, "bold": True, "align": "center"},
    "text": {**_MIDDLE, **_CELL},
    "indented": {**_MIDDLE, **_CELL, "indent": 1},
    "count": {**_MIDDLE, **_CELL, "align": "center"},
    "amount": {**_MIDDLE, **_CELL, "align": "right"},
}
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What a faulty program may have left in a text: no file can hold them."""

_TOO_LONG = "有一项文字长于表格的单元格所能容纳的 32,767 字，无法导出为 Excel；请导出为 PDF、Word 或文本。"


@contextmanager
def new_book(title: str) -> "Iterator[Book]":
    """Give a workbook to be filled, and see that nothing is left of it on the disk, whatever happens.

    Raises `FileTroubleError` where the folder for passing files has no room or no leave.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="gzgoals-", ignore_cleanup_errors=True) as folder:
            book = Book(title, folder)
            try:
                yield book
            finally:
                book.close_files()
    except OSError as error:
        raise FileTroubleError.of(error, Path(tempfile.gettempdir()), "写入") from error


class Book:
    """A workbook in the making, row after row; its formats are made as they are asked for."""

    def __init__(self, title: str, folder: str) -> None:
        from xlsxwriter.workbook import Workbook

        self._stream = BytesIO()
        # Rows leave the memory as soon as the next one begins: 10,000 projects would take 600 MB at once.
        self.book = Workbook(self._stream, {"constant_memory": True, "tmpdir": folder})
        self.book.set_properties({"title": title, "author": CREATOR})
        self._formats: dict[str, Format] = {}

    def format(self, name: str) -> "Format":
        """Return a format by the name of its style."""
        if name not in self._formats:
            self._formats[name] = self.book.add_format({**_FONT, **_STYLES[name]})
        return self._formats[name]

    def money(self, decimals: int, style: str) -> "Format":
        """Return the format of amounts with so many decimals, set as a style says."""
        name = f"{style} {decimals}"
        if name not in self._formats:
            code = f"#,##0.{'0' * decimals}"
            self._formats[name] = self.book.add_format({**_FONT, **_STYLES[style], "num_format": code})
        return self._formats[name]

    def close_files(self) -> None:
        """Close the files in which the rows of a workbook wait until it is put together."""
        for sheet in self.book.worksheets():
            sheet.row_data_fh.close()

    def bytes(self) -> bytes:
        """Close the workbook and return it."""
        self.book.close()
        return self._stream.getvalue()

    def sheet(self, name: str, widths: Sequence[float]) -> "Worksheet":
        """Add a sheet whose columns have these widths in characters, A4 landscape and as wide as the page."""
        from gzgoals.core.exchange.writers.exact_sheet import ExactSheet

        sheet = self.book.add_worksheet(name, worksheet_class=ExactSheet)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer('&C&"宋体"&9第 &P 页 共 &N 页')
        return sheet

    def put_text(self, sheet: "Worksheet", row: int, column: int, text: str, style: str) -> None:
        """Write a text, which is never taken for a formula; raises `GzgoalsError` for one that no cell can hold."""
        if not text:
            sheet.write_blank(row, column, None, self.format(style))
        elif sheet.write_string(row, column, _NO_CHARACTER.sub("\ufffd", text), self.format(style)):
            raise GzgoalsError(_TOO_LONG)

    def put_amount(self, sheet: "Worksheet", row: int, column: int, amount: Amount, style: str) -> None:
        """Write an amount as a number with as many decimals as it has; what is none, or too long for one, as text."""
        number = kept(amount)
        if isinstance(number, str):
            self.put_text(sheet, row, column, number, style)
        else:
            sheet.write_number(row, column, float(number), self.money(_decimals(number), style))


def _decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(2, -exponent) if isinstance(exponent, int) else 2
