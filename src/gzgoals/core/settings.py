"""What the program remembers of its user: recent files, the window's shape, the theme. Never blocks the start."""

import json
import logging
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gzgoals.core.errors import FileTroubleError
from gzgoals.core.files import replace_file
from gzgoals.core.page_setup import PageSetup

log = logging.getLogger(__name__)

RECENT = 9
"""How many recent files are remembered."""

SHOWN = 50
"""Of how many files it is remembered which project was shown last."""

FONT_SIZES = range(9, 17)
"""The sizes of the type on the screen, in points."""

_Width = Annotated[int, Field(ge=1, le=10_000)]


class Settings(BaseModel):
    """Every setting with its default; only what differs from it is written."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    recent: tuple[str, ...] = ()
    shown: tuple[tuple[str, str, str], ...] = ()
    """For the files seen last, the path and the ids of the unit and the project that was shown."""
    theme: Literal["system", "light", "dark"] = "system"
    font_size: Annotated[int, Field(ge=FONT_SIZES[0], le=FONT_SIZES[-1])] = 10
    widths: dict[str, dict[str, _Width]] = {}
    """The widths of columns that were dragged, by table and column, in pixels of the usual type."""
    tab: str = ""
    """Which of the lists below was shown."""
    office_rules: str = ""
    """The path of the office's rules file; empty for one beside the table, `-` for none."""
    page: PageSetup = PageSetup()
    library_folder: str = ""
    """The folder whose tables are looked through for indicators; empty for none."""
    geometry: str = ""
    splitters: tuple[tuple[Annotated[int, Field(ge=0, le=100_000)], ...], ...] = ()

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with `path` first among the recent files."""
        name = str(path.resolve())
        recent = (name, *(each for each in self.recent if each != name))[:RECENT]
        return self.model_validate(self.model_dump() | {"recent": recent})

    def without_recent(self, name: str) -> "Settings":
        """Return the settings without the file called `name` among the recent files."""
        return self.replaced(recent=tuple(each for each in self.recent if each != name))

    def with_shown(self, path: Path, unit: str, project: str) -> "Settings":
        """Return the settings with what was shown of the file at `path` remembered."""
        name = str(path.resolve())
        others = (each for each in self.shown if each[0] != name)
        return self.replaced(shown=((name, unit, project), *others)[:SHOWN])

    def shown_of(self, path: Path) -> tuple[str, str] | None:
        """Return the ids of the unit and the project last shown of a file, None where that is not known."""
        name = str(path.resolve())
        return next(((unit, project) for each, unit, project in self.shown if each == name), None)

    def replaced(self, **changes: object) -> "Settings":
        """Return the settings with some of them changed, validated anew."""
        return self.model_validate(self.model_dump() | changes)


def settings_path() -> Path:
    """Return where the settings are kept."""
    return platformdirs.user_config_path("gzgoals", appauthor=False) / "settings.json"


def read_settings() -> Settings:
    """Return the user's settings; what cannot be read or understood is logged and takes its default."""
    try:
        data = json.loads(settings_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("settings not read: %s", error)
        return Settings()
    kept = {}
    for name, value in data.items() if isinstance(data, dict) else ():
        try:
            Settings.model_validate({name: value})
            kept[name] = value
        except ValidationError:
            log.warning("setting %r dropped: %r", name, value)
    return Settings.model_validate(kept)


def write_settings(settings: Settings) -> None:
    """Write the user's settings; failing to is logged, for it must not keep anyone from working."""
    path = settings_path()
    try:
        text = settings.model_dump_json(exclude_defaults=True, indent=2)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode(), keep_former=False)
    except (OSError, ValueError, FileTroubleError) as error:  # a file's name may be no text at all
        log.warning("settings not written: %s", error)
