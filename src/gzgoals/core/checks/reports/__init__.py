"""What is told of a check: lines, data, a report to sign, and what stands before the table is handed in."""
