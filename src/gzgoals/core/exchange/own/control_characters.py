"""Characters that no markup can hold, as our Word documents keep them: symbols where a symbol font has none."""

SYMBOLS = 0xF000
"""Where the characters of a symbol font begin; its first 32 are those that print nothing."""
