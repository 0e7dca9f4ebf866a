"""Where the data files that a non-programmer can mend are found: in the wheel or in the source tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_HOMES = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


def resource(name: str) -> Path:
    """Return the path of the resource `name`, such as `catalogues/2015.json`.

    Raises `FileNotFoundError` when the program was installed without it.
    """
    for home in _HOMES:
        if (path := home / name).exists():
            return path
    raise FileNotFoundError(f"resource {name!r} is missing from the installation")
