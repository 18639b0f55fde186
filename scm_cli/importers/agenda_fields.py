"""What an imported record may say of an agenda item."""

from typing import Final

from scm_cli.importers.tables import Columns

DERIVED: Final = ("ref", "session", "date", "starts", "top", "decisions", "elections", "tasks")
"""What lists say of an item besides its own fields: it is accepted, and follows from the session again."""

FIELDS: Final = (
    "title", "id", "level", "kind", "purpose", "about", "presenters", "presented_by", "minutes_planned", "began",
    "ended", "state", "internal", "public_title", "from", "notes", "x",
)  # fmt: skip
"""The fields of an item that are imported, named as machine formats name them."""

COLUMNS: Final = Columns((*(name for name in FIELDS if name != "x"), *DERIVED), ("title",))
