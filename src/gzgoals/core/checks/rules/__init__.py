"""What a good table is: a rule is a small function with an id, in the file of its family, with its fixes beside it."""
