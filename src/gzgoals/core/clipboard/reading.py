"""What a foreign clipboard holds as a block, whichever of its forms says most."""

from gzgoals.core.clipboard.block import MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Block, too_long, too_much
from gzgoals.core.clipboard.markup import block_of_html
from gzgoals.core.clipboard.tabbed import block_of_text
from gzgoals.core.errors import BadClipboardError


def read_block(text: str, markup: str = "") -> Block:
    """Return the block that a clipboard holds, empty where it holds none.

    A table in HTML tells line breaks and merged cells for certain and is preferred; where there is none, or it cannot
    be used, the text is read. Raises `BadClipboardError` for more than can be pasted.
    """
    refusal: BadClipboardError | None = None
    try:
        found = block_of_html(markup) if markup else None
    except BadClipboardError as error:
        found, refusal = None, error
    if found is None:
        if refusal and not text.strip():
            raise refusal
        found = _of_text(text)
    block = found.without_blank_end() if found.height > 1 else found
    if block.height > MOST_ROWS or block.width > MOST_COLUMNS:
        raise too_much()
    if block.letters > MOST_LETTERS:  # a text that reaches down over many rows belongs to each of them
        raise too_long()
    return block


def _of_text(text: str) -> Block:
    if len(text) > MOST_LETTERS:
        raise too_long()
    return block_of_text(text)
