"""How the official table is set on paper, as the officer chooses it; remembered among the settings."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

COLUMNS = 7
"""The official table's columns."""

LEAST_WIDTH, MOST_WIDTH = 10, 900
"""Thousandths of the table's width that a column may have."""

SIGNATURES = ("填报人：", "审核人：", "单位负责人：")
"""The words to sign behind, below whatever is signed by hand."""

SIGNED_AND_DATED = (*SIGNATURES, "日期：")

_Share = Annotated[int, Field(ge=LEAST_WIDTH, le=MOST_WIDTH)]


class PageSetup(BaseModel):
    """The sheet, its margins in millimetres, the type in points, and what is printed beside the table.

    `font` is a family's name, empty for the best one that is there. `widths` are the columns' in thousandths of the
    table's width, empty for such as the content needs; no amount is cut whatever they say. With `together` a project
    that fits on a page is not parted. `dated` prints the day of printing, `signed` a line to be signed below the
    table, and `draft_mark` 草稿 across each page while the table has errors.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    size: Literal["A4", "A3"] = "A4"
    orientation: Literal["landscape", "portrait"] = "landscape"
    side_margin: float = Field(default=14, ge=0, le=60)
    end_margin: float = Field(default=14, ge=0, le=60)
    font: str = Field(default="", max_length=100)
    type_size: float = Field(default=10.5, ge=5, le=24)
    widths: tuple[_Share, ...] = Field(default=(), max_length=COLUMNS)
    header_repeated: bool = True
    together: bool = False
    numbered: bool = True
    dated: bool = False
    signed: bool = False
    draft_mark: bool = True

    def replaced(self, **changes: object) -> Self:
        """Return the setup with some of it changed, validated anew."""
        return self.model_validate(self.model_dump() | changes)
