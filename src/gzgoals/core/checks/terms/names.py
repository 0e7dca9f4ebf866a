"""Names as they are compared with each other."""


def name_key(name: str) -> str:
    """Return by what names are compared: their characters without the blanks."""
    return name if name.isalnum() else "".join(name.split())  # most names are one word, which is sooner told
