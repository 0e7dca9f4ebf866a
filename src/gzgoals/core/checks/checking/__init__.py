"""Checking a whole table, and after an edit only what the edit can have touched."""
