"""The main window: its layout, its table of actions, files, printing and theme."""
