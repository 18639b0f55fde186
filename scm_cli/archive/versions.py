"""What was printed before, by its Fassung: the text, and the session's file it was printed from.

A protocol that comes back corrected is compared with what was sent, and that may be long gone from the
archive. So each print is kept beside the archive, in a folder of the user's that nobody else can read.
"""

import json
import os
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from scm_cli.locale import LANGUAGES, Lang

MOST: Final = 1000
"""How many prints are kept; those printed longest ago go first."""


@dataclass(frozen=True)
class Version:
    """One print.

    Args:
        mark: its Fassung, eight hex digits.
        ref: the session's full reference.
        uid: what tells the session from others of that number; may be empty.
        lang: the language of its fixed words.
        text: what was printed.
        file: the session's file it was printed from.
    """

    mark: str
    ref: str
    uid: str
    lang: Lang
    text: str
    file: str


class Versions:
    """The prints kept in one folder, one file each.

    Args:
        folder: is made when first needed, for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, version: Version) -> None:
        """Keep a print; of two with one mark the later one; raises `OSError`."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary = self.folder / f".{os.getpid()}-{version.mark}"
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(version), file, ensure_ascii=False)
            temporary.replace(self._path(version.mark))
        finally:
            temporary.unlink(missing_ok=True)
        self._prune()

    def find(self, mark: str) -> Version | None:
        """Return the print with a mark; None where there is none, or its file says nothing that can be used."""
        try:
            found = json.loads(self._path(mark).read_text(encoding="utf-8"))
            version = Version(**found)
        except (OSError, ValueError, TypeError):
            return None
        texts = (version.ref, version.uid, version.text, version.file)
        usable = version.mark == mark and version.lang in LANGUAGES and all(isinstance(one, str) for one in texts)
        return version if usable else None

    def _path(self, mark: str) -> Path:
        return self.folder / f"{mark}.json"

    def _prune(self) -> None:
        names = [entry for entry in os.scandir(self.folder) if re.fullmatch(r"[0-9a-f]{8}\.json", entry.name)]
        if len(names) <= MOST:
            return
        with suppress(OSError):  # somebody else prunes at the same time
            oldest = sorted(names, key=lambda entry: entry.stat().st_mtime)
            for entry in oldest[: len(names) - MOST]:
                Path(entry.path).unlink(missing_ok=True)
