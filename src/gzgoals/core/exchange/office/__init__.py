"""Office documents: the sheets of xlsx and xls and the tables of docx turned into grids of cells."""
