"""Widgets, one a file. Field widgets share one protocol.

`value()` and `set_value(value)` are each other's inverse; `set_value` never emits and does nothing when the value is
already shown, so the cursor stays; `rewind()` puts the cursor at the beginning. The signal `edited(value)` fires for
the user alone, `left()` when the user has finished with the field.
"""
