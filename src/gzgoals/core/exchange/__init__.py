"""Readers and writers: the published text, our own text export, and the official indicator cell.

A reader returns a `Draft`: the table, and a `Doubt` for everything that was inferred rather than read.
"""

from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.printed.indicator_text import indicator_texts, indicators_text, parse_indicators
from gzgoals.core.exchange.text.reader import read_text
from gzgoals.core.exchange.text.writer import write_text

__all__ = ["Doubt", "Draft", "indicator_texts", "indicators_text", "parse_indicators", "read_text", "write_text"]
