"""The archive's own settings: `scm.toml`."""

from scm_cli.model.kinds import Slug
from scm_cli.model.table import Table, described


@described(frozen=True, kw_only=True)
class Settings(Table):
    """What holds for the archive as a whole."""

    default_group: Slug | None = None
