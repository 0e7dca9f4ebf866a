"""The printed table, whatever held it: its rows, how they hang together, which column each amount stands in."""
