"""Years: last year's table made this year's start, two compared, several merged, one brought into another."""
