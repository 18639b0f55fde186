"""What text may hold: Unicode form, forbidden characters, file-safe keys."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

# C0 and C1 controls, line and paragraph separator, surrogates, and the bidirectional formatting characters
# that can reorder a line (Unicode Standard Annex 9, section 2): embeddings, overrides and isolates. All of
# them are unprintable to `str.isprintable`, which is the quick look before the pattern is compiled.
_FORBIDDEN: Final = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
_SLUG: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
SLUG_LENGTH: Final = 64


def forbidden_in_line(text: str) -> str:
    """Return the first character a one-line field may not hold, or an empty string."""
    if text.isprintable():
        return ""
    match = re.search(_FORBIDDEN, text)
    return match[0] if match else ""


def forbidden_in_prose(text: str) -> str:
    """Return the first character notes may not hold, or an empty string; LF and tab are allowed."""
    return forbidden_in_line(text.replace("\n", "").replace("\t", ""))


def visible(text: str) -> str:
    r"""Return the text with every forbidden character shown as an escape such as `\x1b`."""
    if text.isprintable():
        return text
    return re.sub(_FORBIDDEN, lambda match: ascii(match[0])[1:-1], text)


def whole(text: str) -> int | None:
    """Return the number that ASCII digits stand for; None for any other text.

    More digits than Python turns into a number (4,300) are no number of anything here.
    """
    return int(text) if re.fullmatch("[0-9]{1,4000}", text) else None


def line(text: str) -> str:
    """Return one-line text as it is stored: NFC, without outer white space."""
    return unicodedata.normalize("NFC", text).strip()


def prose(text: str) -> str:
    """Return text of several lines as it is stored: NFC, LF, without outer blank lines."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    inner = text.strip("\n")
    if inner and not inner[0].isspace() and not inner[-1].isspace():  # as nearly always: only line ends around it
        return inner
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def is_slug(text: str) -> bool:
    """Say whether a text can be a key, an id and a file name on every system.

    Windows keeps some names for devices whatever their ending ("Naming Files, Paths, and Namespaces").
    """
    return len(text) <= SLUG_LENGTH and _is_slug(text)


@lru_cache(maxsize=4096)
def _is_slug(text: str) -> bool:
    """Say it of a short text; the same people and groups are named in all files of an archive."""
    return re.fullmatch(_SLUG, text) is not None and text not in _RESERVED


def is_file_name(name: str) -> bool:
    """Say whether a name of a user's own file is short enough and no device of Windows."""
    return len(name.encode()) <= 255 and name.partition(".")[0].rstrip().lower() not in _RESERVED


def file_name(name: str, fallback: str) -> str:
    r"""Return the name a user's file gets: valid on every system, with room for a number behind it.

    Windows forbids `<>:"/\|?*` and an end in a dot or blank ("Naming Files, Paths, and Namespaces"); a leading
    dot would hide the file. `Plan: A/B?.pdf` gives `Plan- A-B-.pdf`.

    Args:
        name: as the file is called; without folders.
        fallback: what to return when nothing of the name can stay.
    """
    spaced = " ".join(unicodedata.normalize("NFC", name).split())
    kept = "".join("-" if letter in '<>:"/\\|?*\ufffd' or not letter.isprintable() else letter for letter in spaced)
    stem, dot, suffix = kept.strip(" .").rpartition(".")
    if not stem.strip(" .") or len(suffix) > 20 or len(suffix.encode()) > 40:
        stem, dot, suffix = kept.strip(" ."), "", ""
    while len(stem) > _NAME_LENGTH or len(stem.encode()) > 2 * _NAME_LENGTH - 40:
        stem = stem[:-1]
    made = f"{stem.strip(' .')}{dot}{suffix.strip(' .')}".strip(" .")
    if not made:
        return fallback
    return made if is_file_name(made) else f"_{made}"


_NAME_LENGTH: Final = 90


_SPELLED_OUT: Final = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "d",
    }
)


def slug(text: str, fallback: str) -> str:
    """Make a key from a name or title: `Müller-Lüdenscheidt, Ä.` gives `mueller-luedenscheidt-ae`.

    Args:
        text: any text.
        fallback: what to return when nothing of the text can stand in a key.
    """
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT)
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters)
    made = "-".join(words)
    if len(made) > SLUG_LENGTH - 4:
        made = made[: SLUG_LENGTH - 4].rsplit("-", 1)[0].rstrip("-")
    if made in _RESERVED:
        made += "-1"
    return made or fallback


def unused(wanted: str, taken: frozenset[str]) -> str:
    """Return the key itself, or with `-2`, `-3`, … where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
