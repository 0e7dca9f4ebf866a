"""Qt item models: rows in, differences out. They know no widget and no session."""
