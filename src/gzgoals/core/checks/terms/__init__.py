"""The terms in which rules are written: findings, what rules look at, and the words that they go by."""
