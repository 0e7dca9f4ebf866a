"""Dialogs: each asks and returns a plain value or None; nothing else calls `exec`."""
