"""Grids of cells, from a PDF, a sheet or a document, understood as a table, whatever form they have."""
