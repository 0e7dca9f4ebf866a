"""The published text, as it is copied or extracted from a printed table, and our own text export."""
