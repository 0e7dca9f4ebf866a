"""PDF: ruled tables of any producer turned into grids of cells, and pages into pictures."""
