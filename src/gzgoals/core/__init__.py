"""Everything that is true without a screen: tables, edits, checks, readers, writers and files. Imports no Qt."""
