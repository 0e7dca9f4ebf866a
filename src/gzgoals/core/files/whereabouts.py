"""Who and where a program is, as it says of itself in the files by which programs keep out of each other's way."""

import getpass
import os
import socket


def user() -> str:
    """Return the user's name on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def machine() -> str:
    """Return this machine's name."""
    return socket.gethostname()


def here() -> str:
    """Return this process's whereabouts in a line."""
    return f"{user()}@{machine()}:{os.getpid()}"


def is_here(whereabouts: str) -> bool:
    """Tell whether a line of whereabouts speaks of this machine."""
    return whereabouts.partition("@")[2].rpartition(":")[0] == machine()
