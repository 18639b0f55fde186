"""The archive's own settings: `scm.toml`."""

from dataclasses import dataclass

from scm_cli.model.kinds import Slug
from scm_cli.model.table import Table


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Settings(Table):
    """What holds for the archive as a whole."""

    default_group: Slug | None = None
