"""Everything with a screen: session, models, paper, widgets, panels, dialogs and the window."""
