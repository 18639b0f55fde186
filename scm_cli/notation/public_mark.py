"""How a protocol's text says that it is a copy for the public."""

import re

from scm_cli.locale import protocol as word
from scm_cli.locale import publishing


def is_public_copy(text: str) -> bool:
    """Say whether a protocol's text is a copy for the public, by its head, whatever mail programs did to it."""
    head = re.split(r"^[>\s]*##", text, maxsplit=1, flags=re.MULTILINE)[0]
    labels = "|".join(word.STANDING.both())
    copies = "|".join(re.escape(one) for one in publishing.COPY.both())
    return re.search(rf"[-*+•] (?:{labels}): [^:]*(?:{copies})", re.sub(r"[>\s]+", " ", head)) is not None
