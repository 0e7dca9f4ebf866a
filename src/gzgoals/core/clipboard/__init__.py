"""The clipboard: blocks of cells to and from spreadsheets, and whole indicators, projects and units between windows."""
