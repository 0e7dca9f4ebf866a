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


class Settings(BaseModel):
    """Every setting with its default; only what differs from it is written."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    recent: tuple[str, ...] = ()
    theme: Literal["system", "light", "dark"] = "system"
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
