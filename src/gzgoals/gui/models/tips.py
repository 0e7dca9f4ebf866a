"""Tooltips that show text as text: Qt takes whatever looks like markup for markup, and wraps nothing else."""

from html import escape

from gzgoals.core.visible import visible


def tip(text: str) -> str:
    """Return a tooltip that shows `text` to the letter, wrapped where it is long; nothing for nothing."""
    return f'<p style="white-space: pre-wrap">{escape(visible(text))}</p>' if text else ""
