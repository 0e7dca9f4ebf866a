"""Panels: widgets wired to the session. No panel knows another."""
